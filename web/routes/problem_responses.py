"""The problem responses a route may give, as OpenAPI wants them."""

from http import HTTPStatus

from web.problem import MEDIA_TYPE
from web.schemas.problem import Problem


def problems(*statuses: int) -> dict[int | str, dict[str, object]]:
    """OpenAPI responses for these statuses, each a problem document."""
    return {
        status: {
            "description": HTTPStatus(status).phrase,
            "content": {MEDIA_TYPE: {"schema": {"$ref": f"#/components/schemas/{Problem.__name__}"}}},
        }
        for status in statuses
    }
