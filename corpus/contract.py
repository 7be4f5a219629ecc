"""What a record says, as the object that ``rollcall parse --json`` prints.

Knows the field names that programs outside rely on; adding is free, renaming is not. What the
document does not say is None or empty; states are ISO codes in the order of the text.
"""

from datetime import date
from typing import TypeVar

from corpus.model import Act, Position, ReaderWarning, Record, Stated

T = TypeVar("T")


def contract_of(record: Record) -> dict[str, object]:
    """The JSON-ready object of a record."""
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
        "acts": [act_of(act) for act in notice.acts],
        "statements_by": list(
            dict.fromkeys(s for each in record.statements for s in each.speakers if len(s) == 2)
        ),
        "warnings": [_warning(warning) for warning in record.warnings],
    }


def act_of(act: Act) -> dict[str, object]:
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
        "against": _states(act, Position.AGAINST),
        "abstained": _states(act, Position.ABSTENTION),
        "in_favour_stated": _states(act, Position.FOR),
        "remainder": text_of(vote.remainder),
        "not_participating": _states(act, Position.NOT_PARTICIPATING),
    }


def _states(act: Act, position: Position) -> list[str]:
    return [each.state for each in act.vote.positions if each.position is position]


def iso_of(stated: Stated[date] | None) -> str | None:
    """A stated date or time in ISO 8601; None where nothing is stated."""
    return stated.value.isoformat() if stated else None


def text_of(stated: Stated[T] | None) -> str | None:
    """A stated value as text; None where nothing is stated."""
    return str(stated.value) if stated else None


def _warning(warning: ReaderWarning) -> dict[str, object]:
    return {
        "code": warning.code,
        "message": warning.message,
        "start": warning.span.start,
        "end": warning.span.end,
    }
