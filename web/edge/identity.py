"""The id every request bears: in its logs, in its problem document, and in the response."""

import re
from uuid import uuid4

from starlette.types import Scope

_GIVEN = re.compile(rb"[A-Za-z0-9_-]{8,64}")
HEADER = b"x-request-id"
ARRIVED = "arrived"
"""Where a request's scope says when it came, by the clock of the event loop."""


def named_request(scope: Scope) -> str:
    """Give the request its id: the one a proxy sent in ``X-Request-Id``, else a new one."""
    given = header_of(scope, HEADER)
    request_id = given.decode("ascii") if _GIVEN.fullmatch(given) else uuid4().hex
    scope.setdefault("state", {})["request_id"] = request_id
    return request_id


def request_id_of(scope: Scope) -> str:
    """The id the request was given, empty where it never passed the edge."""
    return str(scope.get("state", {}).get("request_id", ""))


def header_of(scope: Scope, name: bytes) -> bytes:
    """The first value of a request header (lower-case name), empty where it was not sent."""
    return next((value for key, value in scope["headers"] if key == name), b"")


def client_of(scope: Scope) -> str:
    """The address the request came from, as the server (or its trusted proxy) gives it."""
    client = scope.get("client")
    return str(client[0]) if client else "unknown"
