"""What became of the act, told as what followed from a state's vote: "Slovakia said no, so it fell, right?".

Knows where a result is told beside a vote. Refuses to know what became of the act.
"""

from collections.abc import Iterator

from assistant.question import Form, Intent, Premise, PremiseKind
from assistant.understanding.named_position import position_marks
from assistant.understanding.phrasebook import Mark
from assistant.understanding.reading import Reading

_ON_A_STATE = frozenset({Intent.STATE_POSITION, Intent.REASON, Intent.STATEMENT})
_TOLD = _ON_A_STATE | {Intent.DATE, Intent.BLOCKING}
_SINCE, _TAG = "premise.since", "negation.tag"
_REJECTED, _ADOPTED, _NOT = "object.rejected", "object.adopted", "negation.not"
_NEAR = 3


def outcomes_told(reading: Reading, intent: Intent, shape: Form) -> Iterator[Premise]:
    """The result a question on a state's vote takes for granted, where it tells one and asks for a yes."""
    votes = [mark for _, mark in position_marks(reading)]
    states = reading.entities.mentions
    supposes = any(tag.startswith("hypothetical.") for tag in reading.tags)
    tells = reading.has(_SINCE) and reading.has(_TAG)
    asks = shape is Form.YES_NO or reading.has(_SINCE) or reading.has(_TAG)
    if not asks or intent not in (_TOLD if tells else _ON_A_STATE) or not votes or not states or supposes:
        return
    for mark in reading.marks:
        if mark.tags & {_REJECTED, _ADOPTED} and _is_apart(mark, votes, reading):
            yield Premise(PremiseKind.OUTCOME, adopted=(_REJECTED in mark.tags) is _is_denied(mark, reading))
            return


def _is_apart(result: Mark, votes: list[Mark], reading: Reading) -> bool:
    """Whether a result is no vote itself: behind the first, with no other state between."""
    first = votes[0]
    is_vote = any(tag.startswith("position.") for tag in result.tags)
    is_choice = reading.has("scope.or") and result in votes  # "did it abstain or throw it out?"
    if result == first or is_choice or (is_vote and result.start < first.end):
        return False
    behind = result.start >= first.end
    acting = any(first.end <= mention.at < result.start + _NEAR for mention in reading.entities.mentions)
    return not (behind and acting)


def _is_denied(result: Mark, reading: Reading) -> bool:
    """Whether a "not" stands right before a result, with no vote between."""
    votes = [mark for _, mark in position_marks(reading) if mark.end <= result.start]
    start = max([result.start - _NEAR, *(mark.end for mark in votes)])
    return any(_NOT in mark.tags and start <= mark.start < result.start for mark in reading.marks)
