"""A server as a process of its own, and what its clients see of it."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
ROOT = Path(__file__).parents[2]
TOKEN = "a-token-of-the-stress-tests"
QUESTION = "Who voted against CM 5563/1/25 REV 1?"
REFUSED, CUT, LATE = "refused", "cut", "late"


def awaited(call: Coroutine[Any, Any, T]) -> T:
    """What a coroutine gives, run in a thread of its own: a browser test may hold a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, call).result()


@dataclass(frozen=True, slots=True)
class Seen:
    """What became of one request: a status, or why there is none; when it was sent, and how long it took."""

    result: int | str
    sent: float
    seconds: float
    body: bytes = b""
    is_last: bool = True  # on its connection


@dataclass(frozen=True, slots=True)
class Server:
    """A running server over a data folder."""

    process: subprocess.Popen[bytes]
    port: int

    def kill(self) -> None:
        """End it as the operating system would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> float:
        """Tell it to stop; how many seconds it took. Raises: AssertionError where it does not end with 0."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(timeout=20) == 0
        return time.monotonic() - began

    def wait_until_ready(self, within: float = 60.0) -> float:
        """How many seconds it took from now until the probe says so."""
        began = time.monotonic()
        while time.monotonic() < began + within and self.process.poll() is None:
            if awaited(exchange(self.port, get("/readyz"))).result == 200:
                return time.monotonic() - began
            time.sleep(0.02)
        raise AssertionError("the server is not ready")

    def readiness(self) -> dict[str, object]:
        """What the probe says."""
        said: dict[str, object] = json.loads(awaited(exchange(self.port, get("/readyz"))).body)
        return said

    def resident(self) -> int:
        """Units: bytes."""
        pages = Path(f"/proc/{self.process.pid}/statm").read_text("ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")


def start(data: Path, log: Path | None = None, port: int | None = None, **settings: str) -> Server:
    """Start a server over a data folder; its log goes to a file."""
    port = port or free_port()
    environment = {
        **os.environ,
        "ROLLCALL_DATA": str(data),
        "ROLLCALL_WRITE_TOKENS": f"stress:{sha256(TOKEN.encode()).hexdigest()}",
        **{f"ROLLCALL_{name.upper()}": value for name, value in settings.items()},
    }
    with (log or Path(os.devnull)).open("ab") as told:
        process = subprocess.Popen(
            [sys.executable, "-m", "web", "serve", "--port", str(port)],
            cwd=ROOT,
            env=environment,
            stdout=told,
            stderr=told,
        )
    return Server(process, port)


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def get(path: str) -> bytes:
    """A request for a page."""
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()


def ask(question: str = QUESTION) -> bytes:
    """A question to the API."""
    body = json.dumps({"question": question, "language": "en"}).encode()
    return _head("POST", "/api/v1/ask", len(body), "Content-Type: application/json\r\n") + body


def put(name: str, body: bytes) -> bytes:
    """An upload by somebody who may."""
    return _head("PUT", f"/api/v1/records/{name}", len(body), f"Authorization: Bearer {TOKEN}\r\n") + body


def delete(record: str) -> bytes:
    """A removal by somebody who may."""
    return _head("DELETE", f"/api/v1/records/{record}", 0, f"Authorization: Bearer {TOKEN}\r\n")


def _head(method: str, path: str, length: int, more: str) -> bytes:
    head = f"{method} {path} HTTP/1.1\r\nHost: localhost\r\n{more}Content-Length: {length}\r\n\r\n"
    return head.encode()


async def exchange(port: int, request: bytes, *, patience: float = 60.0) -> Seen:
    """One request on a connection of its own."""
    sent = time.monotonic()
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return Seen(REFUSED, sent, time.monotonic() - sent)
    seen = await exchange_on(reader, writer, request, patience=patience)
    writer.close()
    return seen


async def exchange_on(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes, *, patience: float = 60.0
) -> Seen:
    """One request on a connection that is there."""
    sent = time.monotonic()
    try:
        async with asyncio.timeout(patience):
            writer.write(request)
            head = (await reader.readuntil(b"\r\n\r\n")).lower()
            body = await _body(head, reader)
    except TimeoutError:
        return Seen(LATE, sent, time.monotonic() - sent)
    except (OSError, EOFError, ValueError):
        return Seen(CUT, sent, time.monotonic() - sent)
    status = int(head.split()[1])
    return Seen(status, sent, time.monotonic() - sent, body, b"\r\nconnection: close" in head)


async def _body(head: bytes, reader: asyncio.StreamReader) -> bytes:
    if b"\r\ncontent-length: " in head:
        length = int(head.partition(b"\r\ncontent-length: ")[2].split()[0])
        return await reader.readexactly(length)
    body = b""
    while size := int(await reader.readline(), 16):
        body += await reader.readexactly(size)
        await reader.readline()
    await reader.readline()
    return body
