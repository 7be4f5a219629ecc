"""`rollcall audit`: who changed what, from which snapshot to which; `rollcall audit verify`: the chain."""

from enum import StrEnum
from json import loads
from typing import Annotated

import typer

from assistant.keeping.audit import AuditLog
from web.commands import configuration, terminal


class Action(StrEnum):
    """What is wanted of the log."""

    SHOW = "show"
    VERIFY = "verify"


def command(
    action: Annotated[Action, typer.Argument(help="Show or verify")] = Action.SHOW,
) -> None:
    """Show the log of changes, or check that no line of it was touched."""
    log = AuditLog(configuration.settings().data)
    if action is Action.SHOW:
        for line in log.lines():
            terminal.say(_shown(line))
        return
    problems = log.problems()
    for problem in problems:
        terminal.complain(problem)
    if not problems:
        terminal.say(f"{len(list(log.lines()))} lines, the chain holds")
    raise typer.Exit(terminal.REFUSED if problems else 0)


def _shown(line: bytes) -> str:
    said = loads(line)
    act = said["act"]
    before, after = (str(act[end] or "none")[:12] for end in ("before", "after"))
    what = " ".join([act["change"], *act["records"]])
    return terminal.one_line(f"{said['number']:>5} {said['at']} {act['by']}: {what}, {before} → {after}")
