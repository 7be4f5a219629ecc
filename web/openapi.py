"""The API's description of itself: served as OpenAPI 3.1, rendered as a page without script."""

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from web.openapi_links import add_links
from web.schemas.problem import Problem

DESCRIPTION = """\
Cited answers over the Council of the EU's written-procedure records.

Every answer is computed from the records and cited to the characters it rests on. The same question
asked of the same snapshot gives the same bytes. Errors are problem documents (RFC 9457).
"""


def describe(app: FastAPI) -> None:
    """Let the application describe itself, its problem documents included."""

    def openapi() -> dict[str, object]:
        if app.openapi_schema is None:
            app.openapi_schema = openapi_document(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's documented way to extend the document


def openapi_document(app: FastAPI) -> dict[str, object]:
    """The OpenAPI document of an application."""
    document = get_openapi(
        title=app.title, version=app.version, description=app.description, routes=app.routes
    )
    add_links(document["paths"])
    components = document.setdefault("components", {})
    if isinstance(components, dict):
        schemas = components.setdefault("schemas", {})
        schemas["Problem"] = Problem.model_json_schema()
        schemas.pop("HTTPValidationError", None)
        schemas.pop("ValidationError", None)
    return document
