"""How a written procedure ran, as the notice says: opened by which document and when, closed when.

Knows that dates and cues ("opened", "closed", "extended") stand beside each other in the
sentence. A date that could be either is left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.attachment import attach
from corpus.identifiers import DocumentNumber
from corpus.lexicon import Lexicon
from corpus.model import ProcedureEnd, ReaderWarning, Stated
from corpus.moment import FoundDate, dates_in
from corpus.reading import ReadingView
from corpus.references import documents_in
from corpus.text import Span

_DOCUMENT_REACH = 40
_MOST_ROWS = 40
_OPENED, _CLOSED, _EXTENDED = "opened", "closed", "extended"


@dataclass(frozen=True, slots=True)
class ProcedureRun:
    """The course of the procedure; None where the notice does not say."""

    opened_by: Stated[DocumentNumber] | None = None
    opened_on: Stated[date] | None = None
    closed_at: Stated[date] | None = None
    end: Stated[ProcedureEnd] | None = None
    extended_to: Stated[date] | None = None
    silence: bool = False
    warnings: tuple[ReaderWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cue:
    role: str
    span: Span


def read_run(
    view: ReadingView, units: Sequence[Span], lexicon: Lexicon, own: tuple[int, int] | None
) -> ProcedureRun:
    """Read the course of the procedure from the units of a notice; ``own`` is its own document family."""
    opened_by: Stated[DocumentNumber] | None = None
    dates: dict[str, Stated[date]] = {}
    ends: list[Stated[ProcedureEnd]] = []
    warnings: list[ReaderWarning] = []
    for unit in units:
        folded = view.folded[unit.start : unit.end]
        ends += _ends(view, unit, folded, lexicon)
        cues = _cues(folded, lexicon)
        days = dates_in(folded, lexicon) if cues else ()
        warnings += [_impossible(view, unit, day) for day in days if day.value is None]
        if opened_by is None:
            opened_by = _opened_by(view, unit, folded, cues, own=own)
        for role, day in _attached(folded, cues, [day for day in days if day.value is not None]):
            if day.value is not None and role not in dates:
                dates[role] = Stated(day.value, _place(view, unit, day))
    end = _end(ends)
    is_extended = end is not None and end.value is ProcedureEnd.EXTENDED
    return ProcedureRun(
        opened_by,
        dates.get(_OPENED),
        None if is_extended else dates.get(_CLOSED),
        end,
        (dates.get(_EXTENDED) or dates.get(_CLOSED)) if is_extended else None,
        any(lexicon.procedure.silence.search(view.folded[u.start : u.end]) for u in units),
        tuple(warnings),
    )


def _place(view: ReadingView, unit: Span, day: FoundDate) -> Span:
    return view.span(unit.start + day.start, unit.start + day.end)


def _impossible(view: ReadingView, unit: Span, day: FoundDate) -> ReaderWarning:
    span = _place(view, unit, day)
    return ReaderWarning("impossible_date", f"there is no such day as {view.source.quote(span)!r}", span)


def _cues(folded: str, lexicon: Lexicon) -> tuple[_Cue, ...]:
    words = lexicon.procedure
    roles = ((_OPENED, words.opened), (_CLOSED, words.closed), (_EXTENDED, words.extended))
    cues = [_Cue(role, Span(*found.span())) for role, pattern in roles for found in pattern.finditer(folded)]
    if not any(cue.role == _CLOSED for cue in cues) and words.written.search(folded):
        cues += [_Cue(_CLOSED, Span(*found.span())) for found in words.end.finditer(folded)]
    return tuple(sorted(cues, key=lambda cue: cue.span))


def _opened_by(
    view: ReadingView, unit: Span, folded: str, cues: Sequence[_Cue], *, own: tuple[int, int] | None
) -> Stated[DocumentNumber] | None:
    """The document that opened the procedure: one of the CM series, or one beside the word for opening."""
    documents = [(d, span) for d, span in documents_in(folded) if d.family != own]
    for document, span in documents:
        if document.series == "CM" and cues:
            return Stated(document, view.span(unit.start + span.start, unit.start + span.end))
    for document, span in documents:
        if any(c.role == _OPENED and _distance(c.span, span) < _DOCUMENT_REACH for c in cues):
            return Stated(document, view.span(unit.start + span.start, unit.start + span.end))
    return None


def _distance(first: Span, second: Span) -> int:
    return max(first.start - second.end, second.start - first.end, 0)


def _attached(
    folded: str, cues: Sequence[_Cue], days: Sequence[FoundDate]
) -> Iterator[tuple[str, FoundDate]]:
    """Pair each cue with a date: a date goes with a cue no other date or cue stands between."""
    rows: list[_Cue | FoundDate] = sorted([*cues, *days], key=_start)
    costs: dict[tuple[int, int], float] = {}
    rows = rows[:_MOST_ROWS]
    for i, first in enumerate(rows):
        for j in range(i + 1, len(rows)):
            if isinstance(first, _Cue) != isinstance(rows[j], _Cue):
                costs[i, j] = min(6.0, len(folded[_end_of(first) : _start(rows[j])]) / 30) + (j - i - 1)
    best = attach([2.0 if isinstance(row, _Cue) else 8.0 for row in rows], costs, {})
    for i, j in best.pairs:
        first, second = rows[i], rows[j]
        if isinstance(first, _Cue) and isinstance(second, FoundDate):
            yield first.role, second
        elif isinstance(second, _Cue) and isinstance(first, FoundDate):
            yield second.role, first


def _start(row: _Cue | FoundDate) -> int:
    return row.span.start if isinstance(row, _Cue) else row.start


def _end_of(row: _Cue | FoundDate) -> int:
    return row.span.end if isinstance(row, _Cue) else row.end


def _ends(view: ReadingView, unit: Span, folded: str, lexicon: Lexicon) -> Iterator[Stated[ProcedureEnd]]:
    words = lexicon.procedure
    if not words.written.search(folded) and not words.deadline.search(folded):
        return
    kinds = (
        (ProcedureEnd.EXTENDED, words.extended),
        (ProcedureEnd.WITHDRAWN, words.withdrawn),
        (ProcedureEnd.NO_RESULT, words.no_result),
        (ProcedureEnd.CONCLUDED, words.closed),
    )
    for end, pattern in kinds:
        if found := pattern.search(folded):
            yield Stated(end, view.span(unit.start + found.start(), unit.start + found.end()))


def _end(ends: Sequence[Stated[ProcedureEnd]]) -> Stated[ProcedureEnd] | None:
    """The special end where one is stated; a procedure ended without result is also "ended"."""
    special = [end for end in ends if end.value is not ProcedureEnd.CONCLUDED]
    return next(iter(special or ends), None)
