"""A number's working: a small graph whose leaves are cited characters or reference rows.

A computation is exact (``Fraction``); rounding is for showing and is said. Assumptions that the
record does not make are inputs with a name, never hidden in the formula.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assistant.citing.citation import Place


@dataclass(frozen=True, slots=True)
class Input:
    """One leaf or intermediate of a computation.

    ``name`` stands in the formula; ``label`` is a wording key. Exactly one of ``place`` (the
    cited characters), ``computation`` (the id of another computation) or ``assumption`` (a
    wording key that names it) says where the value is from.
    """

    name: str
    label: str
    value: Fraction
    unit: str
    place: Place | None = None
    computation: str | None = None
    assumption: str | None = None


@dataclass(frozen=True, slots=True)
class Computation:
    """A value, how it came about, and from what.

    ``formula`` is arithmetic over the inputs' names ("coverage = pledged / needed" is written
    "pledged / needed"), so that anyone can redo it; ``decimals`` says to how many places the
    shown value is rounded (half up). ``low`` and ``high`` bound the value where inputs are
    published rounded. ``claimant`` is whose figures went in, None when nobody's claim did.
    """

    id: str
    label: str
    value: Fraction
    unit: str
    formula: str
    inputs: tuple[Input, ...]
    decimals: int
    low: Fraction | None = None
    high: Fraction | None = None
    claimant: str | None = None

    @property
    def rounded(self) -> Decimal:
        """The value as shown, rounded half up to ``decimals`` places."""
        return round_half_up(self.value, self.decimals)


def round_half_up(value: Fraction, decimals: int) -> Decimal:
    """Round an exact value away from zero at the half.

    >>> round_half_up(Fraction(1, 8), 2)
    Decimal('0.13')
    """
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(whole if value >= 0 else -whole).scaleb(-decimals)
