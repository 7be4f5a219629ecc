"""`rollcall release`: what is held in quarantine; `rollcall release RECORD`: publish it after all."""

from typing import Annotated

import typer

from assistant.assembly import open_register
from corpus.identifiers import slug_of
from corpus.marking import marking_of
from web.commands import configuration, terminal


def command(record: Annotated[str, typer.Argument(help="Its id; none: list what is held")] = "") -> None:
    """Publish a record that bears a restriction marking; without one, list those in quarantine."""
    register = open_register(configuration.settings(), terminal.progress)
    if not record:
        for held in register.held():
            terminal.say(terminal.one_line(f"{held.id}: marked {marking_of(held)}"))
        return
    assistant = register.release(slug_of(record))
    terminal.say(f"released {slug_of(record)}")
    terminal.say(f"snapshot {assistant.snapshot_id}")
