"""Lists in pages."""

from pydantic import Field

from web.schemas.answer import Document
from web.schemas.passage import Passage
from web.schemas.procedure import ProcedureSummary
from web.schemas.record import RecordSummary
from web.schemas.vote import VoteRow


class Listing(Document):
    """A page of a list: how many there are, and the address of the next page."""

    total: int = Field(description="How many there are in all")
    limit: int
    offset: int
    next: str | None


class Records(Listing):
    """Records, by id."""

    items: list[RecordSummary]


class Procedures(Listing):
    """Procedures, by id."""

    items: list[ProcedureSummary]


class Votes(Listing):
    """One row a state and procedure."""

    items: list[VoteRow]


class Passages(Document):
    """Passages found, best first; without a query, in the order of the records."""

    limit: int
    offset: int
    next: str | None
    items: list[Passage]
