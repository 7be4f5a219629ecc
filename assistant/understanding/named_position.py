"""The positions a question names, by its words and by where they stand.

Knows when a preposition is a vote and when an act is one's own. Refuses to know whether they are denied.
"""

from collections.abc import Sequence
from functools import lru_cache

from assistant.understanding.phrasebook import Mark
from assistant.understanding.reading import Reading
from corpus.model import Position

_BY_TAG = {f"position.{position}": position for position in Position}
_BESIDE = frozenset(f"position.{position}_{side}" for position in Position for side in ("after", "before"))
_VOTES = frozenset({"object.vote", "object.tally"})
_OBJECTION = "object.objection"  # raised by nobody in particular: a vote against; by a state: what it says
_OF_VOTERS = frozenset({"interrogative.who", "interrogative.how_many", "interrogative.which"})
_OF_ALL = frozenset({"object.majority", "object.everyone"})
_AFTER_VOTE = 1
_BEFORE_VOTE = 4
_WHICH = "interrogative.which"
_AFTER_VERB = 2  # "rechazó Bratislava la decisión": the subject may stand behind its verb


@lru_cache(maxsize=64)
def position_marks(reading: Reading) -> tuple[tuple[Position, Mark], ...]:
    """The positions named, with their marks, in order; a preposition counts only beside a vote.

    Right beside one ("votes for") it always does, further off only where nothing clearer is said.
    """
    votes = [mark for mark in reading.marks if mark.tags & _VOTES]
    clear = any(_strong(mark) for mark in reading.marks)
    acts = not clear or reading.has("scope.or")
    reach = (0, 0) if clear else (_AFTER_VOTE, _BEFORE_VOTE)
    found: list[tuple[Position, Mark]] = []
    for mark in reading.marks:
        if _is_price(mark, reading):
            continue
        met = _strong(mark) or _weak(mark, votes, reach) or _counted(mark, reading)
        met = met or (_act(mark, reading) if acts else [])
        found += [(position, mark) for position in met]
    if not found and (votes or reading.entities.mentions or _asks_for_states(reading)):
        found = [(position, mark) for mark in reading.marks[-1:] for position in _last(mark, reading)]
    if not found and not reading.entities.mentions:
        found = [(Position.AGAINST, mark) for mark in reading.marks if _OBJECTION in mark.tags]
    if not found and is_absence(reading):
        found = [(Position.NOT_PARTICIPATING, mark) for mark in votes[:1]]
    return tuple(found)


def _is_price(mark: Mark, reading: Reading) -> bool:
    """Whether a preposition stands before a number: "tegen 20 000 euro" is at a price."""
    behind = reading.tokens[mark.end : mark.end + 1]
    return mark.end - mark.start == 1 and any(token.is_number for token in behind) and reading.has("unit.EUR")


def positions_of(reading: Reading) -> tuple[Position, ...]:
    """The positions named, each once, in order."""
    return tuple(dict.fromkeys(position for position, _ in position_marks(reading)))


def is_absence(reading: Reading) -> bool:
    """Why does Denmark not vote: no position is named, the vote itself is denied."""
    denied = any("negation.not" in mark.tags for mark in reading.marks)
    named = any(_strong(mark) or mark.tags & _BESIDE or _act(mark, reading) for mark in reading.marks)
    told = reading.has("object.statement") or reading.has("object.explain")
    return denied and not named and reading.has("object.vote") and not told


def _strong(mark: Mark) -> list[Position]:
    return [position for tag, position in _BY_TAG.items() if tag in mark.tags]


def _act(mark: Mark, reading: Reading) -> list[Position]:
    """Approved or rejected as a state's own act: said of a state before it, or of "who"."""
    if not mark.tags & {f"position.{position}_act" for position in Position}:
        return []
    if any(token.is_number for token in reading.tokens[mark.end : mark.end + 1]):
        return []  # "has taken in 175 000 people": what is counted was no proposal
    if any(m.start == mark.end and m.tags & _OF_ALL for m in reading.marks):
        return []  # "keď ho schválila väčšina": the majority did
    asks_who = reading.has("interrogative.who") or reading.has("object.states") or _is_asked(mark, reading)
    supposes = any(mark.end <= other.start <= mark.end + _AFTER_VERB for other in _suppositions(reading))
    alone = supposes or reading.has("interrogative.how_many")
    beside = mark.start if alone else mark.end + _AFTER_VERB
    acting = asks_who or any(mention.at < beside for mention in reading.entities.mentions)
    return [position for position in Position if acting and f"position.{position}_act" in mark.tags]


def _is_asked(mark: Mark, reading: Reading) -> bool:
    """Whether "which" stands before an act and asks for nothing else: "Vilka drev igenom det?"."""
    asks = [other.end for other in reading.asking if _WHICH in other.tags and other.end <= mark.start]
    between = (other for other in reading.marks if asks and asks[-1] <= other.start < mark.start)
    return bool(asks) and not any(tag.startswith("object.") for other in between for tag in other.tags)


def _suppositions(reading: Reading) -> Sequence[Mark]:
    """Where a condition begins: "adottat kieku l-Ġermanja …" says nothing of what Germany adopted."""
    return [m for m in reading.marks if any(tag.startswith("hypothetical.if") for tag in m.tags)]


def _weak(mark: Mark, votes: Sequence[Mark], reach: tuple[int, int]) -> list[Position]:
    """A bare preposition ("for", "voor", "pour") as a position, by how near a vote is."""
    after, before = reach
    if not mark.tags & _BESIDE:
        return []
    return [
        position
        for position in Position
        if any(
            (f"position.{position}_after" in mark.tags and vote.end <= mark.start <= vote.end + after)
            or (f"position.{position}_before" in mark.tags and mark.end <= vote.start <= mark.end + before)
            for vote in votes
        )
    ]


def _counted(mark: Mark, reading: Reading) -> list[Position]:
    """A preposition that is all of what is asked for, beside another: "how many for, how many no"."""
    asked = [each for each in reading.asking if each.tags & _OF_VOTERS and each.end <= mark.start]
    behind = reading.tokens[mark.end : mark.end + 1]
    ends = not any(token.is_word or token.is_number for token in behind) or _is_joint(mark.end, reading)
    if not (asked and ends and any(_strong(other) for other in reading.marks)):
        return []
    between = reading.tokens[asked[-1].end : mark.start]
    near = len(between) < _BEFORE_VOTE and all(token.is_word for token in between)
    return [position for position in Position if near and f"position.{position}_after" in mark.tags]


def _is_joint(at: int, reading: Reading) -> bool:
    return any(mark.start == at and "follow_up.and" in mark.tags for mark in reading.marks)


def _asks_for_states(reading: Reading) -> bool:
    if reading.has("interrogative.who") or reading.has("interrogative.how_many"):
        return True
    of_all = reading.has("object.states") or reading.has("object.everyone") or reading.has("scope.most")
    return of_all and not reading.has("interrogative.what")


def _last(mark: Mark, reading: Reading) -> list[Position]:
    """A preposition the sentence ends with: "whom did they vote … for?"; not "how long was it open for?"."""
    behind = reading.tokens[mark.end :]
    if reading.has("time.duration") or any(token.is_word or token.is_number for token in behind):
        return []
    return [position for position in Position if f"position.{position}_after" in mark.tags]
