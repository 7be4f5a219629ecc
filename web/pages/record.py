"""The records: listed and searched, and each as received with its facts beside it."""

import re
from typing import Annotated

from fastapi import APIRouter, Query, Response

from assistant.citing import reference
from assistant.filters import Filters
from corpus.text import Span
from web.pages.document_view import record_sections, source_sections
from web.pages.latest import latest_records
from web.pages.visit import FreshVisiting
from web.passage_document import found_passages
from web.record_document import summary_document

router = APIRouter(include_in_schema=False)
_MARK = re.compile(r"c?(\d{1,9})-(\d{1,9})")
_SHOWN = 20
_PAGE = 100

Mark = Annotated[str, Query(max_length=24)]


@router.get("/records")
async def records(
    visit: FreshVisiting,
    q: Annotated[str, Query(max_length=2000)] = "",
    offset: Annotated[int, Query(ge=0, le=10**6)] = 0,
) -> Response:
    """All records, and the passages that speak of what is searched for."""
    library = visit.library
    page = latest_records(library, len(library.records))[offset : offset + _PAGE]
    return visit.page(
        "records.html",
        q=q,
        found=found_passages(visit.assistant, q, filters=Filters(), limit=_SHOWN) if q.strip() else [],
        words=_words(q),
        records=[summary_document(r, [p.id for p in library.procedures_in(r.id)]) for r in page],
        following=offset + _PAGE if offset + _PAGE < len(library.records) else None,
        references=[source for _, source in sorted(reference.sources().items())],
    )


@router.get("/records/{id_}")
async def record(id_: str, visit: FreshVisiting, c: Mark = "", mark: Mark = "") -> Response:
    """One record, or a reference text of ours, with the characters marked that the address names."""
    source = visit.library.source(id_)
    span = marked_span(c or mark, len(source.text.text))
    if id_.startswith(reference.PREFIX):
        return visit.page(
            "record.html", source=source, record=None, mark=span, sections=source_sections(source, span)
        )
    found = visit.library.record(id_)
    return visit.page(
        "record.html",
        source=source,
        record=found,
        mark=span,
        sections=record_sections(found, span, visit.language),
        procedures=visit.library.procedures_in(id_),
    )


def marked_span(address: str, length: int) -> Span | None:
    """The span a ``start-end`` names, if it lies in a text of that length.

    >>> marked_span("c2-5", 9)
    Span(start=2, end=5)
    """
    found = _MARK.fullmatch(address)
    if found is None or not int(found[1]) < int(found[2]) <= length:
        return None
    return Span(int(found[1]), int(found[2]))


def _words(query: str) -> frozenset[str]:
    """The words of a query that are worth highlighting."""
    return frozenset(word for word in re.findall(r"\w+", query.lower()) if len(word) > 2)
