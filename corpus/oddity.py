"""What is odd about a text that can be read: letters of another script among its own, a second notice."""

import re
from collections.abc import Iterator

from corpus.blocks import Layout
from corpus.model import ReaderWarning
from corpus.reading import ReadingView
from corpus.text import SourceText, Span

_OTHER = r"\u0250-\u02af\u0370-\u03ff\u0400-\u052f\u0531-\u058f\u13a0-\u13ff\uab70-\uabbf"
_MIXED = re.compile(rf"\b(?=\w*[A-Za-z])(?=\w*[{_OTHER}])[^\W\d_]{{2,40}}\b")
_STYLED = re.compile("[\U0001d400-\U0001d7ff\uff21-\uff3a\uff41-\uff5a]{2,40}")
_TURNS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_MOST_NAMED = 20


def odd_letters(source: SourceText) -> Iterator[ReaderWarning]:
    """Words whose letters come from two scripts, or are drawn as signs; the first twenty."""
    found = sorted((*_MIXED.finditer(source.text), *_STYLED.finditer(source.text)), key=re.Match.start)
    for word in found[:_MOST_NAMED]:
        how = "mixes letters of two scripts" if _MIXED.fullmatch(word[0]) else "is set in signs, not letters"
        message = f"the word {word[0]!r} {how}"
        yield ReaderWarning("confusable_letters", message, Span(*word.span()))


def disguise_in(text: str) -> str | None:
    """What makes a text show as something else than it is; None where it is what it shows."""
    if word := _MIXED.search(text):
        return f"{word[0]!r} mixes letters of two scripts"
    return "a character turns the direction of the text" if _TURNS.search(text) else None


def second_notice(view: ReadingView, layout: Layout) -> Iterator[ReaderWarning]:
    """That a further notice follows in the same file."""
    if layout.second_notice is not None:
        place = layout.second_notice.span
        message = "a second notice begins here; only the first was read"
        yield ReaderWarning("two_notices", message, view.span(place.start, place.end))
