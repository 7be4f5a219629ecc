"""Votes: under each reading of who may vote, and as rows."""

from typing import Annotated

from pydantic import Field, JsonValue

from assistant.answer import EvidenceKind
from corpus.model import Position
from web.schemas.answer import Citation, Document


class SwitchedPosition(Document):
    """A what-if: this state at this position."""

    state: str
    position: Position


class MemberPosition(Document):
    """Where one member stood; null where the notice does not establish it."""

    state: str
    position: Position | None
    evidence: EvidenceKind
    hypothetical: bool
    citations: list[int]
    published_percent: str | None


class VoteReading(Document):
    """The vote under one reading of who may vote."""

    id: Annotated[str, Field(examples=["all-members", "without-DK"])]
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
