"""Asking: one question, one answer with its citations."""

from time import perf_counter

from fastapi import APIRouter, Response

from web.answer_document import answer_document, json_bytes
from web.authorization import Reader
from web.routes.problem_responses import problems
from web.schemas.answer import Answer, Question
from web.serving import Here, Pinned

router = APIRouter(prefix="/api/v1", tags=["ask"], dependencies=[Reader])


@router.post("/ask", response_model=Answer, responses=problems(403, 413, 415, 422, 429, 503))
async def ask(question: Question, assistant: Pinned, here: Here) -> Response:
    """Answer a question from the records, every claim cited to the characters it rests on."""
    began = perf_counter()
    answer = assistant.ask(
        question.question,
        language=question.language,
        previous=question.previous,
        procedure=question.procedure,
    )
    here.metrics.note_answer(
        status=answer.status,
        reason=answer.reason,
        intent=str(answer.understanding.get("intent", "")),
        seconds=perf_counter() - began,
    )
    return Response(json_bytes(answer_document(answer)), media_type="application/json")
