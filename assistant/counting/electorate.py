"""The electorate: who votes, with what weight, under which rule, and what that decides.

Exact: population shares are whole hundredths of a percent, thresholds are fractions, and the rounding of
the published shares is carried as an interval. A result that the rounding leaves open is None.
Source: TEU 16(3) and (4); TFEU 238(1) to (4).
"""

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from corpus.model import MajorityRule

POPULATION_NEEDED = Fraction(65, 100)
MEMBERS_NEEDED = Fraction(55, 100)
MEMBERS_NEEDED_REINFORCED = Fraction(72, 100)  # no proposal of the Commission or the High Representative
FEWEST_MEMBERS = 15  # TEU 16(4) only: where all members take part
FEWEST_BLOCKING = 4  # TEU 16(4)


@dataclass(frozen=True, slots=True)
class Interval:
    """A share of the whole: as the table gives it, and the bounds its rounding allows."""

    value: Fraction
    low: Fraction
    high: Fraction

    def reaches(self, threshold: Fraction) -> bool | None:
        """Whether the share is at least the threshold; None where the rounding leaves it open."""
        if self.low >= threshold:
            return True
        return None if self.high >= threshold else False


@dataclass(frozen=True, slots=True)
class Electorate:
    """The members that vote, in the order of their codes.

    ``is_whole`` says that every member of the Council takes part. ``hundredths`` are population
    shares in hundredths of a percent, state by state; None where there is no table for the year.
    ``is_weighted`` says that votes of that day were weighted by rules that are not computed here
    (Protocol No 36, Article 3): no qualified majority then follows.
    """

    states: tuple[str, ...]
    kind: MajorityRule
    reinforced: bool
    is_whole: bool
    hundredths: tuple[int, ...] | None
    is_weighted: bool = False

    @property
    def member_share_needed(self) -> Fraction:
        """The share of the members that a qualified majority needs."""
        return MEMBERS_NEEDED_REINFORCED if self.reinforced else MEMBERS_NEEDED

    @property
    def members_needed(self) -> int:
        """How many members must be in favour.

        Source: TEU 16(4), TFEU 238(2) and (3) for a qualified majority, 238(1) for a simple one.
        """
        count = len(self.states)
        if self.kind is MajorityRule.SIMPLE:
            return count // 2 + 1
        if self.kind is MajorityRule.UNANIMITY:
            return 0  # TFEU 238(4): abstentions do not prevent it; only a vote against does
        share = self.member_share_needed
        needed = -(-count * share.numerator // share.denominator)
        return max(needed, FEWEST_MEMBERS) if self.is_whole and not self.reinforced else needed

    @property
    def article(self) -> str:
        """The name of the note on the provision that applies."""
        if self.kind is MajorityRule.SIMPLE:
            return "tfeu-238-1"
        if self.kind is MajorityRule.UNANIMITY:
            return "tfeu-238-4"
        if self.is_whole:
            return "tfeu-238-2" if self.reinforced else "teu-16-4"
        return "tfeu-238-3-b" if self.reinforced else "tfeu-238-3-a"

    @property
    def blocking_members(self) -> int | None:
        """The fewest members a blocking minority must include.

        Four where all take part; else as few as stand for more than 35 % of the population of those
        that do, plus one. None where the rule knows none, or where there is no population table.
        Source: TEU 16(4); TFEU 238(3)(a), second subparagraph.
        """
        if self.kind is not MajorityRule.QUALIFIED or self.reinforced:
            return None
        if self.is_whole:
            return FEWEST_BLOCKING
        if self.hundredths is None:
            return None
        total, sum_of_largest = sum(self.hundredths), 0
        for count, share in enumerate(sorted(self.hundredths, reverse=True), start=1):
            sum_of_largest += share
            if sum_of_largest > (1 - POPULATION_NEEDED) * total:
                return count + 1
        return None

    @property
    def most_populous(self) -> tuple[str, ...]:
        """All members, the most populous first; by their codes where no table ranks them."""
        shares = self.hundredths or (0,) * len(self.states)
        pairs = sorted(zip(shares, self.states, strict=True), key=lambda pair: (-pair[0], pair[1]))
        return tuple(state for _, state in pairs)

    def population_of(self, states: Collection[str]) -> Interval | None:
        """The share of the electorate's population that lives in some of its states.

        Every published share may be off by half a hundredth: the lowest share takes that from each
        of these states and gives it to each other one, the highest does the reverse.
        """
        if self.hundredths is None or not self.states:
            return None
        chosen = [share for state, share in zip(self.states, self.hundredths, strict=True) if state in states]
        mine, all_ = 2 * sum(chosen), 2 * sum(self.hundredths)
        count, others = len(chosen), len(self.states) - len(chosen)
        if count in (0, len(self.states)):
            whole = Fraction(1 if count else 0)
            return Interval(whole, whole, whole)
        return Interval(
            Fraction(mine, all_),
            Fraction(mine - count, all_ - count + others),
            Fraction(mine + count, all_ + count - others),
        )

    def outcome(self, in_favour: Collection[str], against: Collection[str] = ()) -> bool | None:
        """Whether the vote carries; None where the population shares do not settle it.

        ``against`` matters to unanimity only: elsewhere nothing but votes in favour counts.
        """
        if self.kind is MajorityRule.UNANIMITY:
            return not against
        if self.is_weighted and self.kind is MajorityRule.QUALIFIED:
            return None
        if len(in_favour) < self.members_needed:
            return False
        if self.kind is MajorityRule.SIMPLE or len(in_favour) == len(self.states):
            return True
        blocking = self.blocking_members
        if blocking is not None and len(self.states) - len(in_favour) < blocking:
            return True  # no blocking minority: the majority is deemed attained
        return self._reaches_population(in_favour)

    def _reaches_population(self, in_favour: Collection[str]) -> bool | None:
        """``population_of(in_favour).reaches(…)`` in whole numbers: searches try thousands of sets."""
        if self.hundredths is None:
            return None
        pairs = zip(self.states, self.hundredths, strict=True)
        mine, count = 2 * sum(share for state, share in pairs if state in in_favour), len(in_favour)
        all_, others = 2 * sum(self.hundredths), len(self.states) - count
        part, whole = POPULATION_NEEDED.numerator, POPULATION_NEEDED.denominator
        if (mine - count) * whole >= part * (all_ - count + others):
            return True
        return None if (mine + count) * whole >= part * (all_ + count - others) else False
