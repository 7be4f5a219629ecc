"""Stopping without losing a request: whoever got through is answered, whoever comes now is not let in.

Four steps, in at most fifteen seconds. New connections are turned away by the kernel, so that those it has
already completed can all be accepted. Then the listener closes. Responses say ``Connection: close``, until
nobody has sent a request for a second: a client that keeps its connection may send its next one at the very
moment the server closes it. What is still being answered then is waited for.
"""

import asyncio
import logging
import os
import select
import socket
import sys
from contextlib import suppress
from ctypes import addressof, create_string_buffer
from struct import calcsize, pack
from threading import Timer
from types import FrameType
from typing import NoReturn

import uvicorn
from starlette.types import ASGIApp, Message, Receive, Scope, Send

QUIET_SECONDS = 1.0
DRAIN_SECONDS = 4.0
GRACE_SECONDS = 8
LAST_SECONDS = 14.5
"""After the signal; then the process ends as if it were killed, which loses nothing that was acknowledged."""

_PAUSE = 0.02
_ARRIVAL_SECONDS = 0.1  # for handshakes that are under way
_ATTACH_FILTER = 26  # SO_ATTACH_FILTER
_INSTRUCTION = "HBBI"
# A packet filter for a listening socket: drop what begins a connection (SYN without ACK), keep the rest.
_NO_BEGINNINGS = b"".join(
    pack(_INSTRUCTION, *instruction)
    for instruction in (
        (0x30, 0, 0, 13),  # load the flags of the TCP header
        (0x54, 0, 0, 0x12),  # of these, SYN and ACK
        (0x15, 0, 1, 0x02),  # SYN alone?
        (0x06, 0, 0, 0),  # drop
        (0x06, 0, 0, 0xFFFFFFFF),  # keep
    )
)


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
    """Drains on the first signal and then stops; on the next one it stops at once."""

    def __init__(self, config: uvicorn.Config, application: DrainingApplication) -> None:
        super().__init__(config)
        self._application = application
        self._draining: asyncio.Task[None] | None = None

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002  # uvicorn's signature
        """Begin to drain, or stop where that has begun; the process then ends with 0."""
        if self._application.is_draining or not self.started:
            self.should_exit = True
            return
        self._application.is_draining = True
        last = Timer(LAST_SECONDS, os._exit, [0])
        last.daemon = True
        last.start()
        loop = asyncio.get_running_loop()
        loop.call_soon_threadsafe(self._begin, loop)

    def _begin(self, loop: asyncio.AbstractEventLoop) -> None:
        self._draining = loop.create_task(self._drain(loop.time() + DRAIN_SECONDS))

    async def _drain(self, end: float) -> None:
        clock = asyncio.get_running_loop().time
        listeners = [_duplicate(each.fileno()) for server in self.servers for each in server.sockets]
        for listener in listeners:
            turn_away(listener)
        await asyncio.sleep(_ARRIVAL_SECONDS)
        while is_awaited(listeners) and clock() < end:
            await asyncio.sleep(_PAUSE)
        for server in self.servers:
            server.close()
        for listener in listeners:
            listener.close()
        heard, heard_at = self.server_state.total_requests, clock()
        while self.server_state.connections and clock() < min(end, heard_at + QUIET_SECONDS):
            await asyncio.sleep(_PAUSE)
            if heard != self.server_state.total_requests:
                heard, heard_at = self.server_state.total_requests, clock()
        self.should_exit = True


def leave() -> NoReturn:
    """End the process with 0 at once: a thread that still opens the encoder would abort an ordinary end."""
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(0)


def turn_away(listener: socket.socket) -> None:
    """Complete no new connection on a listening socket, where the system can do that (Linux)."""
    program = create_string_buffer(_NO_BEGINNINGS)
    count = len(_NO_BEGINNINGS) // calcsize(_INSTRUCTION)
    if sys.platform == "linux":
        with suppress(OSError):
            listener.setsockopt(socket.SOL_SOCKET, _ATTACH_FILTER, pack("HP", count, addressof(program)))


def is_awaited(listeners: list[socket.socket]) -> bool:
    """Whether somebody has connected who is not accepted yet."""
    poll = select.poll()
    for listener in listeners:
        poll.register(listener, select.POLLIN)
    return bool(poll.poll(0))


def _duplicate(descriptor: int) -> socket.socket:
    """The same socket under a descriptor of our own: uvloop's cannot be given options."""
    return socket.socket(fileno=os.dup(descriptor))
