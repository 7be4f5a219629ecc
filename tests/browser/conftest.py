"""A server with the shipped records and Debian's Chromium, shared by all tests of a session."""

import shutil
import socket
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from threading import Thread

import pytest
import uvicorn
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Page,
    Request,
    sync_playwright,
)

from assistant.keeping.register import Register
from web.app import create_app
from web.commands.serve import uvicorn_config
from web.server_settings import ServerSettings
from web.tokens import new_token, token_hash

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE = {"width": 1440, "height": 900}


@dataclass
class Visit:
    """A browser page and everything it did that it should not."""

    page: Page
    origin: str
    faults: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        self.page.goto(self.origin + path)
        return self.page

    def watch(self) -> None:
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("dialog", self._on_dialog)
        self.page.on("request", self._on_request)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.faults.append(f"console: {message.text}")

    def _on_dialog(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith((self.origin, "blob:", "data:")):
            self.faults.append(f"request: {request.url}")


Visitor = Callable[..., Visit]


@pytest.fixture(scope="session")
def token() -> str:
    return new_token()


@pytest.fixture(scope="session")
def serve(tmp_path_factory, session_embedder, token) -> Iterator[Callable[..., str]]:
    """Serve the shipped records, with more and without some where asked; gives the address."""
    running: list[tuple[uvicorn.Server, Thread]] = []

    def start(*files: tuple[str, bytes], without: Iterable[str] = ()) -> str:
        settings = ServerSettings(
            data=tmp_path_factory.mktemp("data"), rate="", write_tokens=f"anna:{token_hash(token)}"
        )
        register = Register(settings, embedder=session_embedder)
        register.build()
        if files:
            register.add(files)
        for record in without:
            register.remove(record)
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn_config(create_app(register, settings), settings))
        thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        running.append((server, thread))
        deadline = time.monotonic() + 30
        while not server.started and time.monotonic() < deadline:
            thread.join(0.05)
        return f"http://127.0.0.1:{listening.getsockname()[1]}"

    yield start
    for server, thread in running:
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="session")
def origin(serve) -> str:
    return serve()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed here and none can be had without root")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visitor(browser: Browser, origin: str) -> Iterator[Visitor]:
    """Opens pages; when the test ends, none of them may have failed, asked, or left the host."""
    opened: list[tuple[BrowserContext, Visit]] = []

    def visit(*, at: str = origin, **options: object) -> Visit:
        context = browser.new_context(**{"viewport": WIDE, **options})
        found = Visit(context.new_page(), at)
        found.watch()
        opened.append((context, found))
        return found

    yield visit
    faults = [fault for _, visit in opened for fault in visit.faults]
    for context, _ in opened:
        context.close()
    assert faults == []
