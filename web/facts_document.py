"""What one document says, as the JSON object of `rollcall parse`."""

from datetime import date
from typing import TypeVar

from corpus.model import Act, Position, ReaderWarning, Record, Stated

T = TypeVar("T")
Document = dict[str, object]


def parsed_document(record: Record) -> Document:
    """The facts of a record in the contract's fields: what it does not say is null or empty."""
    notice = record.notice
    return {
        "doc_id": str(notice.document.value),
        "language": notice.language,
        "date_of_document": iso_of(notice.date_of_document),
        "opened_by": text_of(notice.opened_by),
        "opened_on": iso_of(notice.opened_on),
        "closed_at": iso_of(notice.closed_at),
        "end": text_of(notice.end),
        "extended_to": iso_of(notice.extended_to),
        "silence": notice.silence,
        "acts": [act_document(act) for act in notice.acts],
        "statements_by": list(
            dict.fromkeys(who for s in record.statements for who in s.speakers if len(who) == 2)
        ),
        "warnings": [warning_of(warning) for warning in record.warnings],
    }


def act_document(act: Act) -> Document:
    """One act and its vote; positions as the document states them, the remainder apart."""
    vote = act.vote
    return {
        "act": text_of(act.title),
        "act_doc": text_of(act.document),
        "procedure_file": text_of(act.procedure_file),
        "adopted": vote.adopted.value if vote.adopted else None,
        "majority_rule": text_of(vote.majority_rule),
        "reinforced": vote.reinforced,
        "majority_reached": vote.majority_reached.value if vote.majority_reached else None,
        "against": _named(act, Position.AGAINST),
        "abstained": _named(act, Position.ABSTENTION),
        "in_favour_stated": _named(act, Position.FOR),
        "remainder": text_of(vote.remainder),
        "not_participating": _named(act, Position.NOT_PARTICIPATING),
    }


def warning_of(warning: ReaderWarning) -> Document:
    """What the reader could not establish, and where."""
    span = warning.span
    return {"code": warning.code, "message": warning.message, "start": span.start, "end": span.end}


def _named(act: Act, position: Position) -> list[str]:
    return [p.state for p in act.vote.positions if p.position is position]


def text_of(stated: Stated[T] | None) -> str | None:
    """A stated value as text; None where nothing is stated."""
    return None if stated is None else str(stated.value)


def iso_of(stated: Stated[date] | None) -> str | None:
    """A stated date or time in ISO 8601; None where nothing is stated."""
    return None if stated is None else stated.value.isoformat()
