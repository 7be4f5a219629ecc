"""A page's characters, by where they stand, into lines and paragraphs.

Knows only geometry: a paragraph is parted from the next by more than the usual distance
between lines. Units: PDF points, from the lower left corner of the page.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_LINE_ENDS = ("\n", "\r")
_NO_CHARACTER = frozenset(("\x00", "\ufffe", "\uffff"))
_WIDER = 1.3  # a gap of 1.3 usual distances is a blank line: Word sets 6 pt after 12–14 pt lines


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character and the box it fills; a hyphen that ends a line has the line end with it."""

    char: str
    left: float
    right: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    bottom: float
    height: float


def page_text(glyphs: Iterable[Glyph]) -> str:
    """The text of one page: a line end for a line, a blank line for a paragraph."""
    lines = _lines(glyphs)
    usual = _usual_distance(lines)
    parts: list[str] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None:
            parts.append("\n\n" if _is_apart(before, line, usual) else "\n")
        parts.append(line.text)
    return "".join(parts)


def _lines(glyphs: Iterable[Glyph]) -> list[_Line]:
    lines: list[_Line] = []
    current: list[Glyph] = []
    for glyph in glyphs:
        if glyph.char not in _NO_CHARACTER and glyph.char not in _LINE_ENDS:
            current.append(glyph)
        if glyph.char.endswith(_LINE_ENDS):
            lines += _line_of(current)
            current = []
    return lines + _line_of(current)


def _line_of(glyphs: list[Glyph]) -> list[_Line]:
    text = "".join(glyph.char for glyph in glyphs).strip()
    if not text:
        return []
    inked = [glyph for glyph in glyphs if glyph.char.strip()]
    bottom = median(glyph.bottom for glyph in inked)
    height = median(glyph.top - glyph.bottom for glyph in inked)
    return [_Line(text, bottom, height)]


def _usual_distance(lines: list[_Line]) -> float:
    """The distance most lines of running text keep; by their height where there are too few to tell."""
    distances = sorted(
        a.bottom - b.bottom
        for a, b in pairwise(lines)
        if 0 < a.bottom - b.bottom < 2 * max(a.height, b.height)
    )
    return distances[len(distances) // 4] if distances else 0.0


def _is_apart(before: _Line, line: _Line, usual: float) -> bool:
    distance = before.bottom - line.bottom
    expected = max(usual, 0.9 * min(before.height, line.height))
    return distance > _WIDER * expected or distance < -line.height
