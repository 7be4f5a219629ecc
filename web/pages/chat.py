"""The chat: a question in a form, its answer below it, the source beside it."""

from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, Field

from assistant.permalink import LONGEST, read_permalink
from assistant.wording.catalogue import catalogue
from assistant.wording.sentences import word_messages
from web import asking
from web.pages import chips
from web.pages.card import Card, card_of
from web.pages.edit import Edit, edited
from web.pages.latest import latest_records
from web.pages.visit import FreshVisiting, Visit

router = APIRouter(include_in_schema=False)
_EXAMPLES = ("ask.tally", "ask.against", "ask.abstained", "ask.majority", "ask.authors", "ask.pool")

Slot = Annotated[str, Field(max_length=80)]


class Asking(BaseModel):
    """What the chat's forms send: a question and what it follows on, or an edit of what was understood."""

    q: Annotated[str, Field(max_length=2000)] = ""
    after: Annotated[str, Field(max_length=LONGEST)] = ""
    of: Annotated[str, Field(max_length=LONGEST)] = ""
    procedure: Slot = ""
    answer_in: Annotated[str, Field(pattern="^([a-z]{2})?$")] = ""
    intent: Slot = ""
    state: Slot = ""
    position: Slot = ""

    @property
    def question(self) -> str:
        """The question as written, in characters that can be sent."""
        return self.q.encode("utf-8", "replace").decode("utf-8")


Asked = Annotated[Asking, Query()]


@router.get("/")
async def chat(visit: FreshVisiting, asked: Asked) -> Response:
    """The chat, with the answer to what was asked."""
    before = _card_before(visit, asked.after)
    card = _edited_card(visit, asked) if asked.intent else _card(visit, asked, before)
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


def _card(visit: Visit, asked: Asking, before: Card | None) -> Card | None:
    if not asked.question.strip():
        return None
    answer = visit.assistant.ask(
        asked.question,
        language=asked.answer_in or None,
        previous=before.answer.understanding if before else None,
        procedure=asked.procedure or None,
    )
    return card_of(answer, visit.library)


def _edited_card(visit: Visit, asked: Asking) -> Card:
    """The answer to what an answer was understood as, once that was changed."""
    edit = Edit(asked.intent, asked.state, asked.position, asked.answer_in or visit.language)
    address = read_permalink(asked.of) if asked.of else None
    before = asking.understood_at(visit.assistant, address) if address else None
    answer = asking.answer_to(visit.assistant, edited(visit.assistant, edit, before, asked.procedure))
    return card_of(answer, visit.library)


def _card_before(visit: Visit, token: str) -> Card | None:
    """The answer that a question follows on, given again from its address."""
    found = read_permalink(token) if token else None
    return card_of(asking.ask_again(visit.assistant, found), visit.library) if found else None
