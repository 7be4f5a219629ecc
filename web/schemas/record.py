"""A record: what it is, its text and parts, what it says and where."""

from typing import Annotated, Literal

from pydantic import Field, JsonValue

from web.schemas.answer import Document, Offset, Sha256


class RecordSummary(Document):
    """A record in a list."""

    id: Annotated[str, Field(examples=["cm-5563-1-25-rev-1"])]
    document: Annotated[str, Field(examples=["CM 5563/1/25 REV 1"])]
    language: str
    date: str | None
    subject: str | None
    procedures: Annotated[list[str], Field(description="Ids of the procedures it tells of")]
    statements_by: list[str]
    filename: str
    media_type: str
    sha256: Annotated[str, Field(description="SHA-256 of the bytes as received")]
    institution: str
    licence: str
    warnings: Annotated[int, Field(description="How many things the reader could not establish")]
    url: str


class Stretch(Document):
    """A stretch of a record's text."""

    start: Offset
    end: Offset


class ParagraphPlace(Stretch):
    """A paragraph or numbered point and its sentences."""

    label: str
    sentences: list[Stretch]


class FigurePlace(Stretch):
    """A figure somebody claims."""

    value: str
    unit: str
    claimant: str
    reports: str | None
    bound: str | None


class Part(Document):
    """The notice, or one statement."""

    part: Annotated[str, Field(examples=["statement:ES"])]
    speakers: list[str]
    paragraphs: list[ParagraphPlace]
    figures: list[FigurePlace] = Field(default_factory=list)


class ActFacts(Document):
    """One act and its vote as the notice states them."""

    act: str | None
    act_doc: str | None
    procedure_file: str | None
    adopted: bool | None
    majority_rule: Literal["qualified", "unanimity", "simple"] | None
    against: list[str]
    abstained: list[str]
    in_favour_stated: list[str]
    remainder: Annotated[str | None, Field(description="The position of all members not named")]
    not_participating: list[str]


class Warned(Stretch):
    """What the reader could not establish, and where."""

    code: str
    message: str


class Facts(Document):
    """What a record says; what it does not say is null or empty."""

    doc_id: str
    language: str
    date_of_document: str | None
    opened_by: str | None
    opened_on: str | None
    closed_at: str | None
    acts: list[ActFacts]
    statements_by: list[str]
    warnings: list[Warned]


class FactPlace(Stretch):
    """One stated fact and the characters that state it."""

    fact: Annotated[str, Field(examples=["acts[1].against"])]
    value: JsonValue


class RecordDetail(Document):
    """A record whole, or a reference note of ours (which has a text and no facts)."""

    id: str
    document: str
    language: str
    text: str
    text_sha256: Sha256
    url: str
    parts: list[Part] = Field(default_factory=list)
    facts: Facts | None = None
    places: list[FactPlace] = Field(default_factory=list)
