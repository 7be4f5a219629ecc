"""Checking a draft: each claim with its verdict and citations."""

from asyncio import to_thread

from fastapi import APIRouter, Response

from web.answer_document import json_bytes
from web.check_document import check_document, checked
from web.routes.problem_responses import problems
from web.schemas.check import CheckedDraft, Draft
from web.serving import Pinned

router = APIRouter(prefix="/api/v1", tags=["check"])


@router.post("/check", response_model=CheckedDraft, responses=problems(401, 403, 413, 415, 422, 429, 503))
async def check(draft: Draft, assistant: Pinned) -> Response:
    """Hold every checkable claim of a draft against the records; nothing of the draft is kept."""
    found = await to_thread(
        checked, assistant, draft.text, language=draft.language, procedure=draft.procedure
    )
    return Response(json_bytes(check_document(found)), media_type="application/json")
