"""The library: the records of one snapshot and everything that follows from them.

Knows procedures, votes, states and sources. Pure: the same records give the same library, whatever
their order. It reads; it never searches (``index``) and never words (``wording.py``).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assistant import grouping, location, reference
from assistant.citation import Source
from assistant.counting import pool, readings, roster, tally_document
from assistant.counting.pool import PoolFigures
from assistant.counting.readings import VoteReadings
from assistant.counting.roster import Member
from assistant.counting.tally import MemberVote
from assistant.counting.tally_document import Document
from assistant.procedure import Procedure
from assistant.question import Switch
from corpus.errors import RecordNotFound
from corpus.model import Position, Record, Statement


@dataclass(frozen=True, slots=True)
class VoteRow:
    """One member in the vote of one procedure, under the recommended reading."""

    procedure: Procedure
    day: date | None
    vote: MemberVote


@dataclass(frozen=True, slots=True)
class StateView:
    """What the records hold of one state: its seat, its votes, its statements.

    ``memberships`` is empty for a state that never was a member. A statement stands once, with the
    first procedure its record tells of.
    """

    iso2: str
    memberships: tuple[Member, ...]
    votes: tuple[VoteRow, ...]
    statements: tuple[tuple[Procedure, Statement], ...]


class Library:
    """The reading side of a snapshot.

    ``records`` and ``procedures`` are in the order of their ids.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        self.records = tuple(sorted(records, key=lambda record: record.id))
        self.procedures = grouping.procedures_of(self.records)
        self._record_by_id = {record.id: record for record in self.records}
        self._views_by_id = {p.id: grouping.earlier_views(p) for p in self.procedures if p.earlier}
        told = (*self.procedures, *(view for views in self._views_by_id.values() for view in views))
        self._procedure_by_id = {procedure.id: procedure for procedure in told}
        self._readings_by_id: dict[str, VoteReadings] = {}  # filled on first use, never changed
        self._tally_document_by_id: dict[str, Document] = {}
        self._rows_by_state: dict[str | None, tuple[VoteRow, ...]] = {}
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
    ) -> tuple[VoteRow, ...]:
        """One row a member and procedure, by day, procedure and state; both dates are included.

        A procedure without any position (extended, by silence) has no rows. A vote whose day is not
        known passes no filter on dates.
        """
        return tuple(
            row
            for row in self._all_rows().get(state, ())
            if position in (None, row.vote.position) and _is_within(row.day, dated_from, dated_to)
        )

    def state(self, iso2: str) -> StateView:
        """What the records hold of a state; empty for one they do not speak of."""
        of_record = {procedure.record.id: procedure for procedure in reversed(self.procedures)}
        statements = tuple(
            (procedure, statement)
            for _, procedure in sorted(of_record.items())
            for statement in procedure.record.statements
            if iso2 in statement.speakers
        )
        return StateView(iso2, roster.memberships(iso2), self.votes(iso2), statements)

    def _all_rows(self) -> dict[str | None, tuple[VoteRow, ...]]:
        """Every row in order, by state and (under None) of all; made once."""
        if not self._rows_by_state:
            rows = [row for procedure in self.procedures for row in self._rows(procedure)]
            rows.sort(key=lambda r: (r.day or date.min, r.procedure.id, r.vote.state))
            by_state: dict[str | None, list[VoteRow]] = defaultdict(list)
            for row in rows:
                by_state[row.vote.state].append(row)
            self._rows_by_state = {None: tuple(rows), **{s: tuple(own) for s, own in by_state.items()}}
        return self._rows_by_state

    def _rows(self, procedure: Procedure) -> tuple[VoteRow, ...]:
        found = self.readings(procedure.id)
        votes = found.recommended.tally.votes
        if len(found.recommended.tally.unknown) == len(found.recommended.tally.roster):
            return ()
        return tuple(VoteRow(procedure, found.day, vote) for vote in votes)


def _is_within(day: date | None, first: date | None, last: date | None) -> bool:
    if first is None and last is None:
        return True
    return day is not None and (first or date.min) <= day <= (last or date.max)
