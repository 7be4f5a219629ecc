"""A passage: a stretch of a record that can be found and quoted.

Knows how a record's structure becomes passages. The text to embed is not the text to quote:
``text`` is the source verbatim, ``renderings`` are further texts the same passage is found by.
"""

from dataclasses import dataclass

from corpus.text import Span


@dataclass(frozen=True, slots=True)
class Rendering:
    """A further text a passage can be found by: a gloss, or its concept tags; never quoted."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a record, with all that a citation of it needs.

    ``key`` is stable and readable ("CM 5563/1/25 REV 1:ES¶4"; parts of a long point are
    "…¶4.2"). ``speaker`` is an ISO code, "Commission", or "Council" for the notice.
    ``text == source.quote(span)``. ``sentences`` partition the span.
    """

    key: str
    record: str
    document: str
    procedures: tuple[str, ...]
    language: str
    date: str | None
    part: str
    speaker: str
    label: str
    page: int | None
    span: Span
    sentences: tuple[Span, ...]
    text: str
    renderings: tuple[Rendering, ...] = ()
