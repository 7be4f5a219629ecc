"""The records: listed, read whole, and as they were received."""

import re
from urllib.parse import quote

from fastapi import APIRouter, Request, Response

from assistant.citing import reference
from web.answer_document import json_bytes
from web.originals import original_of
from web.page_document import Page
from web.record_document import record_document, source_document, summary_document
from web.routes.address import RecordId
from web.routes.problem_responses import problems
from web.schemas.listing import Records
from web.schemas.record import RecordDetail
from web.serving import Fresh, Here

router = APIRouter(prefix="/api/v1/records", tags=["records"])


@router.get("", response_model=Records, responses=problems(304, 401, 422))
async def records(request: Request, library: Fresh, page: Page) -> Response:
    """All records, by id."""
    document = page.page_of(
        request,
        library.records,
        lambda record: summary_document(record, (p.id for p in library.procedures_in(record.id))),
    )
    return Response(json_bytes(document), media_type="application/json")


@router.get("/{id}", response_model=RecordDetail, responses=problems(304, 401, 404))
async def record(id_: RecordId, library: Fresh) -> Response:
    """One record with its text, its parts and its facts; also a reference note or table of ours."""
    if id_.startswith(reference.PREFIX):
        document = source_document(library.source(id_))
    else:
        found = library.record(id_)
        document = record_document(found, (p.id for p in library.procedures_in(id_)))
    return Response(json_bytes(document), media_type="application/json")


@router.get("/{id}/source", response_class=Response, responses=problems(304, 401, 404))
async def record_source(id_: RecordId, library: Fresh, here: Here) -> Response:
    """The bytes as received, to be saved; a reference text of ours as plain text."""
    if id_.startswith(reference.PREFIX):
        data, name = library.source(id_).text.text.encode("utf-8"), f"{id_}.txt"
    else:
        found = library.record(id_)
        data, name = original_of(found, here.settings), found.provenance.filename
    return Response(data, media_type="application/octet-stream", headers=_as_attachment(name))


def _as_attachment(filename: str) -> dict[str, str]:
    plain = re.sub(r"[^A-Za-z0-9._-]", "_", filename)
    disposition = (
        f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(filename, safe='', errors='replace')}"
    )
    return {"Content-Disposition": disposition}
