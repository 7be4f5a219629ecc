"""Votes: under each reading of who may vote, and as rows."""

from typing import Annotated, Literal

from pydantic import Field, JsonValue

from assistant.answer import EvidenceKind
from corpus.model import Position
from web.schemas.answer import Citation, Document


class SwitchedPosition(Document):
    """A what-if: this state at this position."""

    state: str
    position: Position


class PopulationShare(Document):
    """A share of the population of those that take part, with the bounds the table's rounding allows."""

    exact: str
    percent: str
    low: str
    high: str


class MemberPosition(Document):
    """Where one member stood; null where the notice does not establish it."""

    state: str
    position: Position | None
    evidence: EvidenceKind
    hypothetical: bool
    citations: list[int]
    published_percent: str | None
    population: PopulationShare | None
    population_citations: list[int]


class Exclusion(Document):
    """A member that a reading keeps out by law: by which rule, and how sure that is.

    ``certainty`` is H (read in an official text or two sources) or M (one source or an inference).
    """

    state: str
    rule: str
    certainty: Literal["H", "M"]
    citations: list[int]


class OptIn(Document):
    """A member that takes part in an act although its protocol would keep it out."""

    state: str
    act: str
    citations: list[int]


class VoteReading(Document):
    """The vote under one reading of who may vote."""

    id: Annotated[str, Field(examples=["all-members", "without-DK"])]
    excluded: list[Exclusion]
    grounds: list[int]
    totals: Annotated[dict[str, int], Field(examples=[{"for": 21, "against": 2, "abstention": 4}])]
    positions: list[MemberPosition]
    majority: dict[str, JsonValue]


class VoteDocument(Document):
    """A vote: all readings, the recommended one first; beside a what-if, the real vote."""

    procedure: str
    record: str
    document: str
    act: str | None
    date: str | None
    hypothetical: bool
    switches: list[SwitchedPosition]
    ignored_switches: list[SwitchedPosition]
    recommended: str
    readings_agree: bool
    opt_ins: list[OptIn]
    readings: list[VoteReading]
    real: list[VoteReading] | None
    citations: list[Citation]


class VoteRow(Document):
    """One member in the vote of one procedure, under the recommended reading."""

    procedure: str
    document: str
    date: str | None
    state: str
    position: Position | None
    evidence: EvidenceKind
    citations: list[Citation]
