"""The API's description of itself: as a document and as a page."""

from fastapi import APIRouter, Request, Response

from web.answer_document import json_bytes
from web.pages.rendering import rendered
from web.serving import FreshAssistant

router = APIRouter(include_in_schema=False)


@router.get("/api/openapi.json")
async def openapi_document(request: Request, _assistant: FreshAssistant) -> Response:
    """The OpenAPI document."""
    return Response(json_bytes(request.app.openapi()), media_type="application/json")


@router.get("/api/docs")
async def openapi_page(request: Request, _assistant: FreshAssistant) -> Response:
    """The OpenAPI document as a page without script."""
    return rendered("api.html", {"api": request.app.openapi(), "path": request.url.path})
