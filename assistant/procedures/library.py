"""The library: the records of one snapshot and everything that follows from them.

Knows procedures, votes, states and sources. Pure: the same records give the same library, whatever
their order. It reads; it never searches (``index``) and never words (``wording.py``).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from assistant.citing import location, reference
from assistant.citing.citation import Source
from assistant.counting import pool, readings, roster, tally_document
from assistant.counting.pool import PoolFigures
from assistant.counting.readings import VoteReadings
from assistant.counting.roster import Member
from assistant.counting.tally_document import Document
from assistant.procedure import Procedure
from assistant.procedures import grouping
from assistant.procedures.counted_votes import CountedVotes, VoteRow
from assistant.procedures.votebook import Rows
from assistant.question import Switch
from corpus.errors import RecordNotFound
from corpus.model import Position, Record, Statement


@dataclass(frozen=True, slots=True)
class StateView:
    """What the records hold of one state: its seat, its votes, its statements.

    ``memberships`` is empty for a state that never was a member. A statement stands once, with the
    first procedure its record tells of.
    """

    iso2: str
    memberships: tuple[Member, ...]
    votes: Rows[VoteRow]
    statements: tuple[tuple[Procedure, Statement], ...]


class Library:
    """The reading side of a snapshot.

    ``records`` and ``procedures`` are in the order of their ids. What was counted for the library
    ``before`` is not counted again.
    """

    def __init__(self, records: Iterable[Record], before: "Library | None" = None) -> None:
        self.records = tuple(sorted(records, key=lambda record: record.id))
        self.procedures = grouping.procedures_of(self.records)
        self._record_by_id = {record.id: record for record in self.records}
        self._views_by_id = {p.id: grouping.earlier_views(p) for p in self.procedures if p.earlier}
        self._texts_by_id = {p.id: grouping.language_views(p) for p in self.procedures if p.versions}
        views = (*self._views_by_id.values(), *self._texts_by_id.values())
        told = (*self.procedures, *(view for each in views for view in each))
        self._procedure_by_id = {procedure.id: procedure for procedure in told}
        self._readings_by_id: dict[str, VoteReadings] = {}  # filled on first use, never changed
        self._tally_document_by_id: dict[str, Document] = {}
        self.counted: CountedVotes = CountedVotes(self.procedures, before.counted if before else None)
        self._procedures_by_record: dict[str, list[Procedure]] = defaultdict(list)
        for procedure in self.procedures:
            told_by = (procedure.record, *procedure.earlier, *procedure.versions)
            for id_ in dict.fromkeys(record.id for record in told_by):
                self._procedures_by_record[id_].append(procedure)

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

    def earlier_views(self, procedure: Procedure) -> tuple[Procedure, ...]:
        """The procedure as each of its superseded records tells it, the latest first."""
        return self._views_by_id.get(procedure.id, ())

    def language_views(self, procedure: Procedure) -> tuple[Procedure, ...]:
        """The procedure as the same notice tells it in other languages."""
        return self._texts_by_id.get(procedure.id, ())

    def procedures_in(self, record_id: str) -> tuple[Procedure, ...]:
        """The procedures a record tells of, also where a later revision counts instead of it."""
        return tuple(self._procedures_by_record.get(record_id, ()))

    def source(self, id_: str) -> Source:
        """The text of a record, or of one of our reference notes and tables ("reference-…").

        Raises: RecordNotFound when there is none.
        """
        if id_.startswith(reference.PREFIX):
            if id_ not in reference.sources():
                raise RecordNotFound(f"no reference text {id_!r}")
            return reference.source(id_)
        return location.source_of(self.record(id_))

    def readings(self, procedure_id: str, switches: Iterable[Switch] = ()) -> VoteReadings:
        """The vote of a procedure under each reading; with switches, a what-if beside the real vote.

        Raises: RecordNotFound when there is no such procedure.
        """
        if procedure_id not in self._readings_by_id:
            self._readings_by_id[procedure_id] = readings.readings_of(self.procedure(procedure_id))
        real, asked = self._readings_by_id[procedure_id], tuple(switches)
        return readings.switched(real, asked) if asked else real

    def pool(self, procedure_id: str) -> PoolFigures:
        """The figures claimed in a procedure's statements, and what is computed from them.

        Raises: RecordNotFound when there is no such procedure.
        """
        return pool.pool_of(self.procedure(procedure_id))

    def tally_document(self, procedure_id: str) -> Document:
        """The vote of a procedure as the API shows it; made once.

        Raises: RecordNotFound when there is no such procedure.
        """
        if procedure_id not in self._tally_document_by_id:
            made = tally_document.tally_document(self.readings(procedure_id))
            self._tally_document_by_id[procedure_id] = made
        return self._tally_document_by_id[procedure_id]

    def votes(
        self,
        state: str | None = None,
        position: Position | None = None,
        *,
        dated_from: date | None = None,
        dated_to: date | None = None,
    ) -> Rows[VoteRow]:
        """One row a member and procedure, by day, procedure and state; both dates are included.

        A procedure without any position (extended, by silence) has no rows. A vote whose day is not
        known passes no filter on dates.
        """
        return self.counted.rows(state, position, dated_from, dated_to)

    def state(self, iso2: str) -> StateView:
        """What the records hold of a state; empty for one they do not speak of."""
        statements = tuple(self._statements_by_state.get(iso2, ()))
        return StateView(iso2, roster.memberships(iso2), self.votes(iso2), statements)

    @cached_property
    def _statements_by_state(self) -> Mapping[str, list[tuple[Procedure, Statement]]]:
        of_record = {procedure.record.id: procedure for procedure in reversed(self.procedures)}
        found: defaultdict[str, list[tuple[Procedure, Statement]]] = defaultdict(list)
        for _, procedure in sorted(of_record.items()):
            for statement in procedure.record.statements:
                for speaker in dict.fromkeys(statement.speakers):
                    found[speaker].append((procedure, statement))
        return found
