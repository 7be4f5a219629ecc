"""`rollcall verify-answer FILE`: whether a saved answer still holds against the records."""

from json import loads
from pathlib import Path
from typing import Annotated

import typer

from assistant.assembly import open_register
from web.commands import configuration, terminal
from web.verification_document import verification_document, verified


def command(
    file: Annotated[Path, typer.Argument(help="An answer saved as JSON")],
    json: Annotated[bool, typer.Option("--json", help="One JSON object")] = False,
) -> None:
    """Check a saved answer: every quotation, span, hash and computation, and that it is given again."""
    answer = _read(file)
    found = verified(open_register(configuration.settings()).assistant(), answer)
    if json:
        terminal.say_json(verification_document(found))
    else:
        for where, why in found.problems:
            terminal.say(f"{where}: {terminal.one_line(why)}")
        terminal.say("holds" if found.holds else "does not hold")
        if not found.is_current:
            terminal.say("given from another snapshot; today's answer " + _difference(found.changes))
    raise typer.Exit(0 if found.holds else terminal.REFUSED)


def _read(file: Path) -> dict[str, object]:
    try:
        answer = loads(file.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        terminal.complain(f"{file}: {terminal.one_line(error)}; expected an answer saved as JSON")
        raise typer.Exit(terminal.REFUSED) from None
    if not isinstance(answer, dict):
        terminal.complain(f"{file}: no JSON object; expected an answer saved as JSON")
        raise typer.Exit(terminal.REFUSED)
    return answer


def _difference(changes: tuple[str, ...]) -> str:
    return f"differs in {', '.join(changes)}" if changes else "is the same"
