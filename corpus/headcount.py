"""The numbers a notice gives beside positions, held against the names: "two delegations", "the 22 others".

Knows how many members the Council had on a day. A number that does not agree is a doubt, for somebody was
not read, or took no part and is not named.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from corpus.finding import Finding
from corpus.lexicon import Lexicon, Stance
from corpus.member_state import EVER_MEMBERS, is_member
from corpus.model import Position, ReaderWarning, Stated, StatedPosition
from corpus.text import Span
from corpus.voter import Who

_DIGITS = re.compile(r"(?<!\w)\d{1,2}(?!\w)")


@dataclass(frozen=True, slots=True)
class Headcount:
    """A number of delegations at a position; ``is_of_others`` where it is that of all not named."""

    position: Position
    number: int
    span: Span
    is_of_others: bool = False


def headcount_in(folded: str, finding: Finding, lexicon: Lexicon) -> Headcount | None:
    """The number a clause gives beside a position; its span is a place in the clause."""
    voters, cue = finding.voters, finding.cue
    if cue is None or cue.stance is Stance.UNCLEAR:
        return None
    if voters is not None and voters.who is Who.ALL:
        number = _number_in(folded[voters.span.start : voters.span.end], lexicon) or cue.count
        is_told = number and cue.stance is Stance.FOR and not voters.is_everyone
        return Headcount(Position.FOR, number, voters.span, is_of_others=True) if is_told and number else None
    if not cue.count or (voters is not None and voters.who is not Who.NAMED):
        return None
    return Headcount(Position(cue.stance), cue.count, cue.span)


def miscounted(counts: Sequence[Headcount], positions: Sequence[StatedPosition]) -> frozenset[Position]:
    """The positions that names are given at, and another number of them."""
    named = _named(positions)
    wrong = {c.position for c in counts if named[c.position] and c.number != named[c.position]}
    return frozenset(wrong - {Position.FOR})


def count_warnings(
    counts: Sequence[Headcount], positions: Sequence[StatedPosition], *, on: date | None
) -> Iterator[ReaderWarning]:
    """Where a number does not agree with the names, or with the members not named."""
    named, members = _named(positions), members_on(on)
    for count in counts:
        others = members - len(positions)
        if count.is_of_others and count.number != others:
            message = f"the text counts {count.number} others, {others} members are not named"
            yield ReaderWarning("count_disagrees", message, count.span)
        elif count.position is not Position.FOR and count.number != named[count.position]:
            message = f"the text counts {count.number} at {count.position} and names {named[count.position]}"
            yield ReaderWarning("count_disagrees", message, count.span)


def counted_remainder(
    counts: Sequence[Headcount], positions: Sequence[StatedPosition], *, on: date | None
) -> Stated[Position] | None:
    """ "25 in favour" beside two named states speaks of all the others, if the sum is all members."""
    others = [p for p in positions if p.position is not Position.FOR]
    for count in counts:
        is_whole = count.position is Position.FOR and count.number + len(others) == members_on(on)
        if is_whole and len(others) == len(positions):
            return Stated(Position.FOR, count.span)
    return None


def members_on(on: date | None) -> int:
    """How many members the Council had on a day; today's number where the day is not known."""
    day = on.date() if isinstance(on, datetime) else on
    return sum(1 for state in EVER_MEMBERS if is_member(state, day))


def _named(positions: Sequence[StatedPosition]) -> dict[Position, int]:
    return {each: sum(1 for p in positions if p.position is each) for each in Position}


def _number_in(words: str, lexicon: Lexicon) -> int | None:
    digits, word = _DIGITS.search(words), lexicon.numbers.search(words)
    if digits:
        return int(digits[0])
    number = lexicon.number_values.get(" ".join(word[0].split())) if word else None
    return None if number in (0, 1) else number
