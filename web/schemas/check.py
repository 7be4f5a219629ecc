"""A draft and what becomes of its claims."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from assistant.check.claim import ClaimKind, Finding
from web.schemas.answer import Citation, Document

Place = Annotated[int, Field(ge=0, description="Characters from the beginning of the draft")]


class Draft(BaseModel):
    """A paragraph to be held against the records; nothing of it is kept."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"text": "Hungary and Slovakia voted against.", "language": "en"}]}
    )

    text: Annotated[str, Field(min_length=1, max_length=20_000)]
    language: Annotated[
        str | None, Field(pattern="^[a-z]{2}$", description="The draft's language; else it is found out")
    ] = None
    procedure: Annotated[
        str | None,
        Field(max_length=80, description="Hold it against this procedure", examples=["2025-0357-nle"]),
    ] = None


class Change(Document):
    """A stretch in which a quotation and the text it quotes differ; either may be empty."""

    draft: str
    record: str


class CheckedClaim(Document):
    """A claim of the draft: ``quote`` is the draft's text from ``start`` to ``end``."""

    start: Place
    end: Place
    quote: str
    kind: ClaimKind
    verdict: Finding
    finding: Annotated[str, Field(description="The verdict in words, in the draft's language")]
    citations: Annotated[list[int], Field(description="Numbers of citations of this result")]
    changes: Annotated[list[Change], Field(description="Where a quotation is not word for word")]


class CheckedDraft(Document):
    """Every checkable claim of a draft, held against the records."""

    language: str
    procedure: Annotated[str | None, Field(description="Null where it is not clear which is meant")]
    note: Annotated[str, Field(description="What the draft was held against")]
    claims: list[CheckedClaim]
    citations: list[Citation]
    snapshot: str
    summary: Annotated[dict[str, int], Field(description="How many claims came to each verdict")]
