"""Whether a request that may change something was made by one of our own pages, or by no page at all."""

from http import HTTPStatus

from starlette.types import ASGIApp, Receive, Scope, Send

from web.edge.identity import header_of
from web.errors import RequestProblem

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class SameOriginWrites:
    """Refuses unsafe requests that a browser sends on behalf of another site.

    A request with a bearer token is not ambient authority and passes. Programs send neither
    ``Sec-Fetch-Site`` nor ``Origin`` and pass; browsers always send one of them.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on unless another site's page sent it."""
        if scope["type"] == "http" and scope["method"] not in SAFE_METHODS and not _is_ours(scope):
            raise RequestProblem(
                HTTPStatus.FORBIDDEN, "another site's page may not send this request; open the page here"
            )
        await self.app(scope, receive, send)


def _is_ours(scope: Scope) -> bool:
    if header_of(scope, b"authorization").lower().startswith(b"bearer "):
        return True
    site = header_of(scope, b"sec-fetch-site")
    if site:
        return site == b"same-origin"
    origin = header_of(scope, b"origin")
    own = scope["scheme"].encode("ascii") + b"://" + header_of(scope, b"host")
    return not origin or origin.lower() == own.lower()
