"""How many of the states a question names are meant: any of them, none, or no others.

Knows quantifiers and where they stand. Refuses to know how anybody voted.
"""

from enum import StrEnum
from itertools import pairwise

from assistant.understanding.named_position import position_marks, positions_of
from assistant.understanding.reading import Reading

_SEVERAL = 2


class Quantifier(StrEnum):
    """What a yes/no question proposes of the states it names."""

    ANY = "any"  # "any of the Benelux", "Hungary or Spain"
    NONE = "none"  # "none of the Benelux"
    ONLY = "only"  # "Hungary alone", "the only country"
    MIXED = "mixed"  # "Hungary against and Poland for": each its own
    BOTH = "both"  # "Hungary … both acts": of the acts, where one state is named
    MERELY = "merely"  # "only abstained": of the act or of the state, which is not clear


def quantifier_of(reading: Reading) -> Quantifier | None:
    """The quantifier of a question; None where all the states named are meant."""
    if reading.has("negation.none"):
        return Quantifier.NONE
    only = reading.first("scope.only")
    if only is not None:
        positions = [mark.start for _, mark in position_marks(reading)]
        return Quantifier.MERELY if only.end in positions else Quantifier.ONLY
    if _has_a_second_position(reading):
        return Quantifier.MIXED
    if reading.has("scope.both") and len(reading.entities.states) < _SEVERAL:
        return Quantifier.BOTH
    return Quantifier.ANY if reading.has("scope.any") or _joined_by_or(reading) else None


def _has_a_second_position(reading: Reading) -> bool:
    """Whether behind the last of several states a preposition may be a position of its own."""
    mentions = reading.entities.mentions
    if len(mentions) < _SEVERAL:
        return False
    meant = positions_of(reading)
    return any(
        tag.startswith("position.") and tag.split(".")[1].partition("_")[0] not in meant
        for mark in reading.marks
        if mark.start >= mentions[-1].end
        for tag in mark.tags
    )


def _joined_by_or(reading: Reading) -> bool:
    """Whether an "or" stands between two of the states named."""
    alternatives = [mark for mark in reading.marks if "scope.or" in mark.tags]
    return any(
        one.end <= mark.start < other.at
        for one, other in pairwise(reading.entities.mentions)
        for mark in alternatives
    )
