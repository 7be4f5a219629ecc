"""A page's characters, by where they stand, into lines and paragraphs.

Knows only geometry: a paragraph is parted from the next by more than the usual distance
between lines. Units: PDF points, from the lower left corner of the page.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus.readers.printed_line import PrintedLine, Run, in_reading_order, letter_width, margin_of

_LINE_ENDS = ("\n", "\r")
_NO_CHARACTER = frozenset(("\x00", "\ufffe", "\uffff"))
_WIDE_GAP = 1.5
_OTHER_BASELINE = 0.8
_WIDER = 1.3  # a gap of 1.3 usual distances is a blank line: Word sets 6 pt after 12–14 pt lines


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character and the box it fills; a hyphen that ends a line has the line end with it."""

    char: str
    left: float
    right: float
    bottom: float
    top: float


def page_text(glyphs: Iterable[Glyph]) -> str:
    """The text of one page: a line end for a line, a blank line for a paragraph."""
    lines = in_reading_order(_lines(glyphs))
    usual, margin, width = _usual_distance(lines), margin_of(lines), letter_width(lines)
    parts: list[str] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None:
            parts.append("\n\n" if _is_apart(before, line, usual) and not line.goes_on else "\n")
        parts.append(line.text(margin, width))
    return "".join(parts)


def _lines(glyphs: Iterable[Glyph]) -> list[PrintedLine]:
    lines: list[PrintedLine] = []
    current: list[Glyph] = []
    for glyph in glyphs:
        if current and _is_lower(glyph, current):
            lines += _line_of(current)
            current = []
        if glyph.char not in _NO_CHARACTER and glyph.char not in _LINE_ENDS:
            current.append(glyph)
        if glyph.char.endswith(_LINE_ENDS):
            lines += _line_of(current)
            current = []
    return lines + _line_of(current)


def _is_lower(glyph: Glyph, line: list[Glyph]) -> bool:
    """Whether a glyph stands on another baseline than the line it is given in; raised signs do not."""
    last = next((each for each in reversed(line) if each.char.strip()), None)
    if last is None or not glyph.char.strip():
        return False
    return abs(glyph.bottom - last.bottom) > _OTHER_BASELINE * max(
        glyph.top - glyph.bottom, last.top - last.bottom
    )


def _line_of(glyphs: list[Glyph]) -> list[PrintedLine]:
    inked = [glyph for glyph in glyphs if glyph.char.strip()]
    if not inked:
        return []
    bottom = median(glyph.bottom for glyph in inked)
    height = median(glyph.top - glyph.bottom for glyph in inked)
    return [PrintedLine(tuple(_runs(glyphs, height)), bottom, height)]


def _runs(glyphs: list[Glyph], height: float) -> Iterator[Run]:
    """The words of a line, parted where a gap is wider than any between words."""
    run: list[Glyph] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.char.strip():
            if last and glyph.left - last.right > _WIDE_GAP * height:
                yield _run(run)
                run = []
            last = glyph
        run.append(glyph)
    yield _run(run)


def _run(glyphs: list[Glyph]) -> Run:
    inked = [glyph for glyph in glyphs if glyph.char.strip()]
    return Run("".join(glyph.char for glyph in glyphs).strip(), inked[0].left, inked[-1].right)


def _usual_distance(lines: list[PrintedLine]) -> float:
    """The distance most lines of running text keep; by their height where there are too few to tell."""
    distances = sorted(
        a.bottom - b.bottom
        for a, b in pairwise(lines)
        if 0 < a.bottom - b.bottom < 2 * max(a.height, b.height)
    )
    return distances[len(distances) // 4] if distances else 0.0


def _is_apart(before: PrintedLine, line: PrintedLine, usual: float) -> bool:
    distance = before.bottom - line.bottom
    expected = max(usual, 0.9 * min(before.height, line.height))
    return distance > _WIDER * expected or distance < -line.height
