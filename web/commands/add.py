"""`rollcall add FILE…`: takes records in and publishes a new snapshot; each file reported.

A folder stands for all files in it and in its folders, but those whose names begin with a dot.
Thousands of files are published by the hundreds: what is published stays, and after a stop the same
command goes on from there.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from assistant.assembly import open_register
from assistant.keeping.intake import Outcome, Verdict
from corpus.naming import DUPLICATE
from web.commands import configuration, terminal

_TOGETHER = 500  # files that are published together
_TAKEN = {Verdict.ADDED, Verdict.KNOWN}


def command(
    files: Annotated[list[Path], typer.Argument(help="Notices, or folders of them: text, PDF, DOCX or HTML")],
    json: Annotated[bool, typer.Option("--json", help="One JSON object")] = False,
) -> None:
    """Take records in; a file that is refused is named, the others go on."""
    unread = {file: _unreadable(file) for named in files for file in _files_of(named)}
    readable = [file for file, why in unread.items() if why is None]
    register = open_register(configuration.settings(), terminal.progress)
    starts = range(0, len(readable), _TOGETHER)
    outcomes = tuple(chain.from_iterable(register.add(_read(readable, start)) for start in starts))
    reports: list[dict[str, object]] = [
        *(_report(file, outcome) for file, outcome in zip(readable, outcomes, strict=True)),
        *(_refused(file, why) for file, why in unread.items() if why),
    ]
    snapshot = register.assistant().snapshot_id
    if json:
        terminal.say_json({"files": reports, "snapshot": snapshot})
    _show(reports, snapshot, quiet=json)
    raise typer.Exit(0 if all(report["verdict"] in _TAKEN for report in reports) else terminal.REFUSED)


def _files_of(named: Path) -> tuple[Path, ...]:
    """The file itself; the files of a folder in the order of their names, itself where it has none."""
    if not named.is_dir():
        return (named,)
    within = sorted(file for file in named.rglob("*") if file.is_file())
    return tuple(f for f in within if not any(part[0] == "." for part in f.relative_to(named).parts)) or (
        named,
    )


def _read(files: Sequence[Path], start: int) -> Iterator[tuple[str, bytes]]:
    """Some hundred files from one on, with a bar that shows how far it is with all."""
    for done, file in enumerate(files[start : start + _TOGETHER], start):
        terminal.bar(done, len(files), file.name)
        yield file.name, file.read_bytes()
    terminal.bar(min(start + _TOGETHER, len(files)), len(files), "")


def _unreadable(file: Path) -> str | None:
    if file.is_dir():
        return terminal.one_line(f"{file}: the folder is empty, the folder itself; expected notices in it")
    try:
        with file.open("rb"):
            return None
    except OSError as error:
        return terminal.refusal_line(str(file), error)


def _refused(file: Path, why: str) -> dict[str, object]:
    return {"file": str(file), "verdict": str(Verdict.REFUSED), "record": None, "problem": why}


def _report(file: Path, outcome: Outcome) -> dict[str, object]:
    problem = outcome.problem
    if outcome.refusal is not None:
        problem = terminal.refusal_line(str(file), outcome.refusal)
    return {
        "file": str(file),
        "verdict": str(outcome.verdict),
        "record": outcome.record.id if outcome.record else None,
        "problem": problem,
        "duplicates": _duplicates(outcome),
    }


def _duplicates(outcome: Outcome) -> list[str]:
    """Where the record differs from others with its number."""
    warnings = outcome.record.warnings if outcome.record else ()
    return [warning.message for warning in warnings if warning.code == DUPLICATE]


def _show(reports: list[dict[str, object]], snapshot: str, *, quiet: bool) -> None:
    for report in reports:
        if report["problem"]:
            terminal.complain(str(report["problem"]))
        elif not quiet:
            terminal.say(f"{report['file']}: {report['verdict']} as {report['record']}")
        duplicates = report.get("duplicates")
        for duplicate in duplicates if isinstance(duplicates, list) else ():
            terminal.complain(f"{report['file']}: {duplicate}")
    if not quiet:
        terminal.say(f"snapshot {snapshot}")
