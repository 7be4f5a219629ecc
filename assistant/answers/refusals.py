"""Questions no record can answer: refused with a reason, and what the records hold instead."""

from collections.abc import Mapping

from assistant.answer import Message, Reason, States, Status, Verdict
from assistant.answers import coverage
from assistant.evidence import Evidence
from assistant.question import Refusal, Understanding

_STATUS: Mapping[Refusal, tuple[Status, Reason]] = {
    Refusal.EMPTY: (Status.AMBIGUOUS, Reason.EMPTY_QUESTION),
    Refusal.UNCLEAR: (Status.AMBIGUOUS, Reason.AMBIGUOUS),
    Refusal.NON_MEMBER: (Status.NOT_FOUND, Reason.NOT_A_MEMBER_STATE),
    Refusal.OTHER_BODY: (Status.NOT_FOUND, Reason.NOT_IN_RECORDS),
    Refusal.PERSON: (Status.NOT_FOUND, Reason.NOT_IN_RECORDS),
    Refusal.FUTURE: (Status.NOT_FOUND, Reason.NOT_IN_RECORDS),
    Refusal.OPINION: (Status.OUT_OF_SCOPE, Reason.OUT_OF_SCOPE),
    Refusal.OUT_OF_SCOPE: (Status.OUT_OF_SCOPE, Reason.OUT_OF_SCOPE),
}


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """The refusal with its reason and what can be asked instead."""
    refusal = asked.refusal or Refusal.UNCLEAR
    status, reason = _STATUS[refusal]
    limits: tuple[Message, ...] = ((f"refusal.{refusal}", {}), ("limit.held", {}))
    if refusal is Refusal.NON_MEMBER:
        limits = (("refusal.non_member", {"states": States(asked.non_members)}), ("limit.held", {}))
    return Verdict(status, coverage.in_brief(evidence), reason, limits, coverage.EXAMPLES)
