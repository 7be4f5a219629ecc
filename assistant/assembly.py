"""Putting the parts together: from settings or a folder to something that answers."""

from pathlib import Path

from assistant.assistant import Assistant
from assistant.keeping.register import Register
from assistant.settings import Settings
from index.build import no_progress
from index.shelf import Progress


def open_register(settings: Settings, progress: Progress = no_progress) -> Register:
    """The register of a data folder; its snapshot is built on first use where there is none."""
    return Register(settings, progress)


def open_assistant(data: Path) -> Assistant:
    """The assistant over a data folder's current snapshot."""
    return open_register(Settings(data=data)).assistant()
