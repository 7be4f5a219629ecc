"""What one document says, as the JSON object of `rollcall parse` and of the records API."""

from datetime import date
from typing import TypeVar

from corpus.model import Act, Position, ReaderWarning, Record, Stated


T = TypeVar("T")


def parsed_document(record: Record) -> dict[str, object]:
    """The facts of a record in the contract's fields: what it does not say is null or empty."""
    notice = record.notice
    return {
        "doc_id": str(notice.document.value),
        "language": notice.language,
        "date_of_document": _iso(notice.date_of_document),
        "opened_by": _text(notice.opened_by),
        "opened_on": _iso(notice.opened_on),
        "closed_at": _iso(notice.closed_at),
        "end": _text(notice.end),
        "extended_to": _iso(notice.extended_to),
        "silence": notice.silence,
        "acts": [act_document(act) for act in notice.acts],
        "statements_by": [speaker for statement in record.statements for speaker in statement.speakers],
        "warnings": [warning_document(warning) for warning in record.warnings],
    }


def act_document(act: Act) -> dict[str, object]:
    """One act and its vote; positions as the document states them, the remainder apart."""
    vote = act.vote
    return {
        "act": _text(act.title),
        "act_doc": _text(act.document),
        "procedure_file": _text(act.procedure_file),
        "adopted": vote.adopted.value if vote.adopted else None,
        "majority_rule": _text(vote.majority_rule),
        "reinforced": vote.reinforced,
        "majority_reached": vote.majority_reached.value if vote.majority_reached else None,
        "against": _named(act, Position.AGAINST),
        "abstained": _named(act, Position.ABSTENTION),
        "in_favour_stated": _named(act, Position.FOR),
        "remainder": _text(vote.remainder),
        "not_participating": _named(act, Position.NOT_PARTICIPATING),
    }


def warning_document(warning: ReaderWarning) -> dict[str, object]:
    """What the reader could not establish, and where."""
    return {
        "code": warning.code,
        "message": warning.message,
        "start": warning.span.start,
        "end": warning.span.end,
    }


def _named(act: Act, position: Position) -> list[str]:
    return [p.state for p in act.vote.positions if p.position is position]


def _text(stated: Stated[T] | None) -> str | None:
    return None if stated is None else str(stated.value)


def _iso(stated: Stated[date] | None) -> str | None:
    return None if stated is None else stated.value.isoformat()
