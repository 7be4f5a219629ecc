"""`rollcall check FILE`: a draft, claim by claim, against the records."""

from pathlib import Path
from typing import Annotated

import typer

from assistant.assembly import open_register
from assistant.check import vocabulary
from assistant.check.claim import CheckedDraft, Finding
from web.check_document import LONGEST, check_document, checked
from web.commands import configuration, terminal

_SIGNS = {
    Finding.SUPPORTED: "✓",
    Finding.DERIVED: "≈",
    Finding.CONTRADICTED: "✗",
    Finding.NOT_CHECKABLE: "?",
}


def command(
    file: Annotated[Path, typer.Argument(help="A draft as plain text")],
    language: Annotated[str | None, typer.Option(help="Language of the draft, such as nl")] = None,
    procedure: Annotated[str | None, typer.Option(help="Hold it against this procedure")] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object")] = False,
) -> None:
    """Check every claim of a draft; nothing of it is kept."""
    text = _read(file)
    assistant = open_register(configuration.settings()).assistant()
    found = checked(assistant, text, language=language, procedure=procedure)
    if json:
        terminal.say_json(check_document(found))
    else:
        _show(found)


def _read(file: Path) -> str:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        terminal.complain(f"{file}: {terminal.one_line(error)}; expected a draft in UTF-8")
        raise typer.Exit(terminal.REFUSED) from None
    if len(text) > LONGEST:
        terminal.complain(f"{file}: {len(text):,} characters; expected at most {LONGEST:,}")
        raise typer.Exit(terminal.REFUSED)
    return text


def _show(found: CheckedDraft) -> None:
    words = vocabulary.wording(found.language)
    terminal.say(found.note)
    for claim in found.claims:
        marks = "".join(f"[{n}]" for n in claim.citations)
        verdict = words.pattern(f"check.verdict_{claim.verdict}")
        terminal.say(f"{_SIGNS[claim.verdict]} {verdict}: {terminal.one_line(claim.quote)}")
        terminal.say(f"    {claim.finding} {marks}")
        for change in claim.changes:
            draft, record = words.pattern("check.page_draft"), words.pattern("check.page_record")
            terminal.say(f"    {draft}: {change.draft or '–'}  {record}: {change.record or '–'}")
    for citation in found.citations:
        terminal.say(f"  [{citation.n}] {citation.key}: “{terminal.one_line(citation.quote)}”")
