"""`rollcall remove RECORD`: the next snapshot without it."""

from typing import Annotated

import typer

from assistant.assembly import open_register
from corpus.identifiers import slug_of
from web.commands import configuration, terminal


def command(record: Annotated[str, typer.Argument(help="Its id, or its document number")]) -> None:
    """Publish a snapshot without a record; its bytes stay in the archive."""
    register = open_register(configuration.settings(), terminal.progress)
    assistant = register.remove(slug_of(record))
    terminal.say(f"removed {slug_of(record)}")
    terminal.say(f"snapshot {assistant.snapshot_id}")
