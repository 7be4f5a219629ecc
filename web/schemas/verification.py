"""Whether a saved answer holds."""

from typing import Annotated

from pydantic import Field

from web.schemas.answer import Document


class ClaimCheck(Document):
    """Whether one claim holds, and what speaks against it."""

    n: int
    text: str
    holds: bool
    problems: list[str]


class FoundProblem(Document):
    """What does not hold: where in the answer, and why."""

    where: Annotated[str, Field(examples=["citations[1]"])]
    why: str


class Verification(Document):
    """What became of an answer."""

    holds: Annotated[bool, Field(description="Every claim, quotation, hash, span and computation holds")]
    is_current: Annotated[bool, Field(description="It was given from the snapshot of today")]
    snapshot: str
    claims: list[ClaimCheck]
    problems: list[FoundProblem]
    changes: Annotated[list[str], Field(description="What today's answer says otherwise")]
