"""A connection that never finishes its request's headers, or sends too many of them, is closed.

uvicorn bounds an idle connection between requests, but neither one that sends its headers a byte a
minute nor one whose headers never end; a few thousand of those would hold every file descriptor.
"""

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from web.edge.identity import ARRIVED

HEADER_SECONDS = 10.0
LARGEST_HEADERS = 16 * 1024
"""Bytes the request line and the headers of one request may have."""


class DeadlineProtocol(HttpToolsProtocol):
    """HTTP/1.1 with a deadline and a size for the headers of each request."""

    deadline: asyncio.TimerHandle | None = None
    unfinished = 0  # bytes received of a request whose headers are not whole
    counted = 0  # bytes of the request line and the headers so far

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn does
        """Start the first request's clock."""
        super().connection_made(transport)
        self._start_clock()

    def data_received(self, data: bytes) -> None:
        """Stop the clock once a request is whole, else keep it running."""
        super().data_received(data)
        if not self._is_waiting():
            self.unfinished = 0
            self._stop_clock()
            return
        self.unfinished += len(data)
        if self.unfinished > LARGEST_HEADERS and not self.transport.is_closing():
            self.send_400_response("The headers are too large.")
        self._start_clock()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the clock with the connection."""
        self._stop_clock()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        """Count the headers of a request from nothing, and note when it came."""
        self.counted = 0
        super().on_message_begin()
        self.scope["state"][ARRIVED] = self.loop.time()

    def on_url(self, url: bytes) -> None:
        """Count the request line."""
        self._count(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        """Count a header."""
        self._count(len(name) + len(value))
        super().on_header(name, value)

    def _count(self, size: int) -> None:
        self.counted += size
        if self.counted > LARGEST_HEADERS:
            raise ValueError("the headers are too large")  # the parser stops, and uvicorn answers with 400

    def _is_waiting(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _start_clock(self) -> None:
        if self.deadline is None:
            self.deadline = self.loop.call_later(HEADER_SECONDS, self._give_up)

    def _stop_clock(self) -> None:
        if self.deadline is not None:
            self.deadline.cancel()
            self.deadline = None

    def _give_up(self) -> None:
        self.deadline = None
        if self._is_waiting():
            self.transport.close()
