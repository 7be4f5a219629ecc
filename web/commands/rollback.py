"""`rollcall rollback [N]`: the earlier snapshot again."""

from typing import Annotated

import typer

from assistant.assembly import open_register
from web.commands import configuration, terminal


def command(steps: Annotated[int, typer.Argument(min=1, help="How many snapshots back")] = 1) -> None:
    """Serve an earlier snapshot again; the next change publishes everything received."""
    assistant = open_register(configuration.settings()).rollback(steps)
    terminal.say(f"snapshot {assistant.snapshot_id}, {len(assistant.library.records)} records")
