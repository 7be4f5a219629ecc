"""The library: the records of one snapshot and everything that follows from them.

Knows procedures, votes, states and sources. Pure: the same records give the same library, whatever
their order. It reads; it never searches (``index``) and never words (``wording.py``).
"""

from collections.abc import Iterable

from assistant import grouping, location, reference
from assistant.citation import Source
from assistant.procedure import Procedure
from corpus.errors import RecordNotFound
from corpus.model import Record


class Library:
    """The reading side of a snapshot.

    ``records`` and ``procedures`` are in the order of their ids.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        self.records = tuple(sorted(records, key=lambda record: record.id))
        self.procedures = grouping.procedures_of(self.records)
        self._record_by_id = {record.id: record for record in self.records}
        self._procedure_by_id = {procedure.id: procedure for procedure in self.procedures}

    def record(self, id_: str) -> Record:
        """The record of that id.

        Raises: RecordNotFound when there is none.
        """
        if id_ not in self._record_by_id:
            raise RecordNotFound(f"no record {id_!r}")
        return self._record_by_id[id_]

    def procedure(self, id_: str) -> Procedure:
        """The procedure of that id.

        Raises: RecordNotFound when there is none.
        """
        if id_ not in self._procedure_by_id:
            raise RecordNotFound(f"no procedure {id_!r}")
        return self._procedure_by_id[id_]

    def procedures_in(self, record_id: str) -> tuple[Procedure, ...]:
        """The procedures a record tells of, also where a later revision counts instead of it."""
        return tuple(
            procedure
            for procedure in self.procedures
            if any(r.id == record_id for r in (procedure.record, *procedure.earlier, *procedure.versions))
        )

    def source(self, id_: str) -> Source:
        """The text of a record, or of one of our reference notes and tables ("reference-…").

        Raises: RecordNotFound when there is none.
        """
        if id_.startswith(reference.PREFIX):
            if id_ not in reference.sources():
                raise RecordNotFound(f"no reference text {id_!r}")
            return reference.source(id_)
        return location.source_of(self.record(id_))
