"""The Answer, as the API gives and takes it (``docs/data.md`` describes every field)."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from assistant.answer import EvidenceKind, Reason, Status

Offset = Annotated[int, Field(ge=0, description="Characters from the beginning of the record's text")]
Sha256 = Annotated[str, Field(description="SHA-256 in hexadecimal", examples=["0f" * 32])]


class Document(BaseModel):
    """An object of the API: what it does not name is kept, so that later fields do no harm."""

    model_config = ConfigDict(extra="allow")


class Question(BaseModel):
    """A question, with the understanding of the one before it where it follows up."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"question": "Who voted against?", "language": "en"}]}
    )

    question: Annotated[str, Field(min_length=1, max_length=2000, examples=["Who voted against?"])]
    language: Annotated[
        str | None,
        Field(
            pattern="^[a-z]{2}$",
            description="The answer's language; else the question's own",
            examples=["en"],
        ),
    ] = None
    previous: Annotated[
        dict[str, JsonValue] | None,
        Field(description="The ``understanding`` of the answer before, or one that was edited"),
    ] = None
    procedure: Annotated[
        str | None, Field(max_length=80, description="Ask about this procedure", examples=["2025-0357-nle"])
    ] = None


class Claim(Document):
    """One sentence of an answer: what kind of evidence it rests on, and where that stands."""

    text: str
    evidence: EvidenceKind
    speaker: Annotated[str | None, Field(examples=["ES"])]
    citations: Annotated[list[int], Field(description="Numbers of citations of this answer")]
    computation: Annotated[str | None, Field(description="The id of a computation of this answer")] = None


class Citation(Document):
    """A quotation and the place it stands: ``quote`` is the record's text from ``start`` to ``end``."""

    n: int
    key: Annotated[str, Field(examples=["CM 5563/1/25 REV 1:ES¶4"])]
    record: Annotated[str, Field(examples=["cm-5563-1-25-rev-1"])]
    document: Annotated[str, Field(examples=["CM 5563/1/25 REV 1"])]
    language: str
    part: Annotated[str, Field(examples=["statement:ES"])]
    speaker: str | None
    page: int | None
    start: Offset
    end: Offset
    quote: str
    quote_sha256: Sha256
    url: Annotated[str, Field(examples=["/records/cm-5563-1-25-rev-1#c7741-7802"])]


class ComputationInput(Document):
    """A number that goes into a computation, and where it is from."""

    label: str
    value: str
    unit: str | None = None
    citation: int | None = None
    computation: str | None = None
    assumption: str | None = None


class Computation(Document):
    """A number that was worked out: the formula can be done again by anyone."""

    id: str
    label: str
    value: Annotated[str, Field(examples=["0.0321"])]
    unit: Annotated[str, Field(examples=["ratio"])]
    formula: Annotated[str, Field(examples=["962 / 30000"])]
    inputs: list[ComputationInput]


class Answer(Document):
    """An answer with all that is needed to check it."""

    question: str
    language: str
    status: Status
    reason: Reason | None
    understanding: Annotated[dict[str, JsonValue], Field(description="Send it back as ``previous``")]
    text: Annotated[str, Field(description="The whole answer in plain text, citations as [1]")]
    claims: list[Claim]
    citations: list[Citation]
    computations: list[Computation]
    tally: dict[str, JsonValue] | None
    follow_ups: list[str]
    snapshot: Annotated[str, Field(description="The generation of the records it was given from")]
    permalink: Annotated[
        str, Field(description="Its lasting address: one for every way of asking the same", examples=["/a/…"])
    ]
    asked_at: Annotated[
        str, Field(description="The address of this question in its own words", examples=["/a/…"])
    ]
    answer_sha256: Annotated[
        str | None, Field(description="The seal: SHA-256 over the answer's canonical JSON without this field")
    ] = None


class ComparedSentence(Document):
    """A sentence of the answer then or today, and what became of it."""

    change: Literal["same", "gone", "new"]
    text: str


class LastingAnswer(Document):
    """What an answer's address stands for: the answer of today, and what has changed since."""

    answer: Answer
    then: Annotated[Answer | None, Field(description="The answer then, while its snapshot is kept")]
    asked_of: Annotated[str, Field(description="The snapshot the address names, abbreviated")]
    is_current: Annotated[bool, Field(description="That is still the snapshot of today")]
    is_unchanged: Annotated[bool | None, Field(description="Null where the snapshot of then is not kept")]
    sentences: list[ComparedSentence]
