"""Laying out text: words and the marks between them become one text with paragraphs.

Paragraphs are parted by a blank line, lines by a line end, cells of a table row by a tab.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

from corpus.model import ReaderWarning
from corpus.readers.source import ReadText
from corpus.text import SourceText, Span

LONGEST_TEXT = 5_000_000


class Mark(IntEnum):
    """What stands between two runs of words; a stronger mark takes the place of a weaker one."""

    CELL = 0
    LINE = 1
    PARAGRAPH = 2


@dataclass(frozen=True, slots=True)
class Noted:
    """Something to warn of at this place of the text, such as something left out; counted, told once."""

    code: str
    message: str


Piece: TypeAlias = str | Mark | Noted


class TextTooLong(ValueError):
    """The file gives more text than any record has."""


def lay_out(pieces: Iterable[Piece]) -> ReadText:
    """The text of the pieces, with one warning for each kind of thing noted, at its first place.

    Raises: TextTooLong when the text passes five million characters.
    """
    parts: list[str] = []
    length, pending = 0, ""
    noted: Counter[Noted] = Counter()
    place_by_noted: dict[Noted, int] = {}
    for piece in pieces:
        if isinstance(piece, Noted):
            noted[piece] += 1
            place_by_noted.setdefault(piece, length)
        elif isinstance(piece, Mark):
            pending = _joined(pending, piece)
        elif piece.strip() or (piece and parts and not pending):
            parts.append(_after(pending, piece) if parts else piece.lstrip())
            length, pending = length + len(parts[-1]), ""
        if length > LONGEST_TEXT:
            raise TextTooLong
    text = "".join(parts).rstrip() + "\n" if parts else ""
    warnings = (_warning(what, n, min(place_by_noted[what], len(text))) for what, n in noted.items())
    return ReadText(SourceText(text), tuple(warnings))


def _after(pending: str, words: str) -> str:
    return pending + words.lstrip(" ") if pending else words


def _joined(pending: str, mark: Mark) -> str:
    if mark is Mark.CELL:
        return pending + "\t"
    return "\n" * max(pending.count("\n"), int(mark))


def _warning(noted: Noted, count: int, place: int) -> ReaderWarning:
    return ReaderWarning(noted.code, f"{noted.message}: {count}", Span(place, place))
