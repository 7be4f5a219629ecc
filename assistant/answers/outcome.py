"""What came of the procedure: adopted or not, ended, extended or withdrawn."""

from dataclasses import replace

from assistant import finding
from assistant.answer import Finding, Message, Reason, Status, Verdict
from assistant.evidence import Evidence
from assistant.question import Form, Understanding
from corpus.model import ProcedureEnd

_FOLLOW_UPS: tuple[Message, ...] = (("ask.tally", {}), ("ask.majority", {}), ("ask.when_closed", {}))


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """Whether the act was adopted, as the notice states it, and by which majority."""
    found = findings(evidence)
    if not found:
        return Verdict(Status.NOT_FOUND, (), Reason.NOT_IN_RECORDS, (("limit.outcome", {}),))
    if asked.form is Form.YES_NO:
        found = (replace(found[0], lead=_lead(asked, evidence)), *found[1:])
    return Verdict(Status.ANSWERED, found, follow_ups=_FOLLOW_UPS, tally=evidence.tally_document())


def findings(evidence: Evidence) -> tuple[Finding, ...]:
    """The outcome and the majority the notice states; empty where it states neither."""
    vote, end = evidence.vote, evidence.notice.end
    found = []
    if vote.adopted is not None:
        message = "outcome.adopted" if vote.adopted.value else "outcome.not_adopted"
        found.append(finding.stated(message, evidence.at(vote.adopted.span)))
    elif end is not None and end.value is not ProcedureEnd.CONCLUDED:
        found.append(finding.stated(f"outcome.{end.value}", evidence.at(end.span)))
    return (*found, *majority_stated(evidence))


def majority_stated(evidence: Evidence) -> tuple[Finding, ...]:
    """The rule and the result the notice itself states."""
    rule, reached = evidence.vote.majority_rule, evidence.vote.majority_reached
    if rule is None or reached is None:
        return ()
    message = f"majority.{rule.value}_{'reached' if reached.value else 'not_reached'}"
    return (finding.stated(message, evidence.at(rule.span.joined(reached.span))),)


def _lead(asked: Understanding, evidence: Evidence) -> str | None:
    """Yes where it was adopted and that was asked; the other way round where rejection was."""
    adopted = evidence.vote.adopted
    if adopted is None:
        return None
    return "yes" if adopted.value is not asked.negated else "no"
