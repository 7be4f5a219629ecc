"""The figures of a procedure: what is claimed, and what can be computed from it, kept apart.

Knows every figure of the statements and its part in a contrast ("962 instead of 30 000").
Figures stay their claimant's; what is known beside the records comes from reference notes.
"""

from dataclasses import dataclass

from assistant.citing import location, reference
from assistant.citing.citation import Place
from assistant.citing.computation import Computation
from assistant.counting import shortfall
from assistant.counting.contrast import Contrast, contrasts
from assistant.procedure import Procedure
from corpus.model import Figure, Record, Statement


@dataclass(frozen=True, slots=True)
class ClaimedFigure:
    """A figure of a statement: whose it is, where it stands, and its part in a contrast.

    ``role`` is "actual" or "expected", None where the sentence sets it against nothing.
    """

    figure: Figure
    statement: Statement
    role: str | None
    place: Place
    sentence: Place


@dataclass(frozen=True, slots=True)
class PoolFigures:
    """Everything numeric a procedure's record holds.

    ``claimed`` in the order of the text; ``computed`` follows from them alone; ``known`` is
    what reference notes say beside the record.
    """

    procedure: Procedure
    claimed: tuple[ClaimedFigure, ...]
    contrasts: tuple[Contrast, ...]
    computed: tuple[Computation, ...]
    known: tuple[Place, ...]

    def computation(self, id_: str) -> Computation | None:
        """The computation of that id."""
        return next((computation for computation in self.computed if computation.id == id_), None)

    def of_unit(self, unit: str) -> tuple[ClaimedFigure, ...]:
        """The claimed figures of a unit."""
        return tuple(claimed for claimed in self.claimed if claimed.figure.unit == unit)


def pool_of(procedure: Procedure) -> PoolFigures:
    """The figures of a procedure's record and what they amount to."""
    record = procedure.record
    found = contrasts(record)
    claimed = tuple(
        _claimed(record, statement, figure, found)
        for statement in record.statements
        for figure in statement.figures
    )
    computed = tuple(
        computation
        for n, contrast in enumerate(found, start=1)
        for computation in shortfall.computations(record, contrast, suffix="" if n == 1 else f"_{n}")
    )
    return PoolFigures(procedure, claimed, found, computed, reference.about(procedure.id))


def _claimed(
    record: Record, statement: Statement, figure: Figure, found: tuple[Contrast, ...]
) -> ClaimedFigure:
    is_actual = any(figure in contrast.actual and figure.unit in contrast.units for contrast in found)
    is_expected = any(figure in contrast.expected and figure.unit in contrast.units for contrast in found)
    return ClaimedFigure(
        figure=figure,
        statement=statement,
        role="actual" if is_actual else "expected" if is_expected else None,
        place=location.statement_place(record, statement, figure.span),
        sentence=location.statement_place(record, statement, figure.sentence),
    )
