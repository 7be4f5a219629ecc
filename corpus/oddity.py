"""What is odd about a text that can be read: letters of another script among its own, a second notice."""

import re
from collections.abc import Iterator

from corpus.blocks import Layout
from corpus.lexicon import Lexicon
from corpus.model import ReaderWarning
from corpus.reading import ReadingView
from corpus.references import documents_in
from corpus.text import SourceText, Span

_MIXED = re.compile(r"\b(?=\w*[A-Za-z])(?=\w*[\u0370-\u03ff\u0400-\u04ff])[^\W\d_]{2,40}\b")


def odd_letters(source: SourceText) -> Iterator[ReaderWarning]:
    """A word whose letters come from two scripts; the first such word only."""
    if found := _MIXED.search(source.text):
        message = f"the word {found[0]!r} mixes letters of two scripts"
        yield ReaderWarning("confusable_letters", message, Span(*found.span()))


def second_notice(view: ReadingView, layout: Layout, lexicon: Lexicon) -> Iterator[ReaderWarning]:
    """A further header with a number and a subject line after the first notice's body."""
    if not layout.body:
        return
    start = layout.body[0].span.start
    own = {document.family for document, _ in documents_in(view.folded[:start])}
    for line in re.finditer(r"[^\n]+", view.folded[start:]):
        label = lexicon.heading.subject.match(line[0])
        if label and line[0][label.end() :].lstrip().startswith(":"):
            place = view.span(start + line.start(), start + line.end())
            yield ReaderWarning("two_notices", "a second notice begins here; only the first was read", place)
            return
    for document, span in documents_in(view.folded[start:]):
        text = view.folded[start + span.end : start + span.end + 1]
        is_alone = text in {"", "\n"} and view.folded[start + span.start - 1] == "\n"
        if is_alone and document.series == "CM" and document.family not in own:
            place = view.span(start + span.start, start + span.end)
            yield ReaderWarning("two_notices", "a second notice begins here; only the first was read", place)
            return
