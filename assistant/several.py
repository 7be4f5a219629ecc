"""Several verdicts as one: those of the questions asked in one, and those on several procedures.

Knows what is told of a half that has no answer: that it has none, and which half it is. Refuses to drop it.
"""

from collections.abc import Sequence

from assistant.answer import SAYING, Message, Reason, Status, Verdict
from assistant.question import Understanding
from assistant.understanding import halves

_RANK = (Status.CORRECTED, Status.PARTIAL, Status.ANSWERED)
_NAMING = frozenset({Reason.NO_STATEMENT_BY_STATE, Reason.NOT_A_MEMBER_STATE})
_MOST_FOLLOW_UPS = 4
_HELD = "limit.held"  # leads what the records do hold, which is told only where nothing else is


def of_parts(parts: Sequence[Understanding], verdicts: Sequence[Verdict]) -> Verdict:
    """The verdicts on the questions asked in one; each that has no answer is named."""
    whole = joined(verdicts)
    if whole.status not in SAYING:
        return whole
    limits = [
        message
        for part, verdict in zip(parts, verdicts, strict=True)
        for message in (verdict.limits if verdict.status in SAYING else _unanswered(part, verdict))
    ]
    return Verdict(
        status=whole.status,
        findings=whole.findings,
        reason=whole.reason,
        limits=_distinct(limits),
        follow_ups=whole.follow_ups,
        tally=whole.tally,
    )


def _unanswered(part: Understanding, verdict: Verdict) -> tuple[Message, ...]:
    """Which question has no answer, and why; the reason alone where it names the state asked about."""
    why = tuple(message for message in verdict.limits if message[0] != _HELD)
    if verdict.reason in _NAMING:
        return why
    asked = halves.without_joint(part.question, part.language)
    return (("limit.part", {"part": asked}), *why) if asked else why


def joined(verdicts: Sequence[Verdict]) -> Verdict:
    """Several verdicts as one: partial where some make no claim."""
    saying = [verdict for verdict in verdicts if verdict.status in SAYING]
    status = verdicts[0].status
    if saying:
        statuses = {verdict.status for verdict in saying}
        status = next(each for each in _RANK if each in statuses)
        if len(saying) < len(verdicts) and status is Status.ANSWERED:
            status = Status.PARTIAL
    chosen = saying or verdicts
    reason = next((verdict.reason for verdict in verdicts if verdict.reason is not None), None)
    return Verdict(
        status=status,
        findings=tuple(found for verdict in chosen for found in verdict.findings),
        reason=None if status is Status.ANSWERED else reason,
        limits=_distinct([message for verdict in verdicts for message in verdict.limits]),
        follow_ups=tuple(m for verdict in chosen for m in verdict.follow_ups)[:_MOST_FOLLOW_UPS],
        tally=chosen[0].tally if len(chosen) == 1 else None,
    )


def _distinct(limits: Sequence[Message]) -> tuple[Message, ...]:
    """The messages in order, each once."""
    return tuple({(key, str(slots)): (key, slots) for key, slots in limits}.values())
