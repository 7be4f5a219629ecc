"""A procedure and its votes as the API shows them."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from assistant.citing.citation import Place, cite
from assistant.procedure import Procedure
from assistant.procedures.counted_votes import VoteRow
from assistant.procedures.library import StateView
from corpus.contract import act_of
from corpus.identifiers import DocumentNumber
from corpus.model import Record, Statement

Document = dict[str, object]
_LATEST = 100  # votes and statements of a state that stand with it; /votes has all
VOTE_COLUMNS = (
    "procedure", "document", "date", "state", "position", "evidence",
    "record", "start", "end", "quote", "quote_sha256",
)  # fmt: skip


def procedure_summary(procedure: Procedure) -> Document:
    """A procedure in a list."""
    notice = procedure.record.notice
    file = procedure.act.procedure_file or notice.procedure_file
    return {
        "id": procedure.id,
        "procedure_file": str(file.value) if file else None,
        "act": procedure.act.title.value if procedure.act.title else None,
        "act_doc": str(procedure.act.document.value) if procedure.act.document else None,
        "record": procedure.record.id,
        "document": str(notice.document.value),
        "date_of_document": notice.date_of_document.value.isoformat() if notice.date_of_document else None,
        "opened_on": notice.opened_on.value.isoformat() if notice.opened_on else None,
        "closed_at": notice.closed_at.value.isoformat() if notice.closed_at else None,
        "adopted": procedure.act.vote.adopted.value if procedure.act.vote.adopted else None,
        "url": f"/procedures/{procedure.id}",
    }


def procedure_document(procedure: Procedure, records: Iterable[Record]) -> Document:
    """A procedure whole: its documents, those at hand and those only mentioned; its vote as stated."""
    own = (procedure.record, *procedure.earlier, *procedure.versions)
    held = {str(record.notice.document.value) for record in records}
    mentioned = {
        str(reference.identifier): {"document": str(reference.identifier), "mentioned_in": record.id,
                                    "start": reference.span.start, "end": reference.span.end}
        for record in reversed(own)
        for reference in reversed(record.references)
        if isinstance(reference.identifier, DocumentNumber) and str(reference.identifier) not in held
    }  # fmt: skip
    return {
        **procedure_summary(procedure),
        "stated": act_of(procedure.act),
        "records": [_telling(procedure, record) for record in own],
        "missing_documents": [mentioned[name] for name in sorted(mentioned)],
        "statements": [_statement(procedure.record, s) for s in procedure.record.statements],
    }  # fmt: skip


def state_document(view: StateView) -> Document:
    """What the records hold of one state: how much, and the latest of it."""
    return {
        "state": view.iso2,
        "is_or_was_member": bool(view.memberships),
        "memberships": [
            {"from": m.start.isoformat(), "to": None if m.until == date.max else m.until.isoformat()}
            for m in view.memberships
        ],
        "votes_total": len(view.votes),
        "votes": [vote_row_document(row) for row in view.votes[-_LATEST:]],
        "statements_total": len(view.statements),
        "statements": [
            {"procedure": procedure.id, **_statement(procedure.record, statement)}
            for procedure, statement in view.statements[-_LATEST:]
        ],
    }


def vote_row_document(row: VoteRow) -> Document:
    """One member in one vote, with the words it is read from."""
    return {
        "procedure": row.procedure.id,
        "document": str(row.procedure.record.notice.document.value),
        "date": row.day.isoformat() if row.day else None,
        "state": row.vote.state,
        "position": str(row.vote.position) if row.vote.position else None,
        "evidence": str(row.vote.evidence),
        "citations": [_cited(place, n) for n, place in enumerate(row.vote.places, 1)],
    }


def vote_row_cells(row: VoteRow) -> tuple[object, ...]:
    """One member in one vote as a row of ``VOTE_COLUMNS``."""
    place = row.vote.places[0] if row.vote.places else None
    cited = cite(place, 1) if place else None
    return (
        row.procedure.id,
        row.procedure.record.notice.document.value,
        row.day,
        row.vote.state,
        row.vote.position,
        row.vote.evidence,
        cited.record if cited else None,
        cited.start if cited else None,
        cited.end if cited else None,
        cited.quote if cited else None,
        cited.quote_sha256 if cited else None,
    )


def _telling(procedure: Procedure, record: Record) -> Document:
    kind = (
        "current" if record is procedure.record else "earlier" if record in procedure.earlier else "version"
    )
    return {
        "record": record.id,
        "document": str(record.notice.document.value),
        "language": record.notice.language,
        "kind": kind,
        "url": f"/records/{record.id}",
    }


def _statement(record: Record, statement: Statement) -> Document:
    span = statement.span
    return {
        "part": statement.part,
        "speakers": list(statement.speakers),
        "record": record.id,
        "start": span.start,
        "end": span.end,
        "url": f"/records/{record.id}#c{span.start}-{span.end}",
    }


def _cited(place: Place, n: int) -> Document:
    return asdict(cite(place, n))
