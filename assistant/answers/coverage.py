"""What the records hold, and what can be asked of them: shown whole, or in one line beside a non-answer."""

from collections.abc import Sequence
from dataclasses import replace

from assistant import finding
from assistant.answer import Finding, Message, Quotes
from assistant.answers import documents, reasons
from assistant.counting import plain_count
from assistant.evidence import Evidence
from assistant.procedure import Procedure

EXAMPLES: tuple[Message, ...] = (
    ("ask.against", {}),
    ("ask.abstained", {}),
    ("ask.when_closed", {}),
    ("ask.majority", {}),
)
MOST_NAMED = 20


def held(evidence: Evidence) -> tuple[Finding, ...]:
    """What the records hold: a line a procedure, and who made statements on it."""
    found = []
    for each in evidence.library.procedures[:MOST_NAMED]:
        seen = evidence.of(each)
        found += [procedure(seen), *reasons.authors(seen)]
    return tuple(found)


def in_brief(evidence: Evidence) -> tuple[Finding, ...]:
    """What the records hold in one line: the procedure, or how many there are."""
    procedures = evidence.library.procedures
    if len(procedures) == 1:
        return (procedure(evidence.of(procedures[0])),)
    return (number("count", procedures, evidence),)


def procedure(evidence: Evidence) -> Finding:
    """One procedure: its notice and what its act is called."""
    named, title = evidence.notice.document, evidence.title
    if title is None:
        return documents.notice(evidence)[0]
    quoted = evidence.at(title.span)
    places = (*evidence.at(named.span), *quoted)
    return finding.titled(evidence, "coverage.procedure", places, document=named.value, quote=Quotes(quoted))


def number(message: str, procedures: Sequence[Procedure], evidence: Evidence) -> Finding:
    """How many written procedures there are, cited to their notices; one may end on several acts."""
    looked_at = (procedures or evidence.library.procedures)[:MOST_NAMED]
    places = [evidence.of(p).at(p.record.notice.document.span)[0] for p in looked_at]
    n = len({procedure.record.id for procedure in procedures})
    found = finding.derived(f"coverage.{message}", tuple(dict.fromkeys(places)), n=n)
    return replace(found, computation=plain_count.over_procedures(f"{message}_procedures", n))


def votes(procedures: Sequence[Procedure], evidence: Evidence) -> Finding:
    """How many votes there were, one an act, cited to their notices."""
    counted = number("fitting", procedures, evidence)
    n = len(procedures)
    found = finding.derived("coverage.votes", counted.places, n=n)
    return replace(found, computation=plain_count.over_procedures("fitting_votes", n))
