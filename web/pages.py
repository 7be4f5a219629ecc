"""The pages: the chat and the records, whole without script."""

import re
from functools import cache
from typing import Annotated

from fastapi import APIRouter, Query, Response
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from assistant.citation import Source
from corpus.text import Span
from web.serving import Pinned

router = APIRouter(include_in_schema=False)
_MARK = re.compile(r"(\d{1,9})-(\d{1,9})")


@cache
def environment() -> Environment:
    """The templates, with every value escaped."""
    return Environment(
        loader=PackageLoader("web"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def rendered(template: str, **values: object) -> Response:
    """A page from its template."""
    return Response(environment().get_template(template).render(values), media_type="text/html")


@router.get("/")
async def chat(assistant: Pinned, q: Annotated[str, Query(max_length=2000)] = "") -> Response:
    """The chat: a question in a form, its answer below it."""
    question = q.encode("utf-8", "replace").decode("utf-8")
    answer = assistant.ask(question) if question.strip() else None
    return rendered("chat.html", answer=answer, question=question, records=assistant.library.records)


@router.get("/records")
async def records(assistant: Pinned) -> Response:
    """All records."""
    return rendered("records.html", records=assistant.library.records)


@router.get("/records/{id_}")
async def record(id_: str, assistant: Pinned, mark: str = "") -> Response:
    """One record's text with a cited span marked."""
    source = assistant.library.source(id_)
    before, marked, after = cut(source, marked_span(source, mark))
    return rendered("record.html", source=source, before=before, marked=marked, after=after, mark=mark)


def marked_span(source: Source, mark: str) -> Span | None:
    """The span a ``start-end`` names, if it is one of the source."""
    found = _MARK.fullmatch(mark)
    if found is None or not int(found[1]) < int(found[2]) <= len(source.text.text):
        return None
    return Span(int(found[1]), int(found[2]))


def cut(source: Source, span: Span | None) -> tuple[str, str, str]:
    """The text before, in and after a span."""
    text = source.text.text
    if span is None:
        return text, "", ""
    return text[: span.start], source.text.quote(span), text[span.end :]
