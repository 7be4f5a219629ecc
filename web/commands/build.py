"""`rollcall build`: the snapshot of everything received, made again from the records."""

import typer

from assistant.assembly import open_register
from web.commands import configuration, terminal


def command() -> None:
    """Read the records again and publish their snapshot."""
    built = open_register(configuration.settings(), terminal.progress).build()
    for problem in built.problems:
        terminal.complain(terminal.one_line(problem))
    assistant = built.assistant
    terminal.say(f"snapshot {assistant.snapshot_id}, {len(assistant.library.records)} records")
    raise typer.Exit(terminal.REFUSED if built.problems else 0)
