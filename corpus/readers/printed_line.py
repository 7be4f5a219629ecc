"""Printed lines and the runs of words in them: what stands apart in a line is a run of its own.

Knows geometry: two columns of running text are read one after the other, cells of a table are set
under each other with as many spaces as their places ask for. Units: PDF points.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

_SHORTEST_COLUMN_LINE = 18
_FEWEST_COLUMN_LINES = 4
_SAME_EDGE = 8.0
_SAME_BASELINE = 2.0
_LONGEST_CELL = 14
_STOPS = (".", "!", "?", ":", ";")


@dataclass(frozen=True, slots=True)
class Run:
    """Words without a wide gap between them."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """The runs of a line from left to right.

    ``goes_on`` where it takes up a sentence at which another column ended.
    """

    runs: tuple[Run, ...]
    bottom: float
    height: float
    goes_on: bool = False

    def text(self, margin: float, width: float) -> str:
        """The line with its runs set at their places; ``width`` is that of a usual letter."""
        out = ""
        for run in self.runs:
            place = round((run.left - margin) / width) if len(self.runs) > 1 else 0
            out = out.ljust(max(place, len(out) + 3 if out else 0)) + run.text
        return out


def margin_of(lines: Sequence[PrintedLine]) -> float:
    """Where the leftmost line begins."""
    return min((line.runs[0].left for line in lines), default=0.0)


def letter_width(lines: Sequence[PrintedLine]) -> float:
    """The width of a usual letter."""
    widths = [(run.right - run.left) / len(run.text) for line in lines for run in line.runs]
    return max(1.0, median(widths)) if widths else 1.0


def in_reading_order(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines with scattered cells beside their rows, and two columns one after the other."""
    return _columns_apart(_cells_gathered(lines))


def _cells_gathered(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """A table may be drawn column by column: its short cells go to the line with the same baseline."""
    gathered: list[PrintedLine] = []
    for line in lines:
        row = _row_of(line, gathered) if _is_cell(line) else None
        if row is None:
            gathered.append(line)
        else:
            gathered[row] = replace(gathered[row], runs=(*gathered[row].runs, *line.runs))
    return gathered


def _is_cell(line: PrintedLine) -> bool:
    return all(len(run.text) <= _LONGEST_CELL for run in line.runs)


def _row_of(cell: PrintedLine, lines: Sequence[PrintedLine]) -> int | None:
    for number in range(len(lines) - 1, -1, -1):
        row = lines[number]
        is_level = abs(row.bottom - cell.bottom) <= _SAME_BASELINE
        if is_level and row.runs[-1].right + row.height < cell.runs[0].left:
            return number
    return None


def _columns_apart(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    block = _column_block(lines)
    if block is None:
        return list(lines)
    first, last, edge = block
    inside = lines[first:last]
    left, right = list(_side(inside, edge, is_left=True)), list(_side(inside, edge, is_left=False))
    if left and right and not left[-1].runs[-1].text.endswith(_STOPS):
        right[0] = replace(right[0], goes_on=True)
    return [*lines[:first], *left, *right, *_columns_apart(lines[last:])]


def _column_block(lines: Sequence[PrintedLine]) -> tuple[int, int, float] | None:
    """The first stretch of lines of two long runs whose second runs begin at one edge."""
    pairs = [n for n, line in enumerate(lines) if _is_pair(line)]
    for n in pairs:
        edge = lines[n].runs[1].left
        same = [m for m in pairs if m >= n and abs(lines[m].runs[1].left - edge) <= _SAME_EDGE]
        if len(same) >= _FEWEST_COLUMN_LINES:
            last = same[-1] + 1
            while last < len(lines) and _is_in_column(lines[last], edge) and _follows(lines, last):
                last += 1
            return n, last, edge - _SAME_EDGE
    return None


def _is_pair(line: PrintedLine) -> bool:
    return len(line.runs) == 2 and all(len(run.text) >= _SHORTEST_COLUMN_LINE for run in line.runs)


def _is_in_column(line: PrintedLine, edge: float) -> bool:
    return all(run.left >= edge - _SAME_EDGE or run.right <= edge for run in line.runs)


def _follows(lines: Sequence[PrintedLine], number: int) -> bool:
    return 0 < lines[number - 1].bottom - lines[number].bottom < 2 * lines[number].height


def _side(lines: Sequence[PrintedLine], edge: float, *, is_left: bool) -> Iterator[PrintedLine]:
    for line in lines:
        runs = tuple(run for run in line.runs if (run.left < edge) is is_left)
        if runs:
            yield replace(line, runs=runs)
