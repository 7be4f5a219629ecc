"""What the Council as a body did: to adopt or to reject is then the outcome, and nobody's vote.

"Why did the Council reject it?" takes a rejection for granted; "which states rejected it?" asks for votes.
Knows which of the two an act is. Refuses to know what the outcome was.
"""

from collections.abc import Sequence

from assistant.question import Amount
from assistant.understanding.amount import is_figure
from assistant.understanding.phrasebook import Mark

_COUNCIL = "body.council"
_VOTE = "object.vote"
_OUTCOMES = {"for": "object.adopted", "against": "object.rejected"}
_SUBJECT = 1  # "why did the Council approve it though Germany …?": right behind it, the act is its own
_NEAR = 6  # "der Rat den Beschluss über den Pool abgelehnt": its object stands between
_VOTERS = ("state.", "country.", "group.", "object.states", "object.everyone", "scope.others")
_ASKS_VOTERS = frozenset(
    {"interrogative.who", "interrogative.which", "interrogative.how_many", "interrogative.list"}
)


def as_outcome(marks: Sequence[Mark], asking: Sequence[Mark], amounts: Sequence[Amount]) -> tuple[Mark, ...]:
    """The marks, with what the Council did as an outcome; a figure is approved by no voters either."""
    council = next((mark for mark in marks if _COUNCIL in mark.tags), None)
    voted = any(tag == _VOTE or tag.startswith(_VOTERS) for mark in marks for tag in mark.tags)
    asked = any(mark.tags & _ASKS_VOTERS for mark in asking)
    if council is None or (asked and not any(is_figure(amount) for amount in amounts)):
        return tuple(marks)
    is_its_own = _is_right_behind if voted else _is_by
    return tuple(_as_deed(mark) if is_its_own(mark, council) else mark for mark in marks)


def _is_right_behind(mark: Mark, council: Mark) -> bool:
    """Whether an act has the Council for its subject, whoever else is named."""
    return 0 <= mark.start - council.end <= _SUBJECT and "object.vote" not in mark.tags


def _is_by(mark: Mark, council: Mark) -> bool:
    """Whether an act stands near the Council, on either side of it."""
    return max(mark.start - council.end, council.start - mark.end) <= _NEAR


def _as_deed(mark: Mark) -> Mark:
    """An act without the positions it would be of a state, as the outcome it is of the Council."""
    told = {side for side in _OUTCOMES if mark.tags & {f"position.{side}", f"position.{side}_act"}}
    if not told or len(told) > 1:
        return mark
    kept = {tag for tag in mark.tags if not tag.startswith(("position.", "negation."))}
    return Mark(frozenset(kept | {_OUTCOMES[side] for side in told}), mark.start, mark.end)
