"""A passage that was found."""

from typing import Annotated

from pydantic import Field

from web.schemas.answer import Citation, Document


class Passage(Document):
    """A passage of a record with its citation; its scores where a query was asked."""

    key: Annotated[str, Field(examples=["CM 5563/1/25 REV 1:ES¶4"])]
    text: str
    language: str
    score: float | None
    relevance: Annotated[float | None, Field(description="0 to 1; how far it speaks of what was asked")]
    citation: Citation
