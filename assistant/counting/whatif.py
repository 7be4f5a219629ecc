"""What would have changed the result: smallest sets of switches, pivotal states, coalitions.

Everything here is hypothetical and computed from the real vote of one reading. The search is exact: a
size is only said to be the smallest because no smaller set can do it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from math import comb

from assistant.counting import majority
from assistant.counting.electorate import Electorate, Interval
from assistant.counting.readings import Reading
from corpus.model import MajorityRule, Position

MOST_SETS = 20_000  # beyond this many candidates the sets are not listed, only their size is given


@dataclass(frozen=True, slots=True)
class Turning:
    """The smallest changes that would have turned the result.

    ``to`` is the position the states of a set would have had to take. ``size`` is None where no
    change of that kind turns the result. ``sets`` are all smallest sets; they are not listed
    (``listed`` False) where there are too many to try.
    """

    to: Position
    size: int | None
    sets: tuple[tuple[str, ...], ...]
    listed: bool


@dataclass(frozen=True, slots=True)
class Coalition:
    """Some members taken together: their weight, and whether they could block alone.

    ``blocks`` tells whether they could block if all others voted in favour, ``carries`` whether they alone
    would carry the act; None where the population shares leave it open.
    """

    states: tuple[str, ...]
    population: Interval | None
    blocks: bool | None
    carries: bool | None


@dataclass(frozen=True, slots=True)
class PowerOfBlocking:
    """How many states it takes to block: at least ``fewest``; any ``always`` of them do.

    ``largest`` are the most populous states of the smallest number that can block. ``fewest`` is None
    where the population shares are not known, ``always`` where votes were weighted.
    """

    fewest: int | None
    largest: tuple[str, ...]
    always: int | None


def turning(reading: Reading) -> Turning | None:
    """The smallest sets of members whose other vote would have turned the result.

    None where the result itself is not known, or what the people of a member would have added to it.
    """
    reached, electorate, counted = reading.majority.is_reached, reading.electorate, reading.tally
    unweighed = electorate.kind is MajorityRule.QUALIFIED and electorate.hundredths is None
    if reached is None or counted.unknown or unweighed:
        return None
    if reached:
        movable, to = counted.states(Position.FOR), Position.AGAINST
        if electorate.kind is MajorityRule.UNANIMITY:
            movable = (*movable, *counted.states(Position.ABSTENTION))
    else:
        movable, to = (*counted.states(Position.AGAINST), *counted.states(Position.ABSTENTION)), Position.FOR
        if electorate.kind is MajorityRule.UNANIMITY:
            movable, to = counted.states(Position.AGAINST), Position.ABSTENTION
    ranked = by_population(electorate, movable)
    size = next((n for n in range(1, len(ranked) + 1) if _turns(reading, ranked[:n], to)), None)
    if size is None:
        return Turning(to, None, (), True)
    if comb(len(ranked), size) > MOST_SETS:
        return Turning(to, size, (tuple(sorted(ranked[:size])),), False)
    sets = (s for s in combinations(sorted(movable), size) if _turns(reading, s, to))
    return Turning(to, size, tuple(sets), True)


def pivotal(reading: Reading) -> tuple[str, ...]:
    """The members each of which alone would have turned the result."""
    found = turning(reading)
    return tuple(s[0] for s in found.sets) if found is not None and found.size == 1 else ()


def coalition(reading: Reading, states: Iterable[str]) -> Coalition:
    """Those of the states that take part, taken together."""
    electorate, wanted = reading.electorate, frozenset(states)
    mine = tuple(state for state in electorate.states if state in wanted)
    others = tuple(state for state in electorate.states if state not in wanted)
    return Coalition(
        states=mine,
        population=electorate.population_of(mine),
        blocks=majority.blocks(electorate, mine),
        carries=electorate.outcome(mine, others),
    )


def heaviest(reading: Reading, count: int) -> Coalition:
    """The most populous members of that number, taken together."""
    return coalition(reading, by_population(reading.electorate, reading.electorate.states)[:count])


def lightest(reading: Reading, count: int) -> Coalition:
    """The least populous members of that number, taken together."""
    ranked = by_population(reading.electorate, reading.electorate.states)
    return coalition(reading, ranked[len(ranked) - count :] if count else ())


def power_of_blocking(reading: Reading) -> PowerOfBlocking:
    """How many members it takes to block at the least, and how many always suffice."""
    electorate = reading.electorate
    if reading.majority.is_weighted:
        return PowerOfBlocking(None, (), None)
    ranked = by_population(electorate, electorate.states)
    sizes = range(1, len(ranked) + 1)
    fewest = next((n for n in sizes if majority.blocks(electorate, ranked[:n]) is True), len(ranked))
    if electorate.hundredths is None and electorate.kind is MajorityRule.QUALIFIED:
        return PowerOfBlocking(None, (), len(ranked) - electorate.members_needed + 1)
    always = next(
        (n for n in sizes if majority.blocks(electorate, ranked[len(ranked) - n :]) is True), len(ranked)
    )
    return PowerOfBlocking(fewest, ranked[:fewest], always)


def population_without(reading: Reading, state: str) -> Interval | None:
    """The population share in favour had one member not voted for."""
    in_favour = (s for s in reading.tally.states(Position.FOR) if s != state)
    return reading.electorate.population_of(tuple(in_favour))


def by_population(electorate: Electorate, states: Iterable[str]) -> tuple[str, ...]:
    """The states of the electorate among these, most populous first; by code where no table ranks them."""
    wanted = frozenset(states)
    return tuple(state for state in electorate.most_populous if state in wanted)


def _turns(reading: Reading, states: Iterable[str], to: Position) -> bool:
    """Whether the result becomes the certain opposite once these members take that position."""
    moved = frozenset(states)
    in_favour = moved.union(reading.tally.states(Position.FOR))
    against = moved.union(reading.tally.states(Position.AGAINST))
    if to is not Position.AGAINST:
        against -= moved
    if to is not Position.FOR:
        in_favour -= moved
    result = reading.electorate.outcome(in_favour, against)
    return result is not None and result is not reading.majority.is_reached
