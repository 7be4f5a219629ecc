"""Plain arithmetic on the figures a question names: a difference, a share, a quotient, a sum, a percentage.

Knows which of them a statement claims; a number that no statement holds stays the asker's and is marked so.
Refuses to compute where no statement claims any of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from assistant.citing.computation import Computation, Input
from assistant.counting.majority_working import RATIO
from assistant.counting.pool import ClaimedFigure, PoolFigures
from assistant.counting.shortfall import is_currency, plural
from assistant.question import Amount

ASKED = "assumption.asked"
PERCENT = "percent"
_SCALES = (1, 10**6, 10**9, 10**3)
_PAIR, _FEW = 2, 4
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Operand:
    """A number to compute with: its value, its unit, and the figure it is; None where it is the asker's."""

    value: Fraction
    unit: str
    claimed: ClaimedFigure | None

    def leaf(self, name: str) -> Input:
        """The operand under a name of a formula."""
        if self.claimed is None:
            return Input(name, name, self.value, self.unit, assumption=ASKED)
        return Input(name, name, self.value, self.unit, place=self.claimed.place)


def operands(amounts: Iterable[Amount], pool: PoolFigures) -> tuple[Operand, ...]:
    """The numbers named, each as the figure it is; nothing where no statement claims any of them."""
    named = tuple(amounts)
    matched = {amount: _figure_of(amount, pool) for amount in named}
    known = [figure for figure in matched.values() if figure is not None]
    if not known:
        return ()
    return tuple(_operand(amount, matched[amount], known[0]) for amount in named)


def of_states(states: Sequence[str], pool: PoolFigures) -> tuple[Operand, ...]:
    """The figures that the statements of some states give, each value once."""
    found = {
        (claimed.figure.value, claimed.figure.unit): Operand(
            Fraction(claimed.figure.value), claimed.figure.unit, claimed
        )
        for claimed in pool.claimed
        if set(states) & {*claimed.statement.speakers}
    }
    return tuple(found.values())


def by_unit(found: Sequence[Operand]) -> tuple[tuple[Operand, ...], ...]:
    """The operands of one unit together, percentages left out."""
    units = dict.fromkeys(operand.unit for operand in found if operand.unit != PERCENT)
    return tuple(tuple(operand for operand in found if operand.unit == unit) for unit in units)


def differences(found: Sequence[Operand]) -> tuple[Computation, ...]:
    """By how much the larger of two figures of a unit exceeds the smaller."""
    return _numbered(
        _computed("difference", "larger - smaller", larger.unit, larger=larger, smaller=smaller)
        for smaller, larger in _pairs(found)
    )


def ratios(found: Sequence[Operand]) -> tuple[Computation, ...]:
    """What share of the larger of two figures of a unit the smaller is."""
    return _numbered(
        _computed("ratio", "part / whole", RATIO, part=smaller, whole=larger)
        for smaller, larger in _pairs(found)
        if larger.value
    )


def quotients(found: Sequence[Operand]) -> tuple[Computation, ...]:
    """What an amount of money comes to for each of a number of something."""
    money = [operand for operand in found if is_currency(operand.unit)]
    counts = [operand for operand in found if not is_currency(operand.unit) and operand.unit != PERCENT]
    if len(money) != 1 or len(counts) != 1 or not counts[0].value:
        return ()
    unit = f"{money[0].unit}/{counts[0].unit}"
    return (_computed("quotient", "amount / number", unit, amount=money[0], number=counts[0]),)


def sums(found: Sequence[Operand]) -> tuple[Computation, ...]:
    """What the figures of a unit make together."""
    groups = (group for group in by_unit(found) if len(group) > 1)
    return tuple(
        _computed(
            "sum",
            " + ".join(f"term_{n}" for n, _ in enumerate(group, start=1)),
            group[0].unit,
            **{f"term_{n}": operand for n, operand in enumerate(group, start=1)},
        )
        for group in groups
    )


def percentages(found: Sequence[Operand]) -> tuple[Computation, ...]:
    """A percentage of each figure beside it."""
    rates = [operand for operand in found if operand.unit == PERCENT][:1]
    wholes = [operand for operand in found if operand.unit != PERCENT]
    return tuple(
        _computed("share_of", "percentage / 100 * whole", whole.unit, percentage=rate, whole=whole)
        for rate in rates
        for whole in wholes
    )


def _pairs(found: Sequence[Operand]) -> Iterable[tuple[Operand, Operand]]:
    """The figures of each unit that has a few, each smaller one with the largest."""
    for group in by_unit(found):
        if _PAIR <= len(group) <= _FEW:
            *smaller, largest = sorted(group, key=lambda operand: operand.value)
            yield from ((each, largest) for each in smaller)


def _numbered(found: Iterable[Computation]) -> tuple[Computation, ...]:
    """Computations with ids of their own where several are of one kind."""
    told: dict[str, int] = {}
    kept = []
    for computation in found:
        told[computation.id] = n = told.get(computation.id, 0) + 1
        kept.append(computation if n == 1 else replace(computation, id=f"{computation.id}_{n}"))
    return tuple(kept)


def _computed(name: str, formula: str, unit: str, **named: Operand) -> Computation:
    inputs = tuple(operand.leaf(key) for key, operand in named.items())
    value, claimants = _value(name, list(named.values())), {c for o in named.values() if (c := _claimant(o))}
    return Computation(
        id=f"{name}_{plural(inputs[-1].unit)}",
        label=name,
        value=value,
        unit=unit,
        formula=formula,
        inputs=inputs,
        decimals=4 if unit == RATIO else 0 if value.denominator == 1 else 2,
        claimant=claimants.pop() if len(claimants) == 1 else None,
    )


def _value(name: str, found: Sequence[Operand]) -> Fraction:
    first, second = found[0].value, found[1].value
    match name:
        case "difference":
            return first - second
        case "ratio" | "quotient":
            return first / second
        case "share_of":
            return first / _HUNDRED * second
        case _:
            return sum((operand.value for operand in found), Fraction(0))


def _claimant(operand: Operand) -> str | None:
    return operand.claimed.figure.claimant if operand.claimed is not None else None


def _figure_of(amount: Amount, pool: PoolFigures) -> ClaimedFigure | None:
    """The claimed figure an amount is, one that is set against another first."""
    ranked = sorted(pool.claimed, key=lambda claimed: claimed.role is None)
    for scale in _SCALES if amount.unit is None else (1,):
        for claimed in ranked:
            if claimed.figure.value == amount.value * scale and _agrees(amount.unit, claimed.figure.unit):
                return claimed
    return None


def _agrees(named: str | None, unit: str) -> bool:
    """Whether a unit named may be a figure's: "962 people" are the 962 relocations."""
    counted = not (is_currency(unit) or unit == PERCENT)
    return named in {None, unit} or (
        counted and named is not None and not is_currency(named) and named != PERCENT
    )


def _operand(amount: Amount, claimed: ClaimedFigure | None, beside: ClaimedFigure) -> Operand:
    if claimed is not None:
        return Operand(Fraction(claimed.figure.value), claimed.figure.unit, claimed)
    unit = amount.unit or beside.figure.unit
    is_short = amount.unit is None and is_currency(unit) and beside.figure.value >= 10**6 > amount.value
    return Operand(Fraction(amount.value * (10**6 if is_short else Decimal(1))), unit, None)
