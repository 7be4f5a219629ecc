"""The subject of a notice: the title of its act, or of each of several, without the words on the procedure.

Knows labels, dashes and numbering. Which act a title belongs to, is for ``act.py`` to say.
"""

import re

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
    parts = _parts(view.text, place)
    named = [p for p in parts if not _is_about_procedure(view.folded[p.start : p.end], lexicon)] or parts[:1]
    whole = Span(named[0].start, named[-1].end)
    return stated_text(view, whole)


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
    parts = _parts(view.text, place)
    named = [p for p in parts if not _is_about_procedure(view.folded[p.start : p.end], lexicon)] or parts[:1]
    stated = stated_text(view, Span(named[0].start, named[-1].end))
    return Stated(stated.value.rstrip(" ;,"), stated.span)


def _parts(text: str, place: Span) -> list[Span]:
    parts, start = [], place.start
    for cut in _DASH.finditer(text, place.start, place.end):
        parts.append(Span(start, cut.start()))
        start = cut.end()
    return [*parts, Span(start, place.end)]


def _is_about_procedure(folded: str, lexicon: Lexicon) -> bool:
    words = lexicon.procedure
    return words.written.search(folded) is not None and len(folded) < _LONGEST_TAIL
