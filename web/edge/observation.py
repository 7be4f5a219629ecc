"""What operators see of a request: one log entry and its metrics, never the question."""

from time import perf_counter

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.edge.identity import named_request
from web.metrics import Metrics

_log = structlog.get_logger()


class Observation:
    """Names each request, times it, counts it and writes its log entry."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Name the request, pass it on, and note what became of it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = named_request(scope)
        status = 500

        async def send_noting_status(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        began = perf_counter()
        structlog.contextvars.bind_contextvars(request_id=request_id)
        try:
            await self.app(scope, receive, send_noting_status)
        finally:
            self._note(scope, status, perf_counter() - began)
            structlog.contextvars.clear_contextvars()

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "unrouted")
        self.metrics.note_request(scope["method"], route, status, seconds)
        _log.info(
            "request", method=scope["method"], route=route, status=status, dur_ms=round(seconds * 1000, 1)
        )
