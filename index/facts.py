"""The facts of a generation as a SQLite file that any tool can open.

Holds what the records state, each fact with its span; what follows from it is the assistant's to
say. Equal records give equal bytes: the file is made in memory, row by row, in their order.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import TypeVar

from corpus.model import Act, Record, Stated, Statement

Row = tuple[str | int | None, ...]
T = TypeVar("T")

_SCHEMA = """
CREATE TABLE record (id TEXT PRIMARY KEY, document TEXT, language TEXT, dated TEXT, closed_at TEXT,
    opened_by TEXT, subject TEXT, filename TEXT, sha256 TEXT);
CREATE TABLE act (record TEXT, place INTEGER, title TEXT, document TEXT, procedure_file TEXT,
    majority_rule TEXT, majority_reached INTEGER, adopted INTEGER, remainder TEXT,
    PRIMARY KEY (record, place));
CREATE TABLE position (record TEXT, act INTEGER, state TEXT, position TEXT, "start" INTEGER, "end" INTEGER);
CREATE TABLE statement (record TEXT, part TEXT, speaker TEXT, "start" INTEGER, "end" INTEGER);
CREATE TABLE figure (record TEXT, part TEXT, value TEXT, unit TEXT, claimant TEXT, reports TEXT,
    bound TEXT, "start" INTEGER, "end" INTEGER);
CREATE TABLE procedure (id TEXT, record TEXT);
CREATE INDEX position_by_state ON position (state, position);
CREATE INDEX act_by_file ON act (procedure_file);
CREATE INDEX statement_by_speaker ON statement (speaker);
CREATE INDEX figure_by_unit ON figure (unit);
CREATE INDEX procedure_by_id ON procedure (id);
"""


def facts_file(records: Sequence[Record], procedures: Mapping[str, tuple[str, ...]]) -> bytes:
    """The facts of some records, and the procedures each tells of, as the bytes of a SQLite file."""
    with closing(sqlite3.connect(":memory:")) as facts:
        facts.executescript(_SCHEMA)
        for record in records:
            _fill(facts, "record", [_record_row(record)])
            _fill(facts, "act", (_act_row(record, n, act) for n, act in enumerate(record.notice.acts, 1)))
            _fill(facts, "position", _position_rows(record))
            for statement in record.statements:
                _fill(facts, "statement", _statement_rows(record, statement))
                _fill(facts, "figure", _figure_rows(record, statement))
            _fill(facts, "procedure", ((id_, record.id) for id_ in procedures.get(record.id, ())))
        facts.commit()
        return facts.serialize()


def _fill(facts: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    for row in rows:
        facts.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)  # nosec: the names are ours


def _said(stated: Stated[T] | None) -> str | int | None:
    if stated is None:
        return None
    return int(stated.value) if isinstance(stated.value, bool) else str(stated.value)


def _record_row(record: Record) -> Row:
    notice = record.notice
    closed = notice.closed_at.value.isoformat() if notice.closed_at else None
    head = (record.id, str(notice.document.value), notice.language, _said(notice.date_of_document))
    told = (closed, _said(notice.opened_by), _said(notice.subject))
    return (*head, *told, record.provenance.filename, record.provenance.sha256)


def _act_row(record: Record, place: int, act: Act) -> Row:
    vote = act.vote
    names = (_said(act.title), _said(act.document), _said(act.procedure_file))
    outcome = (
        _said(vote.majority_rule),
        _said(vote.majority_reached),
        _said(vote.adopted),
        _said(vote.remainder),
    )
    return (record.id, place, *names, *outcome)


def _position_rows(record: Record) -> Iterator[Row]:
    for place, act in enumerate(record.notice.acts, 1):
        for stated in act.vote.positions:
            yield (record.id, place, stated.state, str(stated.position), stated.span.start, stated.span.end)


def _statement_rows(record: Record, statement: Statement) -> Iterator[Row]:
    for speaker in statement.speakers:
        yield (record.id, statement.part, speaker, statement.span.start, statement.span.end)


def _figure_rows(record: Record, statement: Statement) -> Iterator[Row]:
    for figure in statement.figures:
        said = (str(figure.value), figure.unit, figure.claimant, figure.reports, figure.bound)
        yield (record.id, statement.part, *said, figure.span.start, figure.span.end)
