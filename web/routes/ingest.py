"""Taking records in and out: for bearers of a token, each change one new snapshot."""

from http import HTTPStatus

from fastapi import APIRouter, Request, Response

from corpus.readers.kind import LARGEST
from web.answer_document import json_bytes
from web.authorization import Writer
from web.change import add_record, release_record, remove_record
from web.edge.body import too_large
from web.routes.address import RecordId
from web.routes.problem_responses import problems
from web.schemas.change import Added, Held, Released, Removed
from web.serving import Here

router = APIRouter(prefix="/api/v1/records", tags=["ingest"])
_BODY = {
    "requestBody": {
        "required": True,
        "description": "The document as it is: text, PDF, DOCX or HTML; its content decides which",
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


@router.put(
    "/{filename}",
    status_code=HTTPStatus.CREATED,
    response_model=Added,
    responses={
        **problems(401, 409, 413, 415, 422, 503, 507),
        200: {"model": Added, "description": "These bytes are in already"},
        202: {"model": Held, "description": "It bears a restriction marking: kept, published once released"},
    },
    openapi_extra=_BODY,
)
async def put_record(filename: str, request: Request, writer: Writer, here: Here) -> Response:
    """Take a record in and publish the snapshot that holds it; when this answers, it is there to stay."""
    status, document = await add_record(here, writer, filename, await _body(request))
    return Response(json_bytes(document), status_code=status, media_type="application/json")


@router.post("/{id}/release", response_model=Released, responses=problems(401, 404, 409, 503, 507))
async def release(id_: RecordId, writer: Writer, here: Here) -> Response:
    """Publish a record that was held in quarantine because of its restriction marking."""
    return Response(json_bytes(await release_record(here, writer, id_)), media_type="application/json")


@router.delete("/{id}", response_model=Removed, responses=problems(401, 404, 409, 503, 507))
async def delete_record(id_: RecordId, writer: Writer, here: Here) -> Response:
    """Publish a snapshot without this record; its bytes stay in the archive."""
    return Response(json_bytes(await remove_record(here, writer, id_)), media_type="application/json")


async def _body(request: Request) -> bytes:
    """The body, read only once the token is known to be good."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            raise too_large(LARGEST)
    return bytes(body)
