"""The text of a document, decoded once and never changed, and places in it.

Knows characters, spans and pages. Refuses to know what the words mean.
"""

from bisect import bisect_right
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters of a source text.

    Raises: ValueError when it is empty-handed (start after end, or negative).
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}–{self.end}: expected 0 ≤ start ≤ end")

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: "Span") -> bool:
        """Whether every character of the other span lies in this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def joined(self, other: "Span") -> "Span":
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class SourceText:
    """A document's text exactly as decoded: what every quotation is held against.

    ``page_starts`` are the offsets at which pages begin (a PDF's); empty where the
    format has no pages. Reading happens on a cleaned view (``corpus/reading.py``)
    whose offsets map back to this text.
    """

    text: str
    page_starts: tuple[int, ...] = ()

    @property
    def sha256(self) -> str:
        """The hash of the text in UTF-8."""
        return quote_sha256(self.text)

    def quote(self, span: Span) -> str:
        """The characters of the span, verbatim.

        Raises: ValueError when the span runs past the end of the text.
        """
        if span.end > len(self.text):
            raise ValueError(f"span {span.start}–{span.end} of a text of {len(self.text)} characters")
        return self.text[span.start : span.end]

    def page_of(self, offset: int) -> int | None:
        """The page (from 1) an offset lies on; None where the format has no pages."""
        return bisect_right(self.page_starts, offset) or None


def quote_sha256(quote: str) -> str:
    """The hash that travels with a quotation: SHA-256 of its UTF-8 bytes, in hexadecimal."""
    return sha256(quote.encode("utf-8", "surrogatepass")).hexdigest()
