"""Tables that give positions by their columns: a row a delegation, a mark in the column of its position.

Knows cells, by their separators or by where they stand under the heads of the columns. A row with
no mark, or with two, is a doubt; a mark between two columns is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.cue import Cue, CueKind
from corpus.finding import Finding
from corpus.lexicon import Lexicon, Stance
from corpus.mention import delegations_in
from corpus.reading import ReadingView
from corpus.text import Span
from corpus.voter import Voters, Who, voters_in

_SEPARATOR = re.compile(r"[ ]*[|\t][ ]*|[ ]{2,}")
_RULE = re.compile(r"[-|:=+_\s]*")
_TICK = re.compile(r"[✓✔☑✅🗸🗹√]\ufe0f?")
_CROSS = re.compile(r"[xX\u0445\u0425\u03c7\u03a7×✕✖✗✘☒]|[*+•●■⬤1]")  # Cyrillic and Greek keyboards too
_IN_BRACKETS = re.compile(r"\s*\([^()]{0,20}\)")
_NUMBER = re.compile(r"[\d\s]*")
_MOST_ROWS = 60


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell: its place in the unit, its number in the row, its place on the printed line."""

    span: Span
    number: int
    left: int
    text: str

    @property
    def right(self) -> int:
        return self.left + len(self.span)


@dataclass(frozen=True, slots=True)
class _Column:
    stance: Stance
    head: _Cell


@dataclass(frozen=True, slots=True)
class GridRow:
    """What one row says, as a clause would: its unit, what it finds, what it leaves open."""

    unit: Span
    findings: tuple[Finding, ...] = ()
    doubts: tuple[tuple[str, str, Span], ...] = ()


def read_grids(view: ReadingView, units: Sequence[Span], lexicon: Lexicon) -> tuple[GridRow, ...]:
    """The rows of all tables with columns of positions, their heads among them."""
    rows: list[GridRow] = []
    number = 0
    while number < len(units):
        columns = _columns(view, units[number], lexicon)
        number += 1
        if len({column.stance for column in columns}) < 2:
            continue
        body = list(_body(view, units[number : number + _MOST_ROWS], lexicon))
        if not any(voters for _, voters in body):
            rows.append(GridRow(units[number - 1], doubts=(_broken(units[number - 1]),)))
        else:
            rows.append(GridRow(units[number - 1]))
            rows += _rows(view, body, columns)
            number += len(body)
    return tuple(rows)


def _broken(unit: Span) -> tuple[str, str, Span]:
    return "ambiguous_vote", "a table with columns of positions has no rows", Span(0, len(unit))


def _columns(view: ReadingView, unit: Span, lexicon: Lexicon) -> list[_Column]:
    cells = _cells(view, unit)
    stances = [(_stance_of(view.folded, unit, cell, lexicon), cell) for cell in cells]
    columns = [_Column(stance, cell) for stance, cell in stances if stance is not None]
    return columns if len(cells) - len(columns) <= 2 else []


def _stance_of(folded: str, unit: Span, cell: _Cell, lexicon: Lexicon) -> Stance | None:
    """The position a cell names, and nothing else: "Against", "Abstention (3)"."""
    place = _IN_BRACKETS.sub("", folded[unit.start + cell.span.start : unit.start + cell.span.end]).strip(
        " *:"
    )
    for stance, words in lexicon.stances.items():
        patterns = (words.label, words.noun, words.verb, words.particle)
        if stance is not Stance.UNCLEAR and any(pattern.fullmatch(place) for pattern in patterns):
            return stance
    return None


def _cells(view: ReadingView, unit: Span) -> list[_Cell]:
    """The cells of a unit of one line; numbered by their separators, placed as the source prints them."""
    text = view.text[unit.start : unit.end].rstrip()
    if not text or "\n" in text:
        return []
    start = view.starts[unit.start]
    lead = view.source.text[view.source.text.rfind("\n", 0, start) + 1 : start]
    number, at, cells = lead.count("\t"), 0, []
    for cut in [*_SEPARATOR.finditer(text), None]:
        end = cut.start() if cut else len(text)
        if end > at:
            cells.append(_Cell(Span(at, end), number, len(lead) + at, text[at:end]))
        if cut:
            number, at = number + ("|" in cut[0] or "\t" in cut[0]), cut.end()
    return cells


def _body(
    view: ReadingView, units: Sequence[Span], lexicon: Lexicon
) -> Iterator[tuple[Span, tuple[Voters, ...]]]:
    """The units below the head that are rows of the table, each with the voters it names."""
    for unit in units:
        text, folded = view.text[unit.start : unit.end], view.folded[unit.start : unit.end]
        cells = _cells(view, unit)
        meant = delegations_in(text, folded, lexicon).meant
        voters = tuple(v for v in voters_in(folded, meant, lexicon, ()) if v.who is not Who.NONE)
        is_rule = _RULE.fullmatch(text) is not None
        is_sum = len(cells) > 1 and all(_NUMBER.fullmatch(cell.text) for cell in cells[1:])
        is_row = voters and (len(cells) > 1 or voters[0].span.joined(voters[-1].span) == _trimmed(text))
        if not (is_rule or is_sum or is_row):
            return
        yield unit, () if is_sum and not voters else voters


def _trimmed(text: str) -> Span:
    return Span(len(text) - len(text.lstrip()), len(text.rstrip()))


def _rows(
    view: ReadingView, body: Sequence[tuple[Span, tuple[Voters, ...]]], columns: Sequence[_Column]
) -> Iterator[GridRow]:
    has_ticks = any(_TICK.search(view.text[unit.start : unit.end]) for unit, _ in body)
    mark = _TICK if has_ticks else _CROSS
    for unit, voters in body:
        cells = _cells(view, unit)
        is_counted = any(
            "|" in view.text[u.start : u.end] or "\t" in view.text[u.start : u.end] for u, _ in body
        )
        placed = [(cell, _column_of(cell, columns, is_counted=is_counted)) for cell in cells]
        marks = [(cell, column) for cell, column in placed if mark.fullmatch(cell.text)]
        is_listed = [any(c and cell.span.contains(v.span) for cell, c in placed) for v in voters]
        if voters and all(is_listed) and not marks:
            yield GridRow(unit, tuple(_listed(placed, voters)))
        else:
            yield _marked(unit, voters, marks)


def _column_of(cell: _Cell, columns: Sequence[_Column], *, is_counted: bool) -> _Column | None:
    """The column a cell belongs to: by its number, or by the one head it stands under."""
    if is_counted:
        return next((c for c in columns if c.head.number == cell.number), None)
    under = [c for c in columns if c.head.left - 1 <= cell.right and cell.left <= c.head.right]
    return under[0] if len(under) == 1 else None


def _listed(placed: Sequence[tuple[_Cell, _Column | None]], inside: Sequence[Voters]) -> Iterator[Finding]:
    """States that stand in the columns themselves: "AT, BE | HU, SK | CY"."""
    for cell, column in placed:
        for voters in inside:
            if column and cell.span.contains(voters.span):
                yield Finding(voters, Cue(column.stance, CueKind.LABEL, voters.span))


def _marked(unit: Span, voters: Sequence[Voters], marks: Sequence[tuple[_Cell, _Column | None]]) -> GridRow:
    columns = {column.stance for _, column in marks if column}
    if len(columns) == 1 and len(marks) == 1 and len(voters) == 1:
        cell, column = marks[0]
        cue = Cue(column.stance, CueKind.LABEL, cell.span) if column else None
        return GridRow(unit, (Finding(voters[0], cue),))
    doubt = "the row marks no position, or more than one"
    return GridRow(unit, doubts=tuple(("ambiguous_vote", doubt, v.span) for v in voters))
