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
        "date_of_document": _iso(notice.date_of_document),
        "opened_by": _text(notice.opened_by),
        "opened_on": _iso(notice.opened_on),
        "closed_at": _iso(notice.closed_at),
        "end": _text(notice.end),
        "extended_to": _iso(notice.extended_to),
        "silence": notice.silence,
        "acts": [_act(act) for act in notice.acts],
        "statements_by": list(
            dict.fromkeys(s for each in record.statements for s in each.speakers if len(s) == 2)
        ),
        "warnings": [_warning(warning) for warning in record.warnings],
    }


def _act(act: Act) -> dict[str, object]:
    vote = act.vote
    return {
        "act": _text(act.title),
        "act_doc": _text(act.document),
        "procedure_file": _text(act.procedure_file),
        "adopted": vote.adopted.value if vote.adopted else None,
        "majority_rule": _text(vote.majority_rule),
        "reinforced": vote.reinforced,
        "majority_reached": vote.majority_reached.value if vote.majority_reached else None,
        "against": _states(act, Position.AGAINST),
        "abstained": _states(act, Position.ABSTENTION),
        "in_favour_stated": _states(act, Position.FOR),
        "remainder": _text(vote.remainder),
        "not_participating": _states(act, Position.NOT_PARTICIPATING),
    }


def _states(act: Act, position: Position) -> list[str]:
    return [each.state for each in act.vote.positions if each.position is position]


def _iso(stated: Stated[date] | None) -> str | None:
    return stated.value.isoformat() if stated else None


def _text(stated: Stated[T] | None) -> str | None:
    return str(stated.value) if stated else None


def _warning(warning: ReaderWarning) -> dict[str, object]:
    return {
        "code": warning.code,
        "message": warning.message,
        "start": warning.span.start,
        "end": warning.span.end,
    }
