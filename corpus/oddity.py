"""What is odd about a text that can be read: letters of another script among its own, a second notice."""

import re
from collections.abc import Iterator

from corpus.blocks import Layout
from corpus.model import ReaderWarning
from corpus.reading import ReadingView
from corpus.text import SourceText, Span

_MIXED = re.compile(r"\b(?=\w*[A-Za-z])(?=\w*[\u0370-\u03ff\u0400-\u04ff])[^\W\d_]{2,40}\b")


def odd_letters(source: SourceText) -> Iterator[ReaderWarning]:
    """A word whose letters come from two scripts; the first such word only."""
    if found := _MIXED.search(source.text):
        message = f"the word {found[0]!r} mixes letters of two scripts"
        yield ReaderWarning("confusable_letters", message, Span(*found.span()))


def second_notice(view: ReadingView, layout: Layout) -> Iterator[ReaderWarning]:
    """That a further notice follows in the same file."""
    if layout.second_notice is not None:
        place = layout.second_notice.span
        message = "a second notice begins here; only the first was read"
        yield ReaderWarning("two_notices", message, view.span(place.start, place.end))
