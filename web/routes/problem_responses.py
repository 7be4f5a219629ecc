"""The problem responses a route may give, as OpenAPI wants them."""

from http import HTTPStatus

from web.problem import MEDIA_TYPE
from web.schemas.problem import Problem

_ANY_REQUEST = (HTTPStatus.BAD_REQUEST, HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)


def problems(*statuses: int) -> dict[int | str, dict[str, object]]:
    """OpenAPI responses for these statuses and those any request may get, each a problem document."""
    problem = {"content": {MEDIA_TYPE: {"schema": {"$ref": f"#/components/schemas/{Problem.__name__}"}}}}
    return {
        status: {
            "description": HTTPStatus(status).phrase,
            **(problem if status != HTTPStatus.NOT_MODIFIED else {}),
        }
        for status in sorted({*statuses, *_ANY_REQUEST})
    }
