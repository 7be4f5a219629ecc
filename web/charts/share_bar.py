"""Bars: how a vote divides, and how far a share is from its threshold."""

from dataclasses import dataclass
from fractions import Fraction

from assistant.citing.computation import round_half_up
from assistant.counting.majority import Majority
from assistant.counting.tally import Tally
from corpus.model import MajorityRule, Position

WIDTH = 640
_ORDER = ("for", "abstention", "against", "unknown", "not_participating")


@dataclass(frozen=True, slots=True)
class Segment:
    """One position's part of the bar. Units: pixels of the drawing."""

    position: str
    count: int
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Gauge:
    """A share against its threshold, both in percent as text; ``x`` values in pixels of the drawing.

    ``count`` and ``needed`` are numbers of members, None for the population.
    """

    kind: str
    percent: str
    threshold: str
    width: str
    threshold_x: str
    is_reached: bool
    count: int | None = None
    needed: int | None = None
    of: int | None = None


def segments(tally: Tally) -> tuple[Segment, ...]:
    """The positions of a tally as parts of one bar; a position that nobody took has none."""
    counts = {**{str(p): tally.count(p) for p in Position}, "unknown": len(tally.unknown)}
    total = sum(counts.values()) or 1
    found: list[Segment] = []
    before = 0
    for position in _ORDER:
        if counts[position]:
            x, width = Fraction(before * WIDTH, total), Fraction(counts[position] * WIDTH, total)
            found.append(Segment(position, counts[position], _pixels(x), _pixels(width)))
            before += counts[position]
    return tuple(found)


def gauges(majority: Majority) -> tuple[Gauge, ...]:
    """Members and population against what the rule needs; without a population table, members only.

    None where no number is needed: under unanimity, and where votes were weighted.
    """
    if majority.is_weighted or majority.kind is MajorityRule.UNANIMITY:
        return ()
    needed = Fraction(majority.members_needed, majority.members_total or 1)
    members = Gauge(
        kind="members",
        percent=_percent(majority.member_share),
        threshold=_percent(majority.member_share_needed or needed),
        width=_pixels(majority.member_share * WIDTH),
        threshold_x=_pixels(needed * WIDTH),
        is_reached=majority.members_for >= majority.members_needed,
        count=majority.members_for,
        needed=majority.members_needed,
        of=majority.members_total,
    )
    if majority.population is None or majority.population_needed is None:
        return (members,)
    share, threshold = majority.population.value, majority.population_needed
    population = Gauge(
        kind="population",
        percent=_percent(share),
        threshold=_percent(threshold),
        width=_pixels(share * WIDTH),
        threshold_x=_pixels(threshold * WIDTH),
        is_reached=majority.population.reaches(threshold) is True,
    )
    return members, population


def _percent(share: Fraction) -> str:
    return str(round_half_up(share * 100, 2))


def _pixels(value: Fraction) -> str:
    return str(round_half_up(value, 2))
