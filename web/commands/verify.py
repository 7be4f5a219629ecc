"""`rollcall verify`: every hash, span and manifest."""

from typing import Annotated

import typer

from assistant.assembly import open_register
from web.commands import configuration, terminal


def command(json: Annotated[bool, typer.Option("--json", help="One JSON object")] = False) -> None:
    """Check everything that is stored; what is wrong, one line each."""
    problems = [terminal.one_line(p) for p in open_register(configuration.settings()).verify()]
    if json:
        terminal.say_json({"holds": not problems, "problems": problems})
    for problem in problems:
        terminal.complain(problem)
    if not problems and not json:
        terminal.say("every hash, span and manifest holds")
    raise typer.Exit(terminal.REFUSED if problems else 0)
