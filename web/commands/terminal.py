"""How commands speak: results on standard output, what is wrong in one line on standard error."""

import json
import re
import sys
from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table

from corpus.errors import Refusal

FAILED = 1
REFUSED = 2
NOT_FOUND = 3
INTERRUPTED = 130
_BAR = 24
_LONGEST_NAME = 36
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def say(text: str = "") -> None:
    """Print a line of the result."""
    sys.stdout.write(_encodable(text, sys.stdout.encoding) + "\n")


def say_json(document: Mapping[str, object] | Sequence[object]) -> None:
    """Print a result as one JSON object."""
    say(json.dumps(document, ensure_ascii=False, indent=2))


def say_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table; plain where the output is no terminal."""
    table = Table(title=title, title_justify="left", show_lines=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*row)
    Console(highlight=False, markup=False).print(table)


def complain(text: str) -> None:
    """Print one line on standard error."""
    sys.stderr.write(_encodable(_CONTROL.sub(" ", text), sys.stderr.encoding) + "\n")


def refusal_line(path: str, error: Refusal | OSError) -> str:
    """``FILE: what is wrong, where; expected …`` on one line, the file as the caller named it."""
    if isinstance(error, Refusal):
        return one_line(f"{path}: {error.problem}, {error.place}; expected {error.expected}")
    return one_line(f"{path}: {error.strerror or error}, the file itself; expected a file that can be read")


def one_line(text: object) -> str:
    """A message on one line, whatever a document put into it."""
    return " ".join(_CONTROL.sub(" ", str(text)).split())


def _encodable(text: str, encoding: str | None) -> str:
    return text.encode(encoding or "utf-8", "replace").decode(encoding or "utf-8")


def progress(done: int, whole: int) -> None:
    """Show how far long work is, on one line of a terminal; nothing where nobody watches."""
    if sys.stderr.isatty() and whole:
        sys.stderr.write(f"\r{done}/{whole} passages" + ("\n" if done >= whole else ""))
        sys.stderr.flush()


def bar(done: int, whole: int, name: str) -> None:
    """Show how many of several files are read, as a bar on one line; nothing where nobody watches."""
    if not sys.stderr.isatty() or whole < 2:
        return
    filled = _BAR * done // whole
    line = f"[{'#' * filled}{'.' * (_BAR - filled)}] {done}/{whole} {_CONTROL.sub(' ', name)[:_LONGEST_NAME]}"
    sys.stderr.write("\r" + _encodable(line, sys.stderr.encoding).ljust(_BAR + _LONGEST_NAME + 16))
    sys.stderr.write("\n" if done >= whole else "")
    sys.stderr.flush()
