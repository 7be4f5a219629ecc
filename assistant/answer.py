"""An answer and what it is made of: findings, which wording turns into cited claims.

A ``Finding`` is language-free: what follows, of which evidence kind, from which places. A
``Claim`` is the same in the asker's language with its citations numbered. Nothing else may
become a sentence of an answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from assistant.citing.citation import Citation, Place
from assistant.citing.computation import Computation
from corpus.identifiers import DocumentNumber, ProcedureReference, Provision
from corpus.model import Gloss


class EvidenceKind(StrEnum):
    """What a claim rests on; always shown apart."""

    STATED = "stated"  # by the notice
    CLAIMED = "claimed"  # by a Member State or the Commission: always attributed
    DERIVED = "derived"  # by rule: "all other delegations"
    COMPUTED = "computed"
    REFERENCE = "reference"  # our sourced tables and notes


class Status(StrEnum):
    """What became of the question; only the first three make claims about the world."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    CORRECTED = "corrected"
    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not_found"
    OUT_OF_SCOPE = "out_of_scope"


SAYING = frozenset({Status.ANSWERED, Status.PARTIAL, Status.CORRECTED})
"""The statuses that make claims about the world."""


class Reason(StrEnum):
    """Why there is no plain answer."""

    NO_STATEMENT_BY_STATE = "no_statement_by_state"
    NO_DOCUMENT = "no_document"
    NOT_IN_RECORDS = "not_in_records"
    NOT_A_MEMBER_STATE = "not_a_member_state"
    FALSE_PREMISE = "false_premise"
    AMBIGUOUS = "ambiguous"
    OUT_OF_SCOPE = "out_of_scope"
    EMPTY_QUESTION = "empty_question"


@dataclass(frozen=True, slots=True)
class States:
    """A list of Member States (ISO codes) to be named in the asker's language.

    ``by_name`` lists them in the order of their names there, not as given.
    """

    codes: tuple[str, ...]
    by_name: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, to be written by the asker's conventions."""

    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the wording catalogue: a position, a rule, a concept."""

    key: str


@dataclass(frozen=True, slots=True)
class Moves:
    """Who is imagined where: states with a position each, for what-ifs."""

    moves: tuple[tuple[States, Term], ...]


@dataclass(frozen=True, slots=True)
class Quotes:
    """Places whose characters are shown in quotation marks, in their own language, in this order."""

    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who says something: ISO codes, "Commission" or "Council", to be named in the asker's language."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a year, by its first day; named as the asker's language names it."""

    first: date


@dataclass(frozen=True, slots=True)
class Topic:
    """A concept of the lexicon, named in the asker's language."""

    concept: str


Slot = (
    str
    | int
    | Decimal
    | date
    | Month
    | States
    | Speakers
    | Moves
    | Quantity
    | tuple[Quantity, ...]
    | Term
    | Quotes
    | DocumentNumber
    | ProcedureReference
    | Provision
)
Message = tuple[str, Mapping[str, Slot]]


@dataclass(frozen=True, slots=True)
class Rendering:
    """Our unofficial rendering of a paragraph, and the place of the paragraph."""

    gloss: Gloss
    place: Place


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that follows, before it is put into words.

    ``message`` is a key of the wording catalogue; ``slots`` fill it. ``speaker`` is who claims
    it (an ISO code, "Commission") or "Council" for what the notice states. ``places`` are what
    it is cited to: never empty for a finding about the world. ``lead`` is a wording key said
    before the sentence ("yes", "no"), ``trail`` one said after it ("by_remainder"). ``working``
    are the computations that ``computation`` is made of. ``renderings`` are our unofficial ones of
    the cited paragraphs, shown only to an asker of their language; ``keywords`` name what the cited words
    are about, shown to an asker of another language who is shown no rendering.
    """

    message: str
    evidence: EvidenceKind
    places: tuple[Place, ...]
    slots: Mapping[str, Slot] = field(default_factory=dict)
    speaker: str | None = None
    computation: Computation | None = None
    working: tuple[Computation, ...] = ()
    lead: str | None = None
    trail: str | None = None
    renderings: tuple[Rendering, ...] = ()
    keywords: tuple[Topic | date | Month | Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of an answer, with the numbers of its citations."""

    text: str
    evidence: EvidenceKind
    speaker: str | None
    citations: tuple[int, ...]
    computation: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an answerer returns: status, reason, findings in order, and what to ask next.

    ``limits`` are wording messages that say what the records do not hold (no claim about the
    world, so uncited). ``follow_ups`` are messages: questions that can be answered. ``tally``
    is the vote as the API shows it, where the answer is about the vote.
    """

    status: Status
    findings: tuple[Finding, ...] = ()
    reason: Reason | None = None
    limits: tuple[Message, ...] = ()
    follow_ups: tuple[Message, ...] = ()
    tally: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The finished answer; field for field the Answer object of the API (``docs/data.md``).

    ``understanding`` and ``tally`` are JSON-ready mappings. ``text`` is the whole answer in
    plain text with citations as ``[n]``. ``permalink`` is the address it shares with every other way
    of asking the same, ``asked_at`` that of this question in its own words.
    """

    question: str
    language: str
    status: Status
    reason: Reason | None
    understanding: Mapping[str, object]
    text: str
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    computations: tuple[Mapping[str, object], ...]
    tally: Mapping[str, object] | None
    follow_ups: tuple[str, ...]
    snapshot: str
    permalink: str
    asked_at: str
