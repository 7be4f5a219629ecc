"""The lasting address of an answer: given again, and what changed since."""

from fastapi import APIRouter, Response

from assistant.permalink import read_permalink
from web import asking
from web.answer_document import answer_document, json_bytes
from web.authorization import Reader
from web.errors import not_found
from web.routes.address import AnswerId
from web.routes.problem_responses import problems
from web.schemas.answer import LastingAnswer
from web.serving import Pinned

router = APIRouter(prefix="/api/v1", tags=["ask"], dependencies=[Reader])


@router.get("/answers/{id}", response_model=LastingAnswer, responses=problems(401, 404))
async def lasting_answer(id_: AnswerId, assistant: Pinned) -> Response:
    """Answer again what an address stands for, and say whether the records have changed since."""
    asked = read_permalink(id_)
    if asked is None:
        raise not_found("answer", id_)
    answer = answer_document(asking.ask_again(assistant, asked))
    is_current = bool(asked.snapshot) and assistant.snapshot_id.startswith(asked.snapshot)
    document = {"answer": answer, "asked_of": asked.snapshot, "is_current": is_current}
    return Response(json_bytes(document), media_type="application/json")
