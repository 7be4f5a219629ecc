"""Which kind of procedure it was: a written one with votes, or a simplified one, in which silence is consent.

Knows the sentence of the notice that ends the procedure. Refuses to say why that kind was chosen.
"""

from assistant import finding
from assistant.answer import Message, Status, Verdict
from assistant.answers import definitions, outcome, silence
from assistant.evidence import Evidence

_SIMPLIFIED: tuple[Message, ...] = (("limit.silence", {}),)
_FOLLOW_UPS: tuple[Message, ...] = (("ask.outcome", {}), ("ask.when_closed", {}))


def answer(evidence: Evidence) -> Verdict:
    """The sentence that ends the procedure, and what that kind is."""
    closed = evidence.notice.closed_at or evidence.notice.opened_on
    places = () if closed is None else evidence.at(evidence.sentence_at(closed.span))
    ended = (finding.quoted(evidence, "passage.notice", places),) if places else ()
    if evidence.notice.silence:
        found = (*ended, *silence.nobody_objected(evidence))
        return Verdict(Status.ANSWERED, found, None, _SIMPLIFIED, _FOLLOW_UPS)
    found = (definitions.defined("written_procedure"), *ended, *outcome.majority_stated(evidence))
    return Verdict(Status.ANSWERED, found, follow_ups=_FOLLOW_UPS)
