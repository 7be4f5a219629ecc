"""The lasting address of an answer: given again, and what changed since."""

from fastapi import APIRouter, Request, Response

from assistant.permalink import read_permalink
from web.answer_document import answer_document, json_bytes
from web.errors import not_found
from web.lasting_answer import is_of, lasting_answer
from web.routes.address import AnswerId
from web.routes.problem_responses import problems
from web.schemas.answer import LastingAnswer
from web.serving import Here, Pinned, note_snapshot

router = APIRouter(prefix="/api/v1", tags=["ask"])


@router.get("/answers/{id}", response_model=LastingAnswer, responses=problems(304, 401, 404))
async def read_answer(id_: AnswerId, request: Request, assistant: Pinned, here: Here) -> Response:
    """Answer again what an address stands for, and say sentence by sentence what has changed."""
    asked = read_permalink(id_)
    if asked is None:
        raise not_found("answer", id_)
    if is_of(assistant, asked):
        note_snapshot(request, assistant)
    found = lasting_answer(assistant, here.settings, asked)
    document = {
        "answer": answer_document(found.today),
        "then": answer_document(found.then) if found.then and not found.is_current else None,
        "asked_of": asked.snapshot,
        "is_current": found.is_current,
        "is_unchanged": found.is_unchanged,
        "sentences": [{"change": str(change), "text": text} for change, text in found.sentences],
    }
    return Response(json_bytes(document), media_type="application/json")
