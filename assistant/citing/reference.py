"""What is known beside the records: our own notes and tables, citable like a record.

Knows the texts of ``data/reference`` (rules and facts in our own words, each with its source) and
the tables of ``corpus/data``. A note never stands in for a record: it is always shown as reference.
"""

import csv
import tomllib
from functools import cache
from importlib import resources

from assistant.citing.citation import REFERENCE_PART, Place, Source
from corpus.text import SourceText, Span

PREFIX = "reference-"
_LANGUAGE = "en"
_TABLES = ("members.csv", "population.csv", "opt_ins.csv", "participation.toml")
_KNOWN = "known.toml"  # which notes speak of which procedure


@cache
def sources() -> dict[str, Source]:
    """Every reference text by its id."""
    texts = sorted(_texts().items())
    return {id_: Source(id_, _title(id_, text), _LANGUAGE, SourceText(text)) for id_, text in texts}


def source(id_: str) -> Source:
    """The reference text of that id.

    Raises: KeyError when there is none.
    """
    return sources()[id_]


def note(name: str) -> Place:
    """The statement of a note (its first paragraph), by its id or its id without "reference-".

    Raises: KeyError when there is no such note.
    """
    return paragraphs(name)[0]


@cache
def paragraphs(name: str) -> tuple[Place, ...]:
    """All paragraphs of a note, headings left out; the last one names the source.

    Raises: KeyError when there is no such note.
    """
    found = source(name if name.startswith(PREFIX) else PREFIX + name)
    places: list[Place] = []
    start = 0
    for block in found.text.text.split("\n\n"):
        text = block.strip("\n")
        if text and not text.startswith("#"):
            at = start + block.index(text)
            places.append(_place(found, Span(at, at + len(text)), str(len(places) + 1)))
        start += len(block) + 2
    return tuple(places)


def heading(name: str) -> Place:
    """The first line of a note or table, which says what it holds and from where.

    Raises: KeyError when there is none.
    """
    found = source(name if name.startswith(PREFIX) else PREFIX + name)
    return _place(found, Span(2, found.text.text.index("\n")), "0")


def about(procedure_id: str) -> tuple[Place, ...]:
    """What is known of a procedure beside the records: paragraphs of our notes, sources last."""
    known = tomllib.loads((resources.files("assistant") / "data" / _KNOWN).read_text("utf-8"))
    return tuple(place for name in known.get(procedure_id, ()) for place in paragraphs(name))


def line(name: str, *cells: str) -> Place:
    """The row of a table that begins with those cells, labelled by the last of them.

    Raises: KeyError when there is no such table or row.
    """
    found = source(name if name.startswith(PREFIX) else PREFIX + name)
    text = "\n" + found.text.text
    start = text.find("\n" + ",".join(cells) + ",")
    if start < 0:
        raise KeyError((name, *cells))
    end = text.find("\n", start + 1)
    return _place(found, Span(start, (end if end > 0 else len(text)) - 1), cells[-1])


def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table, by the names of its columns.

    Raises: KeyError when there is no such table.
    """
    lines = source(name if name.startswith(PREFIX) else PREFIX + name).text.text.splitlines()
    return tuple(csv.DictReader(line for line in lines if not line.startswith("#")))


def _place(found: Source, span: Span, label: str) -> Place:
    return Place(found, span, REFERENCE_PART, label, None)


def _texts() -> dict[str, str]:
    """The notes and the tables, by id."""
    notes = [e for e in (resources.files("assistant") / "data" / "reference").iterdir() if _is_note(e.name)]
    tables = [resources.files("corpus") / "data" / name for name in _TABLES]
    return {PREFIX + e.name.rpartition(".")[0]: e.read_text("utf-8") for e in (*notes, *tables)}


def _is_note(name: str) -> bool:
    return name.endswith(".md")


def _title(id_: str, text: str) -> str:
    """The first line without its mark; of a table, what stands there before the colon."""
    line = text.partition("\n")[0].lstrip("# ").strip()
    is_table = any(name.startswith(f"{id_.removeprefix(PREFIX)}.") for name in _TABLES)
    return line.partition(":")[0] if is_table else line
