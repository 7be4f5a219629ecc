"""`rollcall parse FILE`: what one document says; changes nothing."""

from pathlib import Path
from typing import Annotated

import typer

from corpus.contract import contract_of
from corpus.errors import Refusal
from corpus.model import Record
from corpus.parse import parse_record
from corpus.readers.reader import read_source
from web.commands import terminal


def command(
    file: Annotated[Path, typer.Argument(help="A notice: text, PDF, DOCX or HTML")],
    json: Annotated[bool, typer.Option("--json", help="One JSON object")] = False,
) -> None:
    """Say what one document says; nothing is stored."""
    try:
        record = parse_record(read_source(file.read_bytes(), file.name))
    except (Refusal, OSError) as error:
        terminal.complain(terminal.refusal_line(str(file), error))
        raise typer.Exit(terminal.REFUSED) from None
    if json:
        terminal.say_json(contract_of(record))
    else:
        _show(record)


def _show(record: Record) -> None:
    document = contract_of(record)
    for key, value in document.items():
        if key not in {"acts", "warnings"} and value not in (None, [], False):
            terminal.say(f"{key.replace('_', ' '):<18} {_plain(value)}")
    for act in parsed_acts(document):
        terminal.say()
        for key, value in act.items():
            if value not in (None, [], False):
                terminal.say(f"  {key.replace('_', ' '):<18} {_plain(value)}")
    for warning in record.warnings:
        terminal.complain(f"warning {warning.code} at {warning.span.start}: {warning.message}")


def parsed_acts(document: dict[str, object]) -> list[dict[str, object]]:
    """The acts of a parsed document."""
    acts = document["acts"]
    return acts if isinstance(acts, list) else []


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
