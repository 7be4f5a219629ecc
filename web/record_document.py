"""A record as the API shows it: its text, its parts, what it says and where it says it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from assistant.citing.citation import Source
from corpus.contract import contract_of, iso_of, text_of
from corpus.model import Figure, Paragraph, Record, Reference, Stated, Statement
from corpus.text import Span

T = TypeVar("T")
Document = dict[str, object]


def claim_document(figure: Figure) -> Document:
    """A figure and whose claim it is, without its place."""
    return {
        "value": str(figure.value),
        "unit": figure.unit,
        "claimant": figure.claimant,
        "reports": figure.reports,
        "bound": figure.bound,
    }


def summary_document(record: Record, procedures: Iterable[str]) -> Document:
    """A record in a list: what it is, where it came from, which procedures it tells of."""
    notice, origin = record.notice, record.provenance
    return {
        "id": record.id,
        "document": str(notice.document.value),
        "language": notice.language,
        "date": iso_of(notice.date_of_document),
        "subject": text_of(notice.subject),
        "procedures": list(procedures),
        "statements_by": list(dict.fromkeys(who for s in record.statements for who in s.speakers)),
        "filename": origin.filename,
        "media_type": origin.media_type,
        "sha256": origin.sha256,
        "institution": origin.institution,
        "licence": origin.licence,
        "warnings": len(record.warnings),
        "url": f"/records/{record.id}",
    }


def record_document(record: Record, procedures: Iterable[str]) -> Document:
    """A record whole: its text, its parts, what it says and where it says it."""
    return {
        **summary_document(record, procedures),
        "text": record.source.text,
        "text_sha256": record.source.sha256,
        "page_starts": list(record.source.page_starts),
        "parts": [
            {"part": "notice", "speakers": ["Council"], "paragraphs": _paragraphs(record.notice.paragraphs)},
            *(_statement(statement) for statement in record.statements),
        ],
        "facts": contract_of(record),
        "places": list(_places(record)),
        "references": [_reference(reference) for reference in record.references],
        "glosses": [
            {"part": g.part, "label": g.label, "language": g.language, "text": g.text, "unofficial": True}
            for g in record.glosses
        ],
    }


def source_document(source: Source) -> Document:
    """A reference note or table of our own, served like a record."""
    return {
        "id": source.record,
        "document": source.document,
        "language": source.language,
        "text": source.text.text,
        "text_sha256": source.text.sha256,
        "url": f"/records/{source.record}",
    }


def stated_places(record: Record) -> Iterator[tuple[str, object, Span]]:
    """Every fact of the notice: its name, its value, and the characters that state it."""
    notice = record.notice
    header = (
        "document",
        "date_of_document",
        "procedure_file",
        "subject",
        "opened_by",
        "opened_on",
        "closed_at",
    )
    yield from _stated((name, getattr(notice, name)) for name in (*header, "end", "extended_to"))
    yield from _stated([("email", notice.contact.email), ("telephone", notice.contact.telephone)])
    yield from _stated(("subject_code", code) for code in notice.subject_codes)
    for n, act in enumerate(notice.acts, 1):
        vote = act.vote
        yield from _stated(
            (f"acts[{n}].{f}", getattr(act, f)) for f in ("title", "document", "procedure_file")
        )
        yield from _stated(
            (f"acts[{n}].{f}", getattr(vote, f))
            for f in ("remainder", "majority_rule", "majority_reached", "adopted")
        )
        for p in vote.positions:
            yield f"acts[{n}].{p.position}", p.state, p.span


def _places(record: Record) -> Iterable[Document]:
    for name, value, span in stated_places(record):
        yield {"fact": name, "value": value, "start": span.start, "end": span.end}


def _stated(facts: Iterable[tuple[str, Stated[T] | None]]) -> Iterator[tuple[str, object, Span]]:
    for name, fact in facts:
        if fact is not None:
            yield name, _json(fact.value), fact.span


def _statement(statement: Statement) -> Document:
    return {
        "part": statement.part,
        "speakers": list(statement.speakers),
        "start": statement.span.start,
        "end": statement.span.end,
        "declared": [{"state": p.state, "position": str(p.position)} for p in statement.declared],
        "paragraphs": _paragraphs(statement.paragraphs),
        "figures": [_figure(figure) for figure in statement.figures],
    }


def _paragraphs(paragraphs: Iterable[Paragraph]) -> list[Document]:
    return [
        {
            "label": p.label,
            "start": p.span.start,
            "end": p.span.end,
            "sentences": [{"start": s.start, "end": s.end} for s in p.sentences],
        }
        for p in paragraphs
    ]


def _figure(figure: Figure) -> Document:
    return {**claim_document(figure), "start": figure.span.start, "end": figure.span.end}


def _reference(reference: Reference) -> Document:
    span = reference.span
    return {"to": str(reference.identifier), "part": reference.part, "start": span.start, "end": span.end}


def _json(value: object) -> object:
    if isinstance(value, bool):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)
