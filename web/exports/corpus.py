"""What an export holds: all procedures or one, with everything the records say of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.counting.tally_document import tally_document
from assistant.procedure import Procedure
from assistant.procedures.library import Library
from corpus.model import Record
from web.pool_document import pool_document
from web.procedure_document import procedure_document, vote_row_cells
from web.record_document import record_document


@dataclass(frozen=True, slots=True)
class Selection:
    """The procedures to be exported, of one snapshot."""

    library: Library
    snapshot: str
    procedures: tuple[Procedure, ...]

    @property
    def records(self) -> tuple[Record, ...]:
        """Every record that tells of these procedures, by id; all records where all are exported."""
        if self.procedures == self.library.procedures:
            return self.library.records
        told = {r.id for p in self.procedures for r in (p.record, *p.earlier, *p.versions)}
        return tuple(record for record in self.library.records if record.id in told)


def selection(library: Library, snapshot: str, procedure: str | None) -> Selection:
    """Everything, or one procedure.

    Raises: RecordNotFound when there is no such procedure.
    """
    chosen = library.procedures if procedure is None else (library.procedure(procedure),)
    return Selection(library, snapshot, chosen)


def export_document(chosen: Selection) -> dict[str, object]:
    """The export as one JSON object."""
    return {
        "snapshot": chosen.snapshot,
        "records": list(record_lines(chosen)),
        "procedures": [procedure_document(p, chosen.library.records) for p in chosen.procedures],
        "votes": [tally_document(chosen.library.readings(p.id)) for p in chosen.procedures],
        "pools": [pool_document(chosen.library.pool(p.id)) for p in chosen.procedures],
    }


def record_lines(chosen: Selection) -> Iterator[dict[str, object]]:
    """Each record as one JSON object."""
    for record in chosen.records:
        procedures = (procedure.id for procedure in chosen.library.procedures_in(record.id))
        yield record_document(record, procedures)


def vote_rows(chosen: Selection) -> Iterator[tuple[object, ...]]:
    """One row a member and procedure, under the recommended readings."""
    wanted = {procedure.id for procedure in chosen.procedures}
    return (vote_row_cells(row) for row in chosen.library.votes() if row.procedure.id in wanted)
