"""How a written procedure ran, as the notice says: opened by which document and when, closed when.

Knows that dates and cues ("opened", "closed", "extended") stand beside each other in the
sentence. A date that could be either is left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from corpus.identifiers import DocumentNumber
from corpus.lexicon import Lexicon
from corpus.model import ProcedureEnd, ReaderWarning, Stated
from corpus.moment import FoundDate, dates_in
from corpus.reading import ReadingView
from corpus.references import documents_in
from corpus.text import Span
from corpus.turn import DatedTurn, Turn, turn_cues_in, turns_in

_DOCUMENT_REACH = 40
_LONGEST_SENTENCE = 3000


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


def read_run(
    view: ReadingView,
    units: Sequence[Span],
    lexicon: Lexicon,
    own: tuple[int, int] | None,
    *,
    dated: date | None = None,
) -> ProcedureRun:
    """Read the course of a procedure; ``own`` is the notice's document family, ``dated`` its date."""
    told = _Told(own, dated)
    for whole in units:
        unit = Span(whole.start, min(whole.end, whole.start + _LONGEST_SENTENCE))
        folded = view.folded[unit.start : unit.end]
        if turn_cues_in(folded, lexicon) or lexicon.procedure.written.search(folded):
            _read_unit(view, unit, told, lexicon)
    dates, ends, warnings = told.dates, told.ends, told.warnings
    closed = dates.get((Turn.CLOSED, False)) or dates.get((Turn.CLOSED, True))
    extended, opened = dates.get((Turn.EXTENDED, False)), dates.get((Turn.OPENED, False))
    if told.is_ended and closed and not _is_over(extended, closed) and _tells_result(view, units, lexicon):
        extended, ends = None, [end for end in ends if end.value is not ProcedureEnd.EXTENDED]
    end = _end(ends, extended, closed)
    is_extended = end is not None and end.value is ProcedureEnd.EXTENDED
    if opened and closed and _day(closed) < _day(opened):
        warnings.append(_closed_before(closed, opened))
        closed = None
    return ProcedureRun(
        told.opened_by,
        opened,
        None if is_extended else closed,
        end,
        extended or (closed if is_extended else None),
        any(lexicon.procedure.silence.search(view.folded[u.start : u.end]) for u in units),
        tuple(warnings),
    )


@dataclass(slots=True)
class _Told:
    """What the sentences read so far tell; ``is_ended`` where one tells of the end and of nothing else.

    ``own`` and ``dated`` are the family and the date of the notice.
    """

    own: tuple[int, int] | None
    dated: date | None
    opened_by: Stated[DocumentNumber] | None = None
    dates: dict[tuple[Turn, bool], Stated[date]] = field(default_factory=dict)
    ends: list[Stated[ProcedureEnd]] = field(default_factory=list)
    warnings: list[ReaderWarning] = field(default_factory=list)
    is_ended: bool = False


def _read_unit(view: ReadingView, unit: Span, told: _Told, lexicon: Lexicon) -> None:
    """Add what one sentence on the procedure tells."""
    folded = view.folded[unit.start : unit.end]
    ends = tuple(_ends(view, unit, folded, lexicon))
    told.ends += ends
    told.is_ended = told.is_ended or {end.value for end in ends} == {ProcedureEnd.CONCLUDED}
    days = dates_in(folded, lexicon)
    told.warnings += [_impossible(view, unit, day) for day in days if day.value is None]
    told.opened_by = told.opened_by or _opened_by(view, unit, folded, lexicon, own=told.own)
    for found in turns_in(folded, days, _openers(folded, told.own), lexicon):
        if stated := _stated(view, unit, found, told.dated):
            told.dates.setdefault((found.turn, found.is_inferred), stated)


def _closed_before(closed: Stated[date], opened: Stated[date]) -> ReaderWarning:
    message = f"closed on {_day(closed)}, before it was opened on {_day(opened)}"
    return ReaderWarning("closed_before_opened", message, closed.span)


def _is_over(extended: Stated[date] | None, closed: Stated[date] | None) -> bool:
    """Whether a deadline that was moved has passed since: the procedure closed on it, or later."""
    return extended is not None and closed is not None and _day(closed) >= _day(extended)


def _tells_result(view: ReadingView, units: Sequence[Span], lexicon: Lexicon) -> bool:
    """Whether an outcome is told: what is extended then is what the act extends, and no deadline."""
    words = lexicon.outcome
    return any(
        pattern.search(view.folded[unit.start : unit.end])
        for unit in units
        for pattern in (words.adopted, words.not_adopted)
    )


def _day(stated: Stated[date]) -> date:
    return date(stated.value.year, stated.value.month, stated.value.day)


def _openers(folded: str, own: tuple[int, int] | None) -> list[Span]:
    """The places of other documents of the CM series."""
    return [span for d, span in documents_in(folded) if d.series == "CM" and d.family != own]


def _stated(view: ReadingView, unit: Span, found: DatedTurn, dated: date | None) -> Stated[date] | None:
    """The day of a turn; "the same day" as the opening counts where the notice is of that day too."""
    value = found.day.value
    if value is None:
        return None
    place = _place(view, unit, found.day)
    if found.turn is Turn.OPENED:
        return Stated(value.date() if isinstance(value, datetime) else value, place)
    is_other_day = found.is_same_day and isinstance(value, datetime) and dated != value.date()
    return None if is_other_day else Stated(value, place)


def _place(view: ReadingView, unit: Span, day: FoundDate) -> Span:
    return view.span(unit.start + day.start, unit.start + day.end)


def _impossible(view: ReadingView, unit: Span, day: FoundDate) -> ReaderWarning:
    span = _place(view, unit, day)
    return ReaderWarning("impossible_date", f"there is no such day as {view.source.quote(span)!r}", span)


def _opened_by(
    view: ReadingView, unit: Span, folded: str, lexicon: Lexicon, *, own: tuple[int, int] | None
) -> Stated[DocumentNumber] | None:
    """The document that opened the procedure: one of the CM series, or one beside the word for opening."""
    documents = [(d, span) for d, span in documents_in(folded) if d.family != own]
    cues = turn_cues_in(folded, lexicon)
    is_on_procedure = cues or lexicon.procedure.written.search(folded)
    for document, span in documents:
        if document.series == "CM" and is_on_procedure:
            return Stated(document, view.span(unit.start + span.start, unit.start + span.end))
    for document, span in documents:
        if any(c.turn is Turn.OPENED and _distance(c.span, span) < _DOCUMENT_REACH for c in cues):
            return Stated(document, view.span(unit.start + span.start, unit.start + span.end))
    return None


def _distance(first: Span, second: Span) -> int:
    return max(first.start - second.end, second.start - first.end, 0)


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


def _end(
    ends: Sequence[Stated[ProcedureEnd]], extended: Stated[date] | None, closed: Stated[date] | None
) -> Stated[ProcedureEnd] | None:
    """The special end where one is stated; a procedure ended without result is also "ended"."""
    told = [e for e in ends if not (e.value is ProcedureEnd.EXTENDED and _is_over(extended, closed))]
    special = [end for end in told if end.value is not ProcedureEnd.CONCLUDED]
    inferred = Stated(ProcedureEnd.CONCLUDED, closed.span) if closed else None
    return next(iter(special or told), inferred)
