"""The errors of the web: a request that cannot be served, and why.

WebError
├── RequestProblem         answered as ``application/problem+json`` (RFC 9457)
└── NotModified            the client holds this snapshot's response already (304)
"""

from collections.abc import Mapping
from http import HTTPStatus


class WebError(Exception):
    """A request is not answered with what it asked for."""


class NotModified(WebError):
    """What the client holds is what the current snapshot would give."""

    def __init__(self, etag: str) -> None:
        super().__init__(etag)
        self.etag = etag


class RequestProblem(WebError):
    """A request that is refused: which status, and what the client can do about it."""

    def __init__(
        self,
        status: HTTPStatus,
        detail: str,
        *,
        headers: Mapping[str, str] | None = None,
        members: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(status, detail)
        self.status = status
        self.detail = detail
        self.headers = dict(headers or {})
        self.members = dict(members or {})


def not_found(what: str, name: str) -> RequestProblem:
    """Nothing of that kind bears that name."""
    return RequestProblem(HTTPStatus.NOT_FOUND, f"no {what} bears the id {printable(name)!r}")


def printable(text: str, limit: int = 120) -> str:
    """A client's own words, fit to be said back: shortened, and without what UTF-8 cannot hold."""
    return text[:limit].encode("utf-8", "replace").decode("utf-8")
