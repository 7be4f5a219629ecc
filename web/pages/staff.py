"""Adding records in the browser: what a file says is shown before it is published, and can be undone.

A page sends each file as it is; nothing of it is kept until it is confirmed.
"""

import asyncio

from fastapi import APIRouter, Response

from assistant.keeping.intake import receive
from corpus.readers.kind import LARGEST
from web.authorization import Writer
from web.edge.body import too_large
from web.pages.visit import FreshVisiting, Visit, Visiting

router = APIRouter(prefix="/add", include_in_schema=False)


@router.get("")
async def add(visit: FreshVisiting) -> Response:
    """The form for bearers of a token."""
    return visit.page("add.html")


@router.put("/{filename}")
async def preview(filename: str, visit: Visiting, writer: Writer) -> Response:
    """What one file says and what would become of it; keeps nothing."""
    return await previewed(visit, filename, await _body(visit), writer=writer)


async def previewed(visit: Visit, filename: str, data: bytes, *, writer: str, pasted: str = "") -> Response:
    """What a file says; with the form that publishes it where its text was pasted."""
    present = {record.provenance.sha256: record for record in visit.library.records}
    outcome = await asyncio.to_thread(receive, filename, data, present)
    return visit.page("preview.html", outcome=outcome, writer=writer, pasted=pasted)


async def _body(visit: Visit) -> bytes:
    body = bytearray()
    async for piece in visit.request.stream():
        body += piece
        if len(body) > LARGEST:
            raise too_large(LARGEST)
    return bytes(body)
