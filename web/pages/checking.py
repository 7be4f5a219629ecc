"""The page on which a draft is checked: a form, and the draft with its claims marked. Nothing is kept."""

from asyncio import to_thread
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Response

from assistant.check import vocabulary
from assistant.check.claim import CheckedClaim
from web.check_document import LONGEST, checked
from web.pages.form import fields_of
from web.pages.visit import FreshVisiting, Visiting

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the draft: plain, or of the claim of that number (from 1)."""

    text: str
    number: int | None = None
    claim: CheckedClaim | None = None


@router.get("/check")
async def form(visit: FreshVisiting) -> Response:
    """The empty form."""
    return await to_thread(_page, visit, {})


@router.post("/check")
async def check(visit: Visiting) -> Response:
    """The draft as it was sent, with its claims marked."""
    return await to_thread(_page, visit, await fields_of(visit))


def _page(visit: Visiting, fields: Mapping[str, str]) -> Response:
    text = fields.get("text", "")
    words = vocabulary.wording(visit.language)
    chosen = {name: fields.get(name) or None for name in ("language", "procedure")}
    is_short = len(text.strip()) > 0 and len(text) <= LONGEST
    found = checked(visit.assistant, text, **chosen) if is_short else None
    return visit.page(
        "check.html",
        say=lambda key: words.pattern(f"check.{key}"),
        text=text,
        chosen=chosen,
        is_long=len(text) > LONGEST,
        found=found,
        pieces=tuple(pieces_of(text, found.claims)) if found else (),
        citations={citation.n: citation for citation in found.citations} if found else {},
        procedures=visit.library.procedures,
        languages=vocabulary.languages(),
    )


def pieces_of(text: str, claims: Sequence[CheckedClaim]) -> Iterator[Piece]:
    """The whole draft in pieces; of claims that overlap, the first is marked."""
    at = 0
    for number, claim in enumerate(claims, start=1):
        if claim.start < at:
            continue
        if at < claim.start:
            yield Piece(text[at : claim.start])
        yield Piece(text[claim.start : claim.end], number, claim)
        at = claim.end
    if at < len(text):
        yield Piece(text[at:])
