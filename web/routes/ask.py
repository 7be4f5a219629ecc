"""Asking: one question, one answer with its citations."""

from time import perf_counter

from fastapi import APIRouter, Response

from assistant.assistant import Assistant
from web.answer_document import written_answer
from web.finished import Finished, key_of
from web.metrics import Metrics
from web.routes.problem_responses import problems
from web.schemas.answer import Answer, Question
from web.serving import Here, Pinned

router = APIRouter(prefix="/api/v1", tags=["ask"])


@router.post("/ask", response_model=Answer, responses=problems(401, 403, 413, 415, 422, 429, 503))
async def ask(question: Question, assistant: Pinned, here: Here) -> Response:
    """Answer a question from the records, every claim cited to the characters it rests on."""
    began = perf_counter()
    key = key_of(assistant.snapshot_id, question)
    finished = here.finished.get(key)
    if finished is None:
        finished = _finished(assistant, question, here.metrics)
        here.finished.keep(key, finished)
    else:
        here.metrics.note_stage(finished.intent, "recall", perf_counter() - began)
    here.metrics.note_answer(status=finished.status, reason=finished.reason)
    return Response(finished.written.body, media_type="application/json")


def _finished(assistant: Assistant, question: Question, metrics: Metrics) -> Finished:
    began = perf_counter()
    answer = assistant.ask(
        question.question,
        language=question.language,
        previous=question.previous,
        procedure=question.procedure,
    )
    intent = str(answer.understanding.get("intent", ""))
    concluded = perf_counter()
    written = written_answer(answer)
    metrics.note_stage(intent, "conclude", concluded - began)
    metrics.note_stage(intent, "write", perf_counter() - concluded)
    return Finished(written, answer.status, answer.reason, intent)
