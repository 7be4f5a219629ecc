"""What a question asks, once understood: language-free, shown to the asker, editable, sent back.

Knows the intents and their slots. Refuses to know how any language says them
(``understanding.py`` with ``data/cues``) and what the answer is (``answers``).
"""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from corpus.identifiers import DocumentNumber, ProcedureReference, Provision
from corpus.model import Position


class Intent(StrEnum):
    """What is wanted. One answerer module serves one or more intents."""

    STATE_POSITION = "state_position"  # how did X (and Y) vote; did X vote so
    POSITION_LIST = "position_list"  # who voted so; who did not
    POSITION_COUNT = "position_count"  # how many voted so
    TALLY = "tally"  # the vote as a whole
    OUTCOME = "outcome"  # adopted or not
    MAJORITY = "majority"  # which rule, reached or not, by how much, thresholds
    BLOCKING = "blocking"  # blocking minority: was there one, could these states block
    WHAT_IF = "what_if"  # the vote with some positions switched
    TURNING = "turning"  # smallest changes that would have turned the result; pivotal states
    PARTICIPATION = "participation"  # did X take part; who had a vote
    POPULATION = "population"  # share of the population behind a position or a state
    POWER = "power"  # voting power: how often a member's vote decides
    DATE = "date"  # when: opened, closed, adopted, dated
    DOCUMENT = "document"  # which document: the notice, the act, the opening, revisions, missing ones
    PROCEDURE_FILE = "procedure_file"
    CONTACT = "contact"
    SUBJECT = "subject"  # what the act or procedure is about; subject codes; addressees
    STATEMENT_AUTHORS = "statement_authors"  # who made statements; did X
    REASON = "reason"  # why X voted so
    STATEMENT = "statement"  # what X states, as a whole or about a topic
    COMPARISON = "comparison"  # statements or votes of two or more, point by point
    QUOTATION = "quotation"  # the sentence itself; who said this
    FIGURE = "figure"  # a figure quoted in the record, and according to whom
    POOL_COMPUTATION = "pool_computation"  # coverage, shortfall, rate, equivalents
    PROVISION = "provision"  # which article or act is cited, for what
    DEFINITION = "definition"  # what a term means; how a rule works
    COVERAGE = "coverage"  # what the records hold; which procedures; help
    EVIDENCE = "evidence"  # how do you know; show me
    PASSAGE = "passage"  # anything else the records may speak of: nearest passages
    REFUSED = "refused"  # see ``refusal``


class Form(StrEnum):
    """The shape of the question, which decides how the direct reply begins."""

    WHO = "who"
    WHAT = "what"
    HOW = "how"
    HOW_MANY = "how_many"
    WHY = "why"
    WHEN = "when"
    WHERE = "where"
    WHICH = "which"
    YES_NO = "yes_no"
    LIST = "list"
    KEYWORDS = "keywords"


class Refusal(StrEnum):
    """Why a question cannot be answered whatever the records say."""

    EMPTY = "empty"
    UNCLEAR = "unclear"
    NON_MEMBER = "non_member"
    OTHER_BODY = "other_body"  # Parliament's vote, a national parliament, the Commission's college
    PERSON = "person"  # how a minister or official voted, private matters
    FUTURE = "future"
    OPINION = "opinion"
    OUT_OF_SCOPE = "out_of_scope"


class DateKind(StrEnum):
    """Which date of a procedure is meant."""

    OPENED = "opened"
    CLOSED = "closed"
    DOCUMENT = "document"
    ADOPTED = "adopted"
    ENTRY_INTO_FORCE = "entry_into_force"
    ALL = "all"


class PremiseKind(StrEnum):
    """What a question takes for granted; checked before anything is answered."""

    POSITION = "position"  # "why did Poland vote against": Poland voted against
    STATEMENT = "statement"  # "Portugal's statement"
    OUTCOME = "outcome"  # "why was it rejected"; "the veto"
    FIGURE = "figure"  # "Spain's 50 000 relocations"
    COUNT = "count"  # "the three states that voted against"
    DATE = "date"
    DOCUMENT = "document"  # "the corrigendum"
    RULE = "rule"  # "the unanimous decision"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number named in the question, with its unit where one is named."""

    value: Decimal
    unit: str | None


class Relation(StrEnum):
    """How a number of votes is held against another."""

    MORE = "more"
    AT_LEAST = "at_least"
    FEWER = "fewer"
    AT_MOST = "at_most"
    EXACTLY = "exactly"


@dataclass(frozen=True, slots=True)
class Bound:
    """What a number of votes is held against; without a number, the votes at the second position named."""

    relation: Relation
    number: int | None

    def holds(self, count: int | Fraction, other: int) -> bool:
        """Whether a number of votes stands so to another."""
        match self.relation:
            case Relation.MORE:
                return count > other
            case Relation.AT_LEAST:
                return count >= other
            case Relation.FEWER:
                return count < other
            case Relation.AT_MOST:
                return count <= other
            case Relation.EXACTLY:
                return count == other


@dataclass(frozen=True, slots=True)
class Switch:
    """A hypothetical: this state at this position instead.

    ``state`` is an ISO code or a group of voters, to be resolved against the vote: "@against",
    "@abstention", "@for", "@others".
    """

    state: str
    position: Position


@dataclass(frozen=True, slots=True)
class Period:
    """What of a date is named where not all of it is: "3 May", "May 2026", "2026"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def covers(self, when: datetime.date) -> bool:
        """Whether a day agrees with all that is named."""
        named = ((self.year, when.year), (self.month, when.month), (self.day, when.day))
        return all(part in {None, real} for part, real in named)


@dataclass(frozen=True, slots=True)
class Premise:
    """One thing the question takes for granted. Only the fields of its kind are set.

    ``negated`` turns a position around: "why did Poland not support it" takes for granted that
    Poland did not vote for. A figure's ``state`` is whose figure the question says it is, and one that
    is ``adopted`` the Council's; a date's ``date_kind`` is which of the dates it is said to be.
    """

    kind: PremiseKind
    state: str | None = None
    position: Position | None = None
    negated: bool = False
    amount: Amount | None = None
    adopted: bool | None = None
    date: datetime.date | None = None
    period: Period | None = None
    date_kind: DateKind | None = None
    document: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a question asks: a pure function of the question, the interface language and the previous one.

    ``states`` are named members (ISO codes), groups already resolved to theirs; ``groups`` keeps
    the names ("benelux"). ``excluded`` are states the question sets aside ("besides Hungary").
    ``others`` means "the rest", relative to what was named or asked before; ``earlier`` the version of a
    notice that no longer counts. ``negated`` asks for
    the complement ("who did not vote for"); of OUTCOME and WHAT_IF it says that failing is asked about.
    ``bound`` is what the number of votes is held against ("more than three").
    ``topics`` are concepts of the concept lexicon, ``matters`` what a vote is said to be on: policies of
    the matter lexicon, and codes of countries that titles of acts name.
    ``aspect`` narrows an intent (a computation id, a rule's name, "shortfall", "margin" …).
    ``carried`` names the slots taken over from the previous understanding. ``parts`` holds the
    single questions where several were asked in one. ``search_text`` is what retrieval sees.
    """

    question: str
    language: str
    intent: Intent
    form: Form
    states: tuple[str, ...] = ()
    non_members: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    others: bool = False
    earlier: bool = False
    positions: tuple[Position, ...] = ()
    negated: bool = False
    bound: Bound | None = None
    speaker: str | None = None
    topics: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()
    documents: tuple[DocumentNumber, ...] = ()
    procedure_files: tuple[ProcedureReference, ...] = ()
    provisions: tuple[Provision, ...] = ()
    dates: tuple[datetime.date, ...] = ()
    periods: tuple[Period, ...] = ()
    date_kind: DateKind | None = None
    amounts: tuple[Amount, ...] = ()
    switches: tuple[Switch, ...] = ()
    premises: tuple[Premise, ...] = ()
    aspect: str | None = None
    procedure: str | None = None
    refusal: Refusal | None = None
    search_text: str = ""
    carried: tuple[str, ...] = ()
    parts: tuple["Understanding", ...] = ()
