"""`rollcall export`: the corpus with votes, statements, figures and provenance."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from assistant.assembly import open_register
from corpus.archive import Archive
from web.commands import configuration, terminal
from web.exports import corpus
from web.exports.formats import FORMAT_BY_NAME

_STANDARD_OUTPUT = "-"


def command(
    procedure: Annotated[str | None, typer.Argument(help="Only this procedure")] = None,
    format_: Annotated[
        str, typer.Option("--format", help="One or more of " + ", ".join(FORMAT_BY_NAME))
    ] = "zip",
    output: Annotated[
        str, typer.Option("--output", "-o", help="File name without its ending; - for standard output")
    ] = "rollcall",
) -> None:
    """Write the corpus out, in one format or several."""
    names = [name.strip() for name in format_.split(",") if name.strip()]
    unknown = [name for name in names if name not in FORMAT_BY_NAME]
    if unknown or not names:
        terminal.complain(f"--format {format_}: expected one or more of {', '.join(FORMAT_BY_NAME)}")
        raise typer.Exit(terminal.REFUSED)
    settings = configuration.settings()
    assistant = open_register(settings).assistant()
    chosen = corpus.selection(assistant.library, assistant.snapshot_id, procedure)
    for name in names:
        _put(output, name, FORMAT_BY_NAME[name].write(chosen, Archive(settings.data / "archive")))


def _put(output: str, name: str, data: bytes) -> None:
    if output == _STANDARD_OUTPUT:
        sys.stdout.buffer.write(data)
        return
    file = Path(output).with_suffix(".popolo.json" if name == "popolo" else f".{name}")
    file.write_bytes(data)
    terminal.say(f"{file}: {len(data):,} bytes")
