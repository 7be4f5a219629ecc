"""Stopping without losing a request: no new connections, then a second in which the others end.

A client that keeps its connection may send its next request at the very moment the server closes it.
So responses say ``Connection: close`` for a second; after that, no busy connection is left to be cut.
"""

import asyncio
from types import FrameType

import uvicorn
from starlette.types import ASGIApp, Message, Receive, Scope, Send

DRAIN_SECONDS = 1.0


class DrainingApplication:
    """The application, which can be told that it is about to stop."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.is_draining = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; once draining, its response closes the connection."""

        async def send_closing(message: Message) -> None:
            if message["type"] == "http.response.start" and self.is_draining:
                message["headers"] = [*message["headers"], (b"connection", b"close")]
            await send(message)

        await self.app(scope, receive, send_closing if scope["type"] == "http" else send)


class GracefulServer(uvicorn.Server):
    """Drains on the first signal and stops a second later; on the next one it stops at once."""

    def __init__(self, config: uvicorn.Config, application: DrainingApplication) -> None:
        super().__init__(config)
        self._application = application

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002  # uvicorn's signature
        """Begin to drain, or stop where that has begun; the process then ends with 0."""
        if self._application.is_draining:
            self.should_exit = True
            return
        self._application.is_draining = True
        loop = asyncio.get_running_loop()
        loop.call_soon_threadsafe(self._drain, loop)

    def _drain(self, loop: asyncio.AbstractEventLoop) -> None:
        for server in self.servers:
            server.close()
        loop.call_later(DRAIN_SECONDS, setattr, self, "should_exit", True)
