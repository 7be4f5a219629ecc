"""The files the pages link to: scripts, styles, pictures; all our own."""

from pathlib import Path

from starlette.staticfiles import StaticFiles

FOLDER = Path(__file__).parent / "static"


def static_files() -> StaticFiles:
    """The folder of static files as an application."""
    return StaticFiles(directory=FOLDER)
