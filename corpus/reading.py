"""The reading view: a document's text made fit to read, each character tied to its source.

Knows typography: line breaks, hyphenation, page furniture, invisible characters. Refuses to
know what the words mean. A paragraph, heading or point is one line of the view; whatever was
dropped or joined, ``span`` gives the verbatim place in the source.
"""

from array import array
from dataclasses import dataclass
from functools import cached_property

from corpus.phrase import fold
from corpus.text import SourceText, Span


@dataclass(frozen=True)
class ReadingView:
    """A cleaned text and, for each of its characters, where it stands in the source."""

    source: SourceText
    text: str
    offsets: "array[int]"

    @cached_property
    def folded(self) -> str:
        """The text without capitals and accents: what phrases are matched on."""
        return fold(self.text)

    def span(self, start: int, end: int) -> Span:
        """The place in the source of a range of the view; white space at its ends left out."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start == end:
            place = self.offsets[min(start, len(self.offsets) - 1)] if self.offsets else 0
            return Span(place, place)
        return Span(self.offsets[start], self.offsets[end - 1] + 1)
