"""Whether a question is on a year that lies ahead of a record: "does the pool for 2027 pass?".

Knows years as they stand in a question. Refuses to call one ahead that the record itself names.
"""

import re

from assistant.evidence import Evidence
from assistant.question import Intent, PremiseKind, Understanding

_YEAR = re.compile(r"(?<![\d/.,(-])(20\d\d)(?![\d/]|[.,-]\d)")
_OF_ITSELF = frozenset({Intent.WHAT_IF, Intent.COVERAGE, Intent.DATE, Intent.REFUSED, Intent.SUBJECT})


def lies_ahead(asked: Understanding, evidence: Evidence) -> bool:
    """Whether a year is named that comes after the one notice meant, and its text says nothing of it."""
    years = [int(year) for year in _YEAR.findall(asked.question)]
    dated = evidence.notice.date_of_document
    told = any(premise.kind is PremiseKind.DATE for premise in asked.premises)
    if not years or told or asked.dates or asked.intent in _OF_ITSELF or len(evidence.procedures) > 1:
        return False
    text = evidence.record.source.text
    return dated is not None and all(year > dated.value.year and str(year) not in text for year in years)
