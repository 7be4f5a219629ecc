"""The little Markdown our own reports use: headings, paragraphs, lists, tables, code. No raw HTML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARKS = re.compile(r"\*\*(.+?)\*\*|`(.+?)`|\[(.+?)\]\((?:.+?)\)")
_RULE = re.compile(r"\|?[\s:|-]+\|?")


@dataclass(frozen=True, slots=True)
class Line:
    """A block of a report: its kind, its level (of a heading), its text or its cells."""

    kind: str
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


def read_markdown(text: str) -> tuple[Line, ...]:
    """The blocks of a report.

    >>> [line.kind for line in read_markdown("# A\\n\\nb\\n\\n- c")]
    ['heading', 'paragraph', 'list']
    """
    blocks = (block for block in re.split(r"\n\s*\n", text) if block.strip())
    return tuple(line for block in blocks for line in _block(block.strip("\n")))


def _block(block: str) -> Iterator[Line]:
    first = block.lstrip()
    if first.startswith("#"):
        heading, _, rest = block.partition("\n")
        level = len(heading) - len(heading.lstrip("#"))
        yield Line("heading", _plain(heading.lstrip("# ")), level)
        if rest.strip():
            yield from _block(rest)
    elif first.startswith("|"):
        rows = [row for row in block.splitlines() if row.strip() and not _RULE.fullmatch(row.strip())]
        yield Line("table", rows=tuple(_cells(row) for row in rows))
    elif first.startswith(("- ", "* ")):
        items = re.split(r"\n(?=[-*] )", block)
        yield Line("list", rows=tuple((_plain(item[2:]),) for item in items))
    elif first.startswith("```"):
        yield Line("code", "\n".join(line for line in block.splitlines() if not line.startswith("```")))
    else:
        yield Line("paragraph", _plain(block))


def _cells(row: str) -> tuple[str, ...]:
    return tuple(_plain(cell) for cell in row.strip().strip("|").split("|"))


def _plain(text: str) -> str:
    """Text without its marks, on one line."""
    return " ".join(_MARKS.sub(lambda m: m[1] or m[2] or m[3], text).split())
