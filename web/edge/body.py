"""What a request's body may be: its type, its size, and how long it may take to arrive.

A body is counted while it is read, whatever its ``Content-Length`` says; nothing is spooled.
"""

import asyncio
from dataclasses import dataclass
from http import HTTPStatus

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.edge.identity import header_of
from web.errors import RequestProblem

JSON_ONLY = "application/json"
_RECORDS = ("/api/v1/records/", "/add/")
_LARGE = frozenset({"/api/v1/verify", "/mcp", "/add"})  # a saved answer, or a record's text as a form


@dataclass(frozen=True, slots=True)
class BodyLimits:
    """How much a body may hold and how long it may take. Units: bytes, seconds."""

    record: int
    question: int = 64 * 1024
    answer: int = 4 * 1024 * 1024
    idle: float = 10.0
    total: float = 60.0

    def size_for(self, path: str) -> int:
        """The size a body sent to this path may have."""
        if path.startswith(_RECORDS):
            return self.record
        return self.answer if path in _LARGE else self.question


class BodyGuard:
    """Refuses bodies of a wrong type (415), too large (413) or too slow (408)."""

    def __init__(self, app: ASGIApp, limits: BodyLimits) -> None:
        self.app = app
        self.limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its body counted and timed."""
        if scope["type"] != "http" or scope["method"] in {"GET", "HEAD", "OPTIONS"}:
            await self.app(scope, receive, send)
            return
        _check_type(scope)
        limit = self.limits.size_for(scope["path"])
        if _declared_length(scope) > limit:
            raise too_large(limit)
        await self.app(scope, _counting(receive, limit, self.limits), send)


def too_large(limit: int) -> RequestProblem:
    """The body holds more than it may."""
    return RequestProblem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"the body may hold {limit:,} bytes at most")


def _declared_length(scope: Scope) -> int:
    declared = header_of(scope, b"content-length")
    if declared and not declared.isdigit():
        raise RequestProblem(HTTPStatus.BAD_REQUEST, "Content-Length is no number")
    return int(declared or b"0")


def _check_type(scope: Scope) -> None:
    if header_of(scope, b"content-encoding") not in {b"", b"identity"}:
        raise RequestProblem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "compressed bodies are not read")
    media_type = header_of(scope, b"content-type").decode("latin-1").partition(";")[0].strip().lower()
    if media_type.startswith("multipart/"):
        raise RequestProblem(
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "multipart forms are not read; send the record as the raw body"
        )
    is_api = scope["path"].startswith("/api/") and scope["path"] != "/api/v1/csp-reports"
    if is_api and scope["method"] == "POST" and media_type != JSON_ONLY and _has_body(scope):
        raise RequestProblem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"Content-Type must be {JSON_ONLY}")


def _has_body(scope: Scope) -> bool:
    return header_of(scope, b"transfer-encoding") != b"" or _declared_length(scope) > 0


def _counting(receive: Receive, limit: int, limits: BodyLimits) -> Receive:
    count = 0
    began = asyncio.get_running_loop().time()
    is_whole = False

    async def receive_counted() -> Message:
        nonlocal count, is_whole
        if is_whole:  # what comes now is the disconnect, which may take as long as it likes
            return await receive()
        left = began + limits.total - asyncio.get_running_loop().time()
        try:
            message = await asyncio.wait_for(receive(), max(0.0, min(limits.idle, left)))
        except TimeoutError:
            raise RequestProblem(
                HTTPStatus.REQUEST_TIMEOUT,
                "the body took too long to arrive",
                headers={"Connection": "close"},
            ) from None
        count += len(message.get("body", b""))
        if count > limit:
            raise too_large(limit)
        is_whole = not message.get("more_body", False)
        return message

    return receive_counted
