"""Was the majority reached: the computed answer, beside what the notice states.

Knows how a tally meets the thresholds of its electorate. Refuses to know where either comes from.
"""

from dataclasses import dataclass
from fractions import Fraction

from assistant.citing import reference
from assistant.citing.citation import Place
from assistant.counting.electorate import POPULATION_NEEDED, Electorate, Interval
from assistant.counting.tally import Tally
from corpus.model import MajorityRule, Position


@dataclass(frozen=True, slots=True)
class BlockingMinority:
    """Whether those not in favour could block, and what they would have needed.

    ``members_needed`` is None where the rule asks for no number of members. ``is_formed`` is None
    where the population shares do not settle it.
    """

    members: int
    members_needed: int | None
    population: Interval | None
    population_needed: Fraction
    is_formed: bool | None


@dataclass(frozen=True, slots=True)
class Majority:
    """What a tally amounts to under its rule.

    ``kind_stated`` is False where the notice names no rule and the general one is taken (TEU 16(3)).
    ``year`` is the year whose population table is asked for; ``population`` is None where there is
    none. ``article`` is the note on the provision. ``is_reached`` is the computed result, None
    where it cannot be computed; ``stated`` is what the notice says, None where it says nothing.
    ``is_weighted`` says that votes of that day were weighted: the thresholds given are not theirs.
    """

    kind: MajorityRule
    kind_stated: bool
    reinforced: bool
    article: Place
    year: int | None
    members_total: int
    members_for: int
    members_needed: int
    member_share_needed: Fraction | None
    population: Interval | None
    population_needed: Fraction | None
    blocking: BlockingMinority | None
    is_reached: bool | None
    stated: bool | None
    stated_places: tuple[Place, ...] = ()
    is_weighted: bool = False

    @property
    def member_share(self) -> Fraction:
        """The share of the taking part members that is in favour."""
        return Fraction(self.members_for, self.members_total or 1)

    @property
    def members_margin(self) -> int:
        """How many members in favour there were above the number needed (negative: short)."""
        return self.members_for - self.members_needed

    @property
    def population_margin(self) -> Fraction | None:
        """How far the population in favour is above the threshold, as a share (negative: short)."""
        if self.population is None or self.population_needed is None:
            return None
        return self.population.value - self.population_needed

    @property
    def agrees(self) -> bool | None:
        """Whether the computed result is the stated one; None where one of them is missing."""
        if self.is_reached is None or self.stated is None:
            return None
        return self.is_reached == self.stated


@dataclass(frozen=True, slots=True)
class StatedOutcome:
    """What the notice itself says of the majority: its rule, whether it was reached, and where."""

    kind_stated: bool
    reached: bool | None
    places: tuple[Place, ...]


def majority_of(tally: Tally, electorate: Electorate, year: int | None, stated: StatedOutcome) -> Majority:
    """The majority of a tally, computed and held against what the notice states."""
    in_favour = tally.states(Position.FOR)
    is_qualified = electorate.kind is MajorityRule.QUALIFIED
    return Majority(
        kind=electorate.kind,
        kind_stated=stated.kind_stated,
        reinforced=electorate.reinforced,
        article=reference.note(electorate.article),
        year=year,
        members_total=len(electorate.states),
        members_for=len(in_favour),
        members_needed=electorate.members_needed,
        member_share_needed=electorate.member_share_needed if is_qualified else None,
        population=electorate.population_of(in_favour),
        population_needed=POPULATION_NEEDED if is_qualified else None,
        blocking=_blocking(electorate, in_favour) if is_qualified else None,
        is_reached=outcome_of(tally, electorate),
        stated=stated.reached,
        stated_places=stated.places,
        is_weighted=electorate.is_weighted and is_qualified,
    )


def outcome_of(tally: Tally, electorate: Electorate) -> bool | None:
    """Whether the vote carries whatever the members of unknown position did; None where it depends."""
    against, unknown = tally.states(Position.AGAINST), tally.unknown
    in_favour = tally.states(Position.FOR)
    worst = electorate.outcome(in_favour, (*against, *unknown))
    best = electorate.outcome((*in_favour, *unknown), against)
    return worst if worst == best else None


def blocks(electorate: Electorate, states: tuple[str, ...]) -> bool | None:
    """Whether these states could block if nobody else did; None where the shares leave it open."""
    in_favour = tuple(state for state in electorate.states if state not in states)
    carried = electorate.outcome(in_favour, tuple(state for state in electorate.states if state in states))
    return None if carried is None else not carried


def _blocking(electorate: Electorate, in_favour: tuple[str, ...]) -> BlockingMinority:
    others = tuple(state for state in electorate.states if state not in in_favour)
    return BlockingMinority(
        members=len(others),
        members_needed=electorate.blocking_members,
        population=electorate.population_of(others),
        population_needed=1 - POPULATION_NEEDED,
        is_formed=blocks(electorate, others),
    )
