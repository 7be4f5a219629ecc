"""Paragraphs and their sentences, as places in the source."""

from collections.abc import Sequence

from corpus.lexicon import Lexicon
from corpus.model import Paragraph
from corpus.reading import ReadingView
from corpus.sentence import sentences_in
from corpus.text import Span


def paragraph_of(view: ReadingView, places: Sequence[Span], label: str, lexicon: Lexicon) -> Paragraph:
    """The paragraph that one or more blocks make; ``places`` are ranges of the view, in order.

    Sentences partition the paragraph: white space between two belongs to the first.
    """
    ranges = [
        (place.start + start, place.start + end)
        for place in places
        for start, end in sentences_in(
            view.text[place.start : place.end], view.folded[place.start : place.end], lexicon
        )
    ]
    whole = view.span(places[0].start, places[-1].end)
    starts = [view.span(start, end).start for start, end in ranges]
    limits = [*starts[1:], whole.end]
    sentences = tuple(Span(a, b) for a, b in zip(starts, limits, strict=True) if a < b)
    return Paragraph(label, whole, sentences)
