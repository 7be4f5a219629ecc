"""The lasting address of an answer: its page, and the answer in forms to be copied or cited."""

from enum import StrEnum

from fastapi import APIRouter, Request, Response

from assistant.answer import Answer
from assistant.permalink import Addressed, read_permalink
from web import asking
from web.answer_rows import sentence_rows
from web.csv_document import csv_response
from web.csv_metadata import Table
from web.errors import not_found
from web.exports import quotable
from web.lasting_answer import is_of, lasting_answer
from web.pages import chips
from web.pages.card import card_of
from web.pages.visit import Visiting
from web.serving import FreshAssistant

router = APIRouter(include_in_schema=False)


class Form(StrEnum):
    """The forms an answer can be taken away in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    CITATION = "citation"
    BIBTEX = "bibtex"
    CSL = "csl"


@router.get("/a/{token}")
async def lasting(token: str, visit: Visiting) -> Response:
    """One answer at its address, with what has changed since."""
    asked = _asked(token)
    if is_of(visit.assistant, asked):
        visit.note_snapshot()
    found = lasting_answer(visit.assistant, visit.here.settings, asked)
    return visit.page(
        "lasting.html",
        card=card_of(found.today, visit.library),
        asked_of=asked.snapshot,
        found=found,
        document=quotable.linked_data(found.today),
        **chips.choices(visit.library),
    )


@router.get("/a/{token}/answer.csv")
async def as_csv(token: str, assistant: FreshAssistant, request: Request) -> Response:
    """The answer's sentences as rows, one a citation."""
    answer = asking.ask_again(assistant, _asked(token))
    return csv_response(request, "answer", Table.SENTENCES, sentence_rows(answer))


@router.get("/a/{token}/{form}")
async def as_form(token: str, form: Form, assistant: FreshAssistant, request: Request) -> Response:
    """The answer as plain text, Markdown, HTML or a reference, to be copied."""
    answer = asking.ask_again(assistant, _asked(token))
    text = _written(form, answer, str(request.base_url).rstrip("/"))
    return Response(text.encode("utf-8", "replace"), media_type="text/plain; charset=utf-8")


def _asked(token: str) -> Addressed:
    asked = read_permalink(token)
    if asked is None:
        raise not_found("answer", token)
    return asked


def _written(form: Form, answer: Answer, origin: str) -> str:
    write = {
        Form.TEXT: quotable.plain,
        Form.MARKDOWN: quotable.markdown,
        Form.HTML: quotable.html,
        Form.CITATION: quotable.reference,
        Form.BIBTEX: quotable.bibtex,
        Form.CSL: quotable.csl_json,
    }[form]
    return write(answer, origin)
