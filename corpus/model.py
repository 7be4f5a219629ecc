"""What a record says, as values: frozen, in the document's own terms, every fact with its place.

Knows what can be stated in a notice and its statements. Holds no logic: reading is done in
``notice.py``, ``vote.py``, ``statement.py`` and ``figures.py``; following from it in ``assistant``.
States are ISO 3166 alpha-2 codes (Greece is ``GR``), in the order of the text.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from corpus.identifiers import DocumentNumber, ProcedureReference, Provision
from corpus.text import SourceText, Span

T = TypeVar("T")


class Position(StrEnum):
    """How a member of the Council stands in a vote."""

    FOR = "for"
    AGAINST = "against"
    ABSTENTION = "abstention"
    NOT_PARTICIPATING = "not_participating"  # not an abstention: the member has no vote on the act


class MajorityRule(StrEnum):
    """The rule an act is adopted by, as the notice names it."""

    QUALIFIED = "qualified"
    UNANIMITY = "unanimity"
    SIMPLE = "simple"


class ProcedureEnd(StrEnum):
    """How a notice says the procedure ended."""

    CONCLUDED = "concluded"
    EXTENDED = "extended"  # not ended: the deadline was moved
    WITHDRAWN = "withdrawn"
    NO_RESULT = "no_result"


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """A value the document states, and the characters that state it."""

    value: T
    span: Span


@dataclass(frozen=True, slots=True)
class ReaderWarning:
    """What the reader could not establish: the doubtful field stays empty, the place is named."""

    code: str
    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class StatedPosition:
    """One member's position, given by name.

    ``span`` is the member's name as written, ``clause`` the words that give the position.
    """

    state: str
    position: Position
    span: Span
    clause: Span


@dataclass(frozen=True, slots=True)
class Vote:
    """What the notice states of one vote: names, the remainder, the rule and the outcome.

    ``remainder`` is the position of all delegations not named ("all other delegations voted
    for"); None when the notice says nothing of them. ``reinforced`` marks a qualified majority
    of 72 % of the members (TFEU 238(2)).
    """

    positions: tuple[StatedPosition, ...] = ()
    remainder: Stated[Position] | None = None
    majority_rule: Stated[MajorityRule] | None = None
    reinforced: bool = False
    majority_reached: Stated[bool] | None = None
    adopted: Stated[bool] | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """An act the procedure was about, with its own document, file and vote."""

    title: Stated[str] | None
    document: Stated[DocumentNumber] | None
    procedure_file: Stated[ProcedureReference] | None
    vote: Vote


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or numbered point of a part, whole even where a page break cuts it.

    ``label`` is the printed number of a point ("4") or, where none is printed, the ordinal of
    the paragraph in its part; the notice's header and subject line are "header" and "subject",
    what precedes point 1 of a numbered statement is "0". ``sentences`` partition its text; a
    sentence that a page break cuts is one span.
    """

    label: str
    span: Span
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom the document names for questions."""

    email: Stated[str] | None
    telephone: Stated[str] | None


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice itself: its header, how the procedure ran and ended, and its acts.

    ``closed_at`` is a zoned ``datetime`` where an hour is given, else a ``date``.
    ``extended_to`` is where the deadline was moved to, also where the procedure ended since.
    ``silence`` marks a simplified procedure, which has no list of votes.
    """

    document: Stated[DocumentNumber]
    language: str
    date_of_document: Stated[date] | None
    procedure_file: Stated[ProcedureReference] | None
    subject: Stated[str] | None
    subject_codes: tuple[Stated[str], ...]
    contact: Contact
    opened_by: Stated[DocumentNumber] | None
    opened_on: Stated[date] | None
    closed_at: Stated[datetime | date] | None
    end: Stated[ProcedureEnd] | None
    extended_to: Stated[datetime | date] | None
    silence: bool
    acts: tuple[Act, ...]
    statement_authors: tuple[Stated[str], ...]
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with a unit that somebody claims.

    ``unit`` is a concept of the lexicon ("relocation", "person", "illegal_entry", "percent") or
    a currency code ("EUR"). ``claimant`` is who says it here; ``reports`` whose figure the
    claimant says it is ("Commission"). ``bound`` is "at_least", "about" or "at_most" where the
    text hedges. ``span`` holds number and unit, ``sentence`` the sentence around them.
    """

    value: Decimal
    unit: str
    claimant: str
    reports: str | None
    bound: str | None
    span: Span
    sentence: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """What one or more members (or the Commission) annexed to the notice.

    ``speakers`` are ISO codes, or "Commission". ``declared`` are the positions the statement
    itself announces. ``part`` names it in citations: "statement:ES", "statement:AT+HU+SK".
    """

    speakers: tuple[str, ...]
    heading: Span
    span: Span
    paragraphs: tuple[Paragraph, ...]
    declared: tuple[StatedPosition, ...]
    figures: tuple[Figure, ...]

    @property
    def part(self) -> str:
        """The part of the record this statement is."""
        return "statement:" + "+".join(self.speakers)


@dataclass(frozen=True, slots=True)
class Reference:
    """An identifier the record mentions, in which part, and where."""

    identifier: DocumentNumber | ProcedureReference | Provision
    part: str
    span: Span


@dataclass(frozen=True, slots=True)
class Gloss:
    """Our own unofficial rendering of a paragraph in another language; never a quotation."""

    part: str
    label: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the bytes came from and under which terms they may be reused."""

    filename: str
    media_type: str
    sha256: str
    institution: str = "Council of the European Union"
    licence: str = "Council Decision (EU) 2017/1842, © European Union"


@dataclass(frozen=True, slots=True)
class Record:
    """One document of a procedure, read whole: the notice, its statements, and their source."""

    id: str
    source: SourceText
    provenance: Provenance
    notice: Notice
    statements: tuple[Statement, ...]
    references: tuple[Reference, ...]
    warnings: tuple[ReaderWarning, ...]
    glosses: tuple[Gloss, ...] = ()
