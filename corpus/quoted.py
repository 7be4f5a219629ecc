"""A notice that somebody quotes in an e-mail: the lines behind ">", and the others left out.

Knows the mark of a quoted line. Only where most of a text is quoted is the rest no part of it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.joining import Line
from corpus.model import ReaderWarning
from corpus.text import SourceText, Span

_MARK = re.compile(r"(?:>\s?)+")
_FEWEST = 5


def without_marks(lines: Sequence[Line]) -> tuple[list[Line], frozenset[int]]:
    """The lines without their marks, and the numbers of those that are no quotation."""
    others = _unquoted([line.text for line in lines])
    if not others:
        return list(lines), frozenset()
    return [line if n in others else _unmarked(line) for n, line in enumerate(lines)], others


def quotation_in(source: SourceText) -> Iterator[ReaderWarning]:
    """That only the quoted lines of a text were read."""
    lines = source.text.splitlines()
    if others := _unquoted([line.strip() for line in lines]):
        start = source.text.find(lines[min(others)])
        message = "most of the text is quoted; only the quoted lines were read"
        yield ReaderWarning("quoted_lines", message, Span(start, start + len(lines[min(others)])))


def _unquoted(lines: Sequence[str]) -> frozenset[int]:
    quoted = [n for n, line in enumerate(lines) if line.startswith(">")]
    others = frozenset(n for n, line in enumerate(lines) if line and not line.startswith(">"))
    return others if len(quoted) >= max(_FEWEST, len(others)) else frozenset()


def _unmarked(line: Line) -> Line:
    mark = _MARK.match(line.text)
    end = mark.end() if mark else 0
    return replace(line, text=line.text[end:], starts=line.starts[end:], ends=line.ends[end:])
