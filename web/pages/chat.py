"""The chat: a question in a form, its answer below it, the source beside it."""

from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, Field

from assistant.permalink import read_permalink
from assistant.wording.catalogue import catalogue
from assistant.wording.sentences import word_messages
from web import asking
from web.pages import chips
from web.pages.card import Card, card_of
from web.pages.latest import latest_records
from web.pages.visit import Visit, Visiting

router = APIRouter(include_in_schema=False)
_EXAMPLES = ("ask.tally", "ask.against", "ask.abstained", "ask.majority", "ask.authors", "ask.pool")

Slot = Annotated[str, Field(max_length=80)]


class Asking(BaseModel):
    """What the chat's form sends: a question, or an edited understanding; and what it follows on."""

    q: Annotated[str, Field(max_length=2000)] = ""
    after: Annotated[str, Field(max_length=12_000)] = ""
    procedure: Slot = ""
    answer_in: Annotated[str, Field(pattern="^([a-z]{2})?$")] = ""
    intent: Slot = ""
    state: Slot = ""
    position: Slot = ""

    def question_in(self, language: str) -> str:
        """The question: as written, or the one an edit amounts to."""
        if not self.intent:
            return self.q.encode("utf-8", "replace").decode("utf-8")
        return chips.Edit(self.intent, self.state, self.position, self.answer_in or language).question()


Asked = Annotated[Asking, Query()]


@router.get("/")
async def chat(visit: Visiting, asked: Asked) -> Response:
    """The chat, with the answer to what was asked."""
    question = asked.question_in(visit.language)
    before = _card_before(visit, asked.after)
    card = _card(visit, question, asked, before) if question.strip() else None
    return visit.page(
        "chat.html",
        cards=[found for found in (before, card) if found is not None],
        question="",
        asked=asked,
        records=latest_records(visit.library),
        total=len(visit.library.records),
        examples=examples_in(visit.language),
        **chips.choices(visit.library),
    )


def examples_in(language: str) -> tuple[str, ...]:
    """Questions that show what can be asked."""
    return word_messages(catalogue(language), tuple((key, {}) for key in _EXAMPLES))


def _card(visit: Visit, question: str, asked: Asking, before: Card | None) -> Card:
    answer = visit.assistant.ask(
        question,
        language=asked.answer_in or None,
        previous=before.answer.understanding if before else None,
        procedure=asked.procedure or None,
    )
    return card_of(answer, visit.library)


def _card_before(visit: Visit, token: str) -> Card | None:
    """The answer that a question follows on, given again from its address."""
    found = read_permalink(token) if token else None
    return card_of(asking.ask_again(visit.assistant, found), visit.library) if found else None
