"""What a search asks for and what it finds."""

from dataclasses import dataclass
from typing import Protocol

from index.passage import Passage


@dataclass(frozen=True, slots=True)
class Filters:
    """Which passages may be found; applied before ranking. Empty fields do not filter.

    ``part`` is "notice", "statement" or an exact part such as "statement:ES"; ``dated_from``
    and ``dated_to`` are ISO dates, inclusive.
    """

    speaker: str | None = None
    part: str | None = None
    record: str | None = None
    language: str | None = None
    procedure: str | None = None
    dated_from: str | None = None
    dated_to: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found.

    ``score`` orders (ties by key). ``relevance`` is calibrated to 0…1: below
    ``Retriever.relevant_from`` the passage says nothing on the question.
    """

    passage: Passage
    score: float
    relevance: float


class Retriever(Protocol):
    """Finds passages: exact order ``(-score, key)``, results never short of ``limit`` without need."""

    relevant_from: float

    def search(self, query: str, *, language: str, filters: Filters, limit: int) -> tuple[Hit, ...]:
        """The passages nearest to the query, best first."""
        ...

    def listing(self, *, filters: Filters, limit: int, offset: int) -> tuple[Passage, ...]:
        """The passages that pass the filters, in record order."""
        ...
