"""Adding a record without script: its text pasted into a form, shown, then published, then undone.

Each step bears the token anew; nothing of a text is kept until it is published.
"""

from collections.abc import Mapping
from http import HTTPStatus

from fastapi import APIRouter, Response

from web.authorization import writer_with
from web.change import add_record, remove_record
from web.errors import RequestProblem
from web.pages.form import fields_of
from web.pages.staff import previewed
from web.pages.visit import Visit, Visiting

router = APIRouter(prefix="/add", include_in_schema=False)
_NAME = "pasted.txt"


@router.post("")
async def paste(visit: Visiting) -> Response:
    """One step of the form: what a text says, its publication, or its removal."""
    fields = await fields_of(visit)
    writer = writer_with(visit.here, fields.get("token", ""))
    if fields.get("step") == "undo":
        return await _undone(visit, writer, fields)
    name, text = fields.get("name", "").strip() or _NAME, fields.get("text", "")
    if not text.strip():
        raise RequestProblem(HTTPStatus.UNPROCESSABLE_ENTITY, "the text of the record is empty")
    if fields.get("step") == "publish":
        return await _published(visit, writer, name, text)
    return await previewed(visit, name, text.encode("utf-8", "replace"), writer=writer, pasted=text)


async def _published(visit: Visit, writer: str, name: str, text: str) -> Response:
    status, document = await add_record(visit.here, writer, name, text.encode("utf-8", "replace"))
    response = visit.page("added.html", document=document, is_new=status == HTTPStatus.CREATED, removed="")
    response.status_code = status
    return response


async def _undone(visit: Visit, writer: str, fields: Mapping[str, str]) -> Response:
    record = fields.get("record", "")
    await remove_record(visit.here, writer, record)
    return visit.page("added.html", document={}, is_new=False, removed=record)
