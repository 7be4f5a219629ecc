"""The arithmetic of a contrast: what share is there, what is missing, what two alternatives amount to.

A number of things *or* an amount of money are alternatives: they are never added as they stand. Put into one
unit they need a rate; the one the expected figures imply is an assumption and bears a name.
Source: Regulation (EU) 2024/1351, Articles 12 and 56, for relocations and contributions.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from assistant.citing import location
from assistant.citing.computation import Computation, Input
from assistant.counting.contrast import Contrast
from corpus.model import Figure, Record

IMPLIED_RATE = "assumption.implied_rate"
RATIO = "ratio"
_RATIO_DECIMALS = 4
_CURRENCY_LENGTH = 3


def computations(record: Record, contrast: Contrast, *, suffix: str) -> tuple[Computation, ...]:
    """Everything that follows from one contrast; ``suffix`` keeps ids apart where there are several.

    A figure that is set against nought is left out.
    """
    counting = _Counting(record, contrast, suffix)
    units = [unit for unit in contrast.units if contrast.pair(unit)[1].value]
    each = [computation for unit in units for computation in counting.of_one_unit(unit)]
    money = [unit for unit in units if is_currency(unit)]
    counts = [unit for unit in units if not is_currency(unit)]
    if contrast.are_alternatives and len(money) == len(counts) == 1:
        each += counting.of_alternatives(money[0], counts[0])
    return tuple(each)


def is_currency(unit: str) -> bool:
    """Whether a unit is a currency code."""
    return len(unit) == _CURRENCY_LENGTH and unit.isupper()


def plural(unit: str) -> str:
    """How a unit stands in a computation's id.

    >>> plural("illegal_entry"), plural("relocation"), plural("EUR")
    ('illegal_entries', 'relocations', 'eur')
    """
    if is_currency(unit):
        return unit.lower()
    return f"{unit[:-1]}ies" if unit.endswith("y") else f"{unit}s"


@dataclass(frozen=True, slots=True)
class _Counting:
    """The arithmetic of one contrast; every leaf is a figure's own characters."""

    record: Record
    contrast: Contrast
    suffix: str

    def of_one_unit(self, unit: str) -> Iterator[Computation]:
        """What share of the expected figure is there, and what is missing; nothing is where more came."""
        actual, expected = self._pair(unit, "actual", "expected")
        inputs, value = (actual, expected), actual.value / expected.value
        yield self._computed(f"coverage_{plural(unit)}", value, RATIO, "actual / expected", inputs)
        missing = expected.value - actual.value
        if missing >= 0:
            formula = "expected - actual"
            yield self._computed(f"shortfall_{plural(unit)}", missing, unit, formula, inputs)

    def of_alternatives(self, money: str, count: str) -> Iterator[Computation]:
        """What the two alternatives amount to in one unit, at the rate that the expected ones imply."""
        counts, amounts = plural(count), plural(money)
        paid, due = self._pair(money, "amount", "amount")
        given, needed = self._pair(count, "number", "number")
        value, unit = due.value / needed.value, f"{money}/{count}"
        rate = self._computed(f"rate_{amounts}_per_{count}", value, unit, "amount / number", (due, needed))
        yield rate
        assumed = Input("rate", "rate", rate.value, unit, assumption=IMPLIED_RATE)
        value = paid.value / rate.value
        equivalent = self._computed(f"equivalent_{counts}", value, count, "amount / rate", (paid, assumed))
        yield equivalent
        inputs = (given, _result(equivalent, "equivalent"))
        value = given.value + equivalent.value
        combined = self._computed(f"combined_{counts}", value, count, "number + equivalent", inputs)
        yield combined
        inputs = (_result(combined, "combined"), self._pair(count, "actual", "expected")[1])
        value = combined.value / needed.value
        yield self._computed("combined_coverage", value, RATIO, "combined / expected", inputs)
        value = paid.value + given.value * rate.value
        formula = "amount + number * rate"
        yield self._computed(f"combined_{amounts}", value, money, formula, (paid, given, assumed))

    def _pair(self, unit: str, actual: str, expected: str) -> tuple[Input, Input]:
        """The two figures of a unit under these names."""
        have, need = self.contrast.pair(unit)
        return self._leaf(have, actual), self._leaf(need, expected)

    def _leaf(self, figure: Figure, name: str) -> Input:
        place = location.statement_place(self.record, self.contrast.statement, figure.span)
        return Input(name, name, Fraction(figure.value), figure.unit, place=place)

    def _computed(
        self, name: str, value: Fraction, unit: str, formula: str, inputs: tuple[Input, ...]
    ) -> Computation:
        return Computation(
            id=name + self.suffix,
            label=name,
            value=value,
            unit=unit,
            formula=formula,
            inputs=inputs,
            decimals=_RATIO_DECIMALS if unit == RATIO else 0 if value.denominator == 1 else 2,
            claimant=self.contrast.actual[0].claimant,
        )


def _result(computation: Computation, name: str) -> Input:
    """Another computation's value as an input."""
    return Input(name, name, computation.value, computation.unit, computation=computation.id)
