"""Everything at once: exports, the feed, and an answer's citations as annotations."""

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from assistant.permalink import read_permalink
from corpus.archive import Archive
from web import asking
from web.answer_document import json_bytes
from web.csv_document import described_by
from web.csv_metadata import Table
from web.errors import not_found
from web.exports import annotation, corpus, feed
from web.exports.formats import FORMAT_BY_NAME
from web.routes.address import AnswerId
from web.routes.problem_responses import problems
from web.serving import Fresh, FreshAssistant, Here, Pinned

router = APIRouter(tags=["exports"])


class FormatName(StrEnum):
    """The formats of an export."""

    ZIP = "zip"
    HTML = "html"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    POPOLO = "popolo"


Procedure = Annotated[str | None, Query(max_length=80, description="Only this procedure")]


async def chosen_procedures(
    library: Fresh, assistant: Pinned, procedure: Procedure = None
) -> corpus.Selection:
    """What is to be exported: one procedure, or all."""
    return corpus.selection(library, assistant.snapshot_id, procedure)


Chosen = Annotated[corpus.Selection, Depends(chosen_procedures)]


@router.get("/api/v1/export.{form}", response_class=Response, responses=problems(304, 401, 404, 422))
async def export(request: Request, form: FormatName, chosen: Chosen, here: Here) -> Response:
    """The corpus with votes, statements, figures and provenance."""
    written = FORMAT_BY_NAME[form]
    suffix = "json" if form is FormatName.POPOLO else form
    link = {"Link": described_by(request, Table.VOTES)} if form is FormatName.CSV else {}
    return Response(
        written.write(chosen, Archive(here.settings.data / "archive")),
        media_type=written.media_type,
        headers={"Content-Disposition": f'attachment; filename="rollcall.{suffix}"', **link},
    )


@router.get("/feed.atom", response_class=Response, include_in_schema=False)
async def atom(chosen: Chosen) -> Response:
    """The feed of records and votes."""
    return Response(feed.atom_bytes(chosen), media_type="application/atom+xml; charset=utf-8")


@router.get("/api/v1/answers/{id}/annotations", response_class=Response, responses=problems(304, 401, 404))
async def annotations(id_: AnswerId, request: Request, assistant: FreshAssistant) -> Response:
    """An answer's citations as W3C Web Annotations."""
    asked = read_permalink(id_)
    if asked is None:
        raise not_found("answer", id_)
    answer = asking.ask_again(assistant, asked)
    origin = str(request.base_url).rstrip("/")
    collection = annotation.annotation_collection(answer, f"{origin}{request.url.path}", origin)
    return Response(json_bytes(collection), media_type="application/ld+json")
