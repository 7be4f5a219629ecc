"""The turns a written procedure took, opened, closed, extended, and which date goes with which.

Knows that dates and cues stand beside each other, and that "CM 5555/25 of 19 December" dates the
document. A date that could be either is left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from corpus.attachment import attach
from corpus.lexicon import Lexicon
from corpus.moment import FoundDate
from corpus.text import Span

_MOST_ROWS = 40
_OF_DOCUMENT = re.compile(r"[\s(\[]*(?:[^\W\d_]{1,6}[.'-]?\s?){0,3}[\s(\[]*")
_OPENS_BRACKET = re.compile(r"\((?:[^\W\d_]{1,9}\.?\s)?$")
_SUFFIXED = re.compile(r"\d-[^\W\d_]+$")  # "2025. október 2-i CM 4380/25 dokumentum"
_BEFORE_NUMBER = re.compile(r"\s(?:[^\W\d_]{1,16}\s)?")
_AFTER_COMMA = re.compile(r"\s*,\s*")


class Turn(StrEnum):
    """What became of a procedure on a day."""

    OPENED = "opened"
    CLOSED = "closed"
    EXTENDED = "extended"


_BEGINNING_AND_END = ({Turn.OPENED, Turn.CLOSED}, {Turn.OPENED, Turn.EXTENDED})


@dataclass(frozen=True, slots=True)
class TurnCue:
    """A word for a turn."""

    turn: Turn
    span: Span


@dataclass(frozen=True, slots=True)
class DatedTurn:
    """A turn with its day.

    ``is_inferred`` where no word says that the procedure closed then, ``is_same_day`` where it is
    said to have closed on the day it was opened, or on the day of the notice.
    """

    turn: Turn
    day: FoundDate
    is_inferred: bool = False
    is_same_day: bool = False


def turn_cues_in(folded: str, lexicon: Lexicon) -> tuple[TurnCue, ...]:
    """The words for turns in a sentence, in its order."""
    words = lexicon.procedure
    turns = ((Turn.OPENED, words.opened), (Turn.CLOSED, words.closed), (Turn.EXTENDED, words.extended))
    cues = [TurnCue(turn, Span(*f.span())) for turn, pattern in turns for f in pattern.finditer(folded)]
    if not any(cue.turn is Turn.CLOSED for cue in cues) and words.written.search(folded):
        cues += [TurnCue(Turn.CLOSED, Span(*found.span())) for found in words.end.finditer(folded)]
    return tuple(sorted(cues, key=lambda cue: cue.span))


def turns_in(
    folded: str, days: Sequence[FoundDate], documents: Sequence[Span], lexicon: Lexicon
) -> Iterator[DatedTurn]:
    """The turns a sentence dates; ``documents`` are the places of other documents of the CM series."""
    cues = turn_cues_in(folded, lexicon)
    dated = next((day for day in days if _dates_document(folded, day, documents, cues, lexicon)), None)
    pairs = _in_order(list(_attached(folded, cues, days)), cues)
    if dated is not None and not any(p.turn is Turn.OPENED and p.day != dated for p in pairs):
        yield from _same_day(dated, cues)
        yield DatedTurn(Turn.OPENED, dated)
        rest = [day for day in days if day != dated]
        yield from _attached(folded, [cue for cue in cues if cue.turn is not Turn.OPENED], rest)
    else:
        yield from pairs
        rest = [day for day in days if not any(pair.day == day for pair in pairs)]
    yield from _inferred(folded, cues, rest, lexicon)


def _in_order(pairs: list[DatedTurn], cues: Sequence[TurnCue]) -> list[DatedTurn]:
    """Two turns the other way round where a procedure would end before it began.

    "is extended the on 2 October opened procedure until 16 October" (Estonian, German): the earlier
    day stands directly before the word for opening.
    """
    if len(pairs) != 2 or {pair.turn for pair in pairs} not in _BEGINNING_AND_END:
        return pairs
    opened, ended = sorted(pairs, key=lambda pair: pair.turn is not Turn.OPENED)
    is_said = any(cue.turn is Turn.OPENED and 0 <= cue.span.start - ended.day.end <= 1 for cue in cues)
    if not is_said or not opened.day.value or not ended.day.value:
        return pairs
    if _date_of(opened.day.value) <= _date_of(ended.day.value):
        return pairs
    return [DatedTurn(Turn.OPENED, ended.day), DatedTurn(ended.turn, opened.day)]


def _date_of(value: date) -> date:
    return date(value.year, value.month, value.day)


def _dates_document(
    folded: str, day: FoundDate, documents: Sequence[Span], cues: Sequence[TurnCue], lexicon: Lexicon
) -> bool:
    """Whether only "of", "dated" or a bracket stand between a document's number and the date.

    A date with a suffix, or one that opens a bracket, may also stand straight before the number.
    """
    is_first = _SUFFIXED.search(folded, day.start, day.end) or folded[day.start - 1 : day.start] == "("
    if is_first and any(_BEFORE_NUMBER.fullmatch(folded, day.end, d.start) for d in documents):
        return True
    for document in (d for d in documents if d.end <= day.start):
        gap = folded[document.end : day.start]
        comma = _AFTER_COMMA.match(gap)
        if comma:
            gap = gap[comma.end() :]
        is_of = lexicon.reference.of.match(gap) or lexicon.vote.of.match(gap)
        is_joined = not comma or is_of or _shares_bracket(folded, document, day)
        is_cued = any(document.end <= cue.span.start < day.start for cue in cues)
        if is_joined and not is_cued and _OF_DOCUMENT.fullmatch(gap):
            return True
    return False


def _shares_bracket(folded: str, document: Span, day: FoundDate) -> bool:
    """Whether a bracket holds a document and its date, and no more: "(CM 2601/24, 7 May 2024)"."""
    return (
        _OPENS_BRACKET.search(folded[: document.start]) is not None and folded[day.end : day.end + 1] == ")"
    )


def _same_day(day: FoundDate, cues: Sequence[TurnCue]) -> Iterator[DatedTurn]:
    """ "CM 1/26 of 9 January 2026 ended the same day at 17.00": the hour behind the word is the end's."""
    between = [cue for cue in cues if cue.turn is Turn.CLOSED and day.start < cue.span.start < day.end]
    if between and isinstance(day.value, datetime):
        yield DatedTurn(Turn.CLOSED, day, is_same_day=True)


def _inferred(
    folded: str, cues: Sequence[TurnCue], days: Sequence[FoundDate], lexicon: Lexicon
) -> Iterator[DatedTurn]:
    """The one date with an hour in a sentence on the procedure that has no word for its end."""
    words = lexicon.procedure
    is_otherwise = any(cue.turn is not Turn.OPENED for cue in cues) or any(
        pattern.search(folded) for pattern in (words.withdrawn, words.no_result, words.opening)
    )
    is_deadline = words.deadline.search(folded) is not None and words.silence.search(folded) is None
    hours = [day for day in days if isinstance(day.value, datetime)]
    if words.written.search(folded) and not is_otherwise and not is_deadline and len(hours) == 1:
        yield DatedTurn(Turn.CLOSED, hours[0], is_inferred=True)


def _attached(folded: str, cues: Sequence[TurnCue], days: Sequence[FoundDate]) -> Iterator[DatedTurn]:
    """Pair each cue with a date: a date goes with a cue no other date or cue stands between."""
    rows: list[TurnCue | FoundDate] = sorted([*cues, *days], key=_start)
    costs: dict[tuple[int, int], float] = {}
    rows = rows[:_MOST_ROWS]
    for i, first in enumerate(rows):
        for j in range(i + 1, len(rows)):
            if isinstance(first, TurnCue) != isinstance(rows[j], TurnCue):
                costs[i, j] = min(6.0, len(folded[_end_of(first) : _start(rows[j])]) / 30) + (j - i - 1)
    best = attach([2.0 if isinstance(row, TurnCue) else 8.0 for row in rows], costs, {})
    for i, j in best.pairs:
        first, second = rows[i], rows[j]
        if isinstance(first, TurnCue) and isinstance(second, FoundDate):
            yield DatedTurn(first.turn, second)
        elif isinstance(second, TurnCue) and isinstance(first, FoundDate):
            yield DatedTurn(second.turn, first)


def _start(row: TurnCue | FoundDate) -> int:
    return row.span.start if isinstance(row, TurnCue) else row.start


def _end_of(row: TurnCue | FoundDate) -> int:
    return row.span.end if isinstance(row, TurnCue) else row.end
