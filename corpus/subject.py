"""The subject of a notice: the title of its act, or of each of several, without the words on the procedure.

Knows labels, dashes and numbering. Which act a title belongs to, is for ``act.py`` to say.
"""

import re
from itertools import groupby

from corpus.blocks import Block
from corpus.lexicon import Lexicon
from corpus.model import Stated
from corpus.reading import ReadingView
from corpus.text import Span

_DASH = re.compile(r"\s+[-–—=]+\s+|:\s+")
_NUMBER = re.compile(r"(?:^|(?<=\s))(?:\(?(?P<figure>\d{1,2})|\(?(?P<letter>[a-z]))[.)]\s+")
_LONGEST_TAIL = 120


def subject_title(view: ReadingView, subject: Block | None, lexicon: Lexicon) -> Stated[str] | None:
    """The title of the act in the subject line, without the words on the procedure's end."""
    place = subject_range(view, subject, lexicon)
    if place is None:
        return None
    return stated_text(view, _title_in(view, place, lexicon))


def subject_range(view: ReadingView, subject: Block | None, lexicon: Lexicon) -> Span | None:
    """The subject without its label, as a range of the view."""
    if subject is None:
        return None
    label = lexicon.heading.subject.match(view.folded, subject.span.start)
    start = label.end() if label else subject.span.start
    while start < subject.span.end and view.text[start] in ": \n\t":
        start += 1
    return Span(start, subject.span.end) if start < subject.span.end else None


def subject_items(view: ReadingView, subject: Block | None, lexicon: Lexicon) -> tuple[Stated[str], ...]:
    """The titles of a subject that numbers its acts: "(1) Council Regulation … (2) Council Decision …"."""
    place = subject_range(view, subject, lexicon)
    if place is None:
        return ()
    starts = [place.start]
    ends: list[int] = []
    for number in _NUMBER.finditer(view.text, place.start, place.end):
        count = int(number["figure"]) if number["figure"] else ord(number["letter"]) - ord("a") + 1
        if count == len(ends) + 1:
            ends.append(number.start())
            starts.append(number.end())
    if len(ends) < 2:
        return ()
    places = [Span(start, end) for start, end in zip(starts[1:], [*ends[1:], place.end], strict=True)]
    return tuple(_without_tail(view, each, lexicon) for each in places)


def stated_text(view: ReadingView, place: Span) -> Stated[str]:
    """A range of the view as the text it states."""
    span = view.span(place.start, place.end)
    return Stated(" ".join(view.text[place.start : place.end].split()), span)


def _without_tail(view: ReadingView, place: Span, lexicon: Lexicon) -> Stated[str]:
    stated = stated_text(view, _title_in(view, place, lexicon))
    return Stated(stated.value.rstrip(" ;,"), stated.span)


def _title_in(view: ReadingView, place: Span, lexicon: Lexicon) -> Span:
    """The first run of parts that are not about the procedure; what follows its end is no title."""
    parts = _parts(view.text, place)
    runs = groupby(parts, key=lambda p: _is_about_procedure(view.folded[p.start : p.end], lexicon))
    named = next((list(run) for is_about, run in runs if not is_about), parts[:1])
    return Span(named[0].start, named[-1].end)


def _parts(text: str, place: Span) -> list[Span]:
    parts, start = [], place.start
    for cut in _DASH.finditer(text, place.start, place.end):
        parts.append(Span(start, cut.start()))
        start = cut.end()
    return [*parts, Span(start, place.end)]


def _is_about_procedure(folded: str, lexicon: Lexicon) -> bool:
    words = lexicon.procedure
    return words.written.search(folded) is not None and len(folded) < _LONGEST_TAIL
