"""A citation: a quotation, the place it stands, and the hash that proves it."""

from dataclasses import dataclass

from corpus.text import SourceText, Span, quote_sha256

REFERENCE_PART = "reference"


@dataclass(frozen=True, slots=True)
class Source:
    """A text that can be cited: a record's source, or one of our own reference notes and tables.

    ``record`` is the id in addresses; ``document`` the number or title shown. Reference
    sources have ids that begin with "reference-" and are served like records.
    """

    record: str
    document: str
    language: str
    text: SourceText


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a source, said to be a part and, for statements, a speaker's.

    ``label`` is the paragraph's label, for the key. ``speaker`` is None for reference notes.
    """

    source: Source
    span: Span
    part: str
    label: str
    speaker: str | None

    @property
    def quote(self) -> str:
        """The characters at this place."""
        return self.source.text.quote(self.span)


@dataclass(frozen=True, slots=True)
class Citation:
    """A place as an answer shows it, numbered within the answer.

    Field for field the ``citations`` object of the API: ``quote`` is verbatim
    ``source[start:end]``; ``url`` opens the record at the marked span.
    """

    n: int
    key: str
    record: str
    document: str
    language: str
    part: str
    speaker: str | None
    page: int | None
    start: int
    end: int
    quote: str
    quote_sha256: str
    url: str


def cite(place: Place, n: int) -> Citation:
    """The citation of a place, as number ``n`` of its answer."""
    quote = place.quote
    who = place.part.partition(":")[2] or place.part
    return Citation(
        n=n,
        key=f"{place.source.document}:{who}¶{place.label}",
        record=place.source.record,
        document=place.source.document,
        language=place.source.language,
        part=place.part,
        speaker=place.speaker,
        page=place.source.text.page_of(place.span.start),
        start=place.span.start,
        end=place.span.end,
        quote=quote,
        quote_sha256=quote_sha256(quote),
        url=f"/records/{place.source.record}#c{place.span.start}-{place.span.end}",
    )
