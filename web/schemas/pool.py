"""The figures of a procedure."""

from typing import Literal

from web.schemas.answer import Citation, Computation, Document


class ClaimedFigure(Document):
    """A figure somebody claims, and where."""

    value: str
    unit: str
    claimant: str
    reports: str | None
    bound: Literal["at_least", "about", "at_most"] | None
    role: Literal["actual", "expected"] | None
    citation: int
    sentence: int


class Known(Document):
    """What a reference note says beside the record."""

    text: str
    citation: int


class Pool(Document):
    """Claimed and computed figures, kept apart."""

    procedure: str
    record: str
    document: str
    claimed: list[ClaimedFigure]
    computed: list[Computation]
    known: list[Known]
    citations: list[Citation]
