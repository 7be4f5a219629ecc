"""Figures that a question takes for granted: that a state names one, or that the Council approved one.

Knows how such a figure is told. Refuses to know whose it is.
"""

from collections.abc import Iterator

from assistant.question import Form, Intent, Premise, PremiseKind
from assistant.understanding.amount import is_figure
from assistant.understanding.reading import RIGHT, Reading

_ON_FIGURES = frozenset(
    {
        Intent.FIGURE,
        Intent.STATEMENT,
        Intent.REASON,
        Intent.QUOTATION,
        Intent.POOL_COMPUTATION,
        Intent.PASSAGE,
    }
)


def premises_of(reading: Reading, intent: Intent, shape: Form) -> Iterator[Premise]:
    """Spain's 50 000 relocations: somebody says 50 000; "the 50 000 that were approved": the Council does."""
    if intent not in _ON_FIGURES:
        return
    figures = [amount for amount in reading.amounts if is_figure(amount)]
    if len(figures) == 1 and _is_approved(reading):
        yield Premise(PremiseKind.FIGURE, amount=figures[0], adopted=True)
        return
    is_asked = shape is Form.YES_NO and not reading.has("negation.tag") and not reading.has(RIGHT)
    at_a_rate = reading.has("object.rate") and reading.has("object.equivalents")  # "at 20 000 each, how many"
    state = next(iter(reading.entities.states), None)
    reckons = intent is Intent.POOL_COMPUTATION and len(figures) > 1 and state is None
    if is_asked or at_a_rate or reckons or reading.has("object.calculate"):
        return
    for amount in figures:
        yield Premise(PremiseKind.FIGURE, state=state, amount=amount)


def _is_approved(reading: Reading) -> bool:
    """Whether a figure is told as what the Council approved, and as nobody's claim."""
    claimed = reading.entities.states or reading.has("body.commission") or reading.has("object.say")
    return reading.has("object.adopted") and not claimed and not reading.has("negation.not")
