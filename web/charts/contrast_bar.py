"""Claimed figures set against each other: what there is beside what was to be, per unit."""

from dataclasses import dataclass
from fractions import Fraction

from assistant.citing.computation import round_half_up
from assistant.counting.pool import ClaimedFigure, PoolFigures
from web.charts.share_bar import WIDTH


@dataclass(frozen=True, slots=True)
class Contrasted:
    """One unit's actual and expected figure; the expected one fills the bar. Units: pixels."""

    unit: str
    actual: ClaimedFigure
    expected: ClaimedFigure
    width: str
    percent: str


def contrasted(figures: PoolFigures) -> tuple[Contrasted, ...]:
    """Per unit the first actual and the first expected figure of one claimant."""
    found: list[Contrasted] = []
    for unit in dict.fromkeys(claimed.figure.unit for claimed in figures.claimed):
        actual = next((c for c in figures.of_unit(unit) if c.role == "actual"), None)
        expected = next((c for c in figures.of_unit(unit) if c.role == "expected"), None)
        if actual and expected and expected.figure.value and expected.figure.value >= actual.figure.value:
            share = Fraction(actual.figure.value) / Fraction(expected.figure.value)
            width, percent = round_half_up(share * WIDTH, 2), round_half_up(share * 100, 2)
            found.append(Contrasted(unit, actual, expected, str(width), str(percent)))
    return tuple(found)
