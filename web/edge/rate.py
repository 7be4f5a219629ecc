"""How often a client may ask, and how many requests are answered at once."""

import asyncio
from collections.abc import Iterator
from hashlib import sha256
from http import HTTPStatus
from ipaddress import ip_address
from math import ceil, inf
from time import time

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.types import ASGIApp, Receive, Scope, Send

from web.edge.identity import ARRIVED, client_of, header_of
from web.errors import RequestProblem

WAIT_SECONDS = 1.0
"""How long a request may wait for its turn where the server keeps up."""

STANDING_SECONDS = 5.0
"""For how long some must have waited longer before it counts as excess: a burst is over by then."""

_BETWEEN_SECONDS = 1.5  # a queue is over when for so long nobody has waited too long

PROBES = frozenset({"/healthz", "/readyz", "/metrics"})


class RateLimit:
    """Refuses requests beyond the rate of a client, or of a bearer of a token, with 429 and ``Retry-After``.

    A token counts wherever it is used from, its bearer's address besides. Loopback is not limited:
    what stands there is the operator, or a proxy that limits itself.
    """

    def __init__(self, app: ASGIApp, rate: str) -> None:
        self.app = app
        self.item: RateLimitItem | None = parse(rate) if rate else None
        self.limiter = MovingWindowRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on while its client keeps to the rate."""
        if scope["type"] == "http" and self.item is not None and not _is_exempt(scope):
            for key in _counted(scope):
                self._count(key, self.item)
        await self.app(scope, receive, send)

    def _count(self, client: str, item: RateLimitItem) -> None:
        if self.limiter.hit(item, client):
            return
        reset_at = self.limiter.get_window_stats(item, client).reset_time
        wait = max(1, ceil(reset_at - time()))
        raise RequestProblem(
            HTTPStatus.TOO_MANY_REQUESTS,
            f"more than {item.amount} requests in {item.get_expiry()} seconds; "
            "for everything at once fetch /api/v1/export.zip",
            headers={"Retry-After": str(wait)},
        )


class Shedding:
    """Refuses at once (503) what is too much: too many requests in flight, or a queue that does not end.

    Answers are computed one after another, so that excess shows in how long requests wait for their turn.
    They are read in batches; where the last of a batch wait too long, batch after batch, they are refused.
    """

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app = app
        self.most = most
        self.in_flight = 0
        self.standing_from = self.seen_at = -inf  # when the queue began, and when it was last seen

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on while there is room for it."""
        if scope["type"] != "http" or scope["path"] in PROBES:
            await self.app(scope, receive, send)
            return
        if self._is_excess(scope) or self.in_flight >= self.most:
            raise RequestProblem(
                HTTPStatus.SERVICE_UNAVAILABLE,
                "too many requests are being answered",
                headers={"Retry-After": "5"},
            )
        self.in_flight += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.in_flight -= 1

    def _is_excess(self, scope: Scope) -> bool:
        now = asyncio.get_running_loop().time()
        if now - float(scope.get("state", {}).get(ARRIVED, now)) <= WAIT_SECONDS:
            return False
        if now - self.seen_at > _BETWEEN_SECONDS:
            self.standing_from = now
        self.seen_at = now
        return now - self.standing_from > STANDING_SECONDS


def _counted(scope: Scope) -> Iterator[str]:
    yield client_of(scope)
    if credentials := header_of(scope, b"authorization"):
        yield sha256(credentials).hexdigest()


def _is_exempt(scope: Scope) -> bool:
    if scope["path"] in PROBES:
        return True
    try:
        return ip_address(client_of(scope)).is_loopback
    except ValueError:
        return False
