"""Pictures of the pages at three widths, light and dark, for the documentation: ``make screenshots``."""

import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import sleep

import uvicorn
from playwright.sync_api import Page, sync_playwright

from assistant.assembly import open_register
from web.app import create_app
from web.commands.serve import uvicorn_config
from web.server_settings import ServerSettings

FOLDER = Path(__file__).parent.parent.parent / "docs" / "screenshots"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
WIDTHS = {"wide": (1440, 900), "tablet": (820, 1100), "phone": (390, 780)}
PAGES = {
    "start": "/",
    "answer": "/?q=Why+did+Spain+abstain%3F",
    "majority": "/?q=Was+the+majority+reached%2C+and+by+how+much%3F",
    "board": "/procedures/2025-0357-nle",
    "what-if": "/procedures/2025-0357-nle?switch=DE:against",
    "record": "/records/cm-5563-1-25-rev-1",
}
OPENED = {"answer"}  # with the source of the first citation beside it


def main() -> None:
    """Write every picture anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with served() as origin, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        for size, (width, height) in WIDTHS.items():
            for scheme in ("light", "dark"):
                context = browser.new_context(
                    viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
                )
                for name, path in PAGES.items():
                    page = context.new_page()
                    page.goto(origin + path)
                    compose(page, name)
                    page.screenshot(path=FOLDER / f"{name}-{size}-{scheme}.png")
                    page.close()
                context.close()
        browser.close()


def compose(page: Page, name: str) -> None:
    """Bring the page into the state that is pictured."""
    if name in OPENED:
        page.locator(".cited > .cite").nth(2).click()
        page.locator("#source mark").first.wait_for()
        page.mouse.move(2, 2)
        page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")


@contextmanager
def served() -> Iterator[str]:
    """A server with the shipped records on a free port."""
    with tempfile.TemporaryDirectory() as folder:
        settings = ServerSettings(data=Path(folder), rate="")
        register = open_register(settings)
        register.build()
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn_config(create_app(register, settings), settings))
        thread = Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            sleep(0.05)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


if __name__ == "__main__":
    main()
