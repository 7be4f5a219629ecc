"""What the records hold: which documents, procedures, statements; and what can be asked."""

from assistant import finding
from assistant.answer import Finding, Message, Quotes, Status, Verdict
from assistant.answers import documents, reasons
from assistant.evidence import Evidence
from assistant.question import Understanding

EXAMPLES: tuple[Message, ...] = (
    ("ask.against", {}),
    ("ask.abstained", {}),
    ("ask.when_closed", {}),
    ("ask.majority", {}),
)
_MOST_NAMED = 20


def answer(_: Understanding, evidence: Evidence) -> Verdict:
    """Every record held, with its procedures and statements."""
    return Verdict(Status.ANSWERED, held(evidence), follow_ups=EXAMPLES, limits=(("limit.beyond", {}),))


def held(evidence: Evidence) -> tuple[Finding, ...]:
    """What the records hold: a line a procedure."""
    found = []
    for each in evidence.library.procedures[:_MOST_NAMED]:
        seen = evidence.of(each)
        found += [procedure(seen), *reasons.authors(seen)]
    return tuple(found)


def procedure(evidence: Evidence) -> Finding:
    """One procedure: its notice and what its act is called."""
    number, title = evidence.notice.document, evidence.act.title or evidence.notice.subject
    if title is None:
        return documents.notice(evidence)[0]
    quoted = evidence.at(title.span)
    places = (*evidence.at(number.span), *quoted)
    return finding.titled(evidence, "coverage.procedure", places, document=number.value, quote=Quotes(quoted))
