"""Checking a saved answer against the records."""

from typing import Annotated

from fastapi import APIRouter, Body, Response
from pydantic import JsonValue

from web.answer_document import json_bytes
from web.routes.problem_responses import problems
from web.schemas.verification import Verification
from web.serving import Pinned
from web.verification_document import verification_document, verified

router = APIRouter(prefix="/api/v1", tags=["verify"])


@router.post("/verify", response_model=Verification, responses=problems(401, 403, 413, 415, 422))
async def verify(
    answer: Annotated[dict[str, JsonValue], Body(description="An Answer as it was given")], assistant: Pinned
) -> Response:
    """Check every claim of an answer: quotations, spans, hashes, working; and ask it again."""
    return Response(
        json_bytes(verification_document(verified(assistant, answer))), media_type="application/json"
    )
