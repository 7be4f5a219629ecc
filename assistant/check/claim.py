"""What a draft claims and what becomes of it when it is held against the records.

Knows the kinds of claims and the four verdicts. Refuses to know how either is found.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.answer import Slot
from assistant.citing.citation import Citation, Place
from corpus.text import Span


class ClaimKind(StrEnum):
    """What a claim is about."""

    VOTE = "vote"  # how a state voted, or all others, or none
    COUNT = "count"  # how many voted so, made statements
    THRESHOLD = "threshold"  # 55 %, 65 %, what a blocking minority takes
    OUTCOME = "outcome"  # adopted or not, by which majority
    DATE = "date"
    DOCUMENT = "document"  # the number of a document or of a procedure file
    FIGURE = "figure"
    QUOTATION = "quotation"
    STATEMENT = "statement"  # that a state made one
    REASON = "reason"  # why a state voted so


class Finding(StrEnum):
    """What became of a claim."""

    SUPPORTED = "supported"
    DERIVED = "derived_or_misattributed"  # right, but by inference or from somebody else
    CONTRADICTED = "contradicted"
    NOT_CHECKABLE = "not_checkable"


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch in which a quotation in the draft and the text it quotes differ; either may be empty."""

    draft: str
    record: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A claim of the draft, judged, before it is put into words.

    ``span`` is a place in the draft; ``message`` a key of the check's wording with its ``slots``.
    """

    kind: ClaimKind
    span: Span
    finding: Finding
    message: str
    slots: Mapping[str, Slot] = field(default_factory=dict)
    places: tuple[Place, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A claim as it is shown: its place and words in the draft, the verdict, and why."""

    start: int
    end: int
    quote: str
    kind: ClaimKind
    verdict: Finding
    finding: str
    citations: tuple[int, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """A draft held against the records; ``procedure`` is None where it is not clear which is meant.

    ``note`` says what it was held against.
    """

    language: str
    procedure: str | None
    note: str
    claims: tuple[CheckedClaim, ...]
    citations: tuple[Citation, ...]
    snapshot: str
