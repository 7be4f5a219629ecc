"""The sections of a lexicon: which lists of words a language must give, and what each means.

The guide with examples is in ``corpus/README.md``.
"""

import re
from dataclasses import dataclass

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class HourWords:
    """How an hour is written."""

    before: Pattern
    after: Pattern
    noon: Pattern
    midnight: Pattern
    afternoon: Pattern


@dataclass(frozen=True, slots=True)
class HeadingWords:
    """The labels and headings of a notice."""

    subject: Pattern
    contact: Pattern
    telephone: Pattern
    notice: Pattern
    statement: Pattern
    joint: Pattern
    on: Pattern
    annex: Pattern
    minutes: Pattern


@dataclass(frozen=True, slots=True)
class ProcedureWords:
    """How a written procedure begins and ends."""

    written: Pattern
    opened: Pattern
    closed: Pattern
    end: Pattern
    extended: Pattern
    deadline: Pattern
    withdrawn: Pattern
    no_result: Pattern
    silence: Pattern
    opening: Pattern


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """Whether the majority was reached and the act adopted."""

    adopted: Pattern
    not_adopted: Pattern
    reached: Pattern
    not_reached: Pattern
    all_acts: Pattern
    label: Pattern
    label_not: Pattern


@dataclass(frozen=True, slots=True)
class MajorityWords:
    """The names of the majority rules."""

    qualified: Pattern
    unanimity: Pattern
    simple: Pattern
    reinforced: Pattern
    any: Pattern


@dataclass(frozen=True, slots=True)
class StanceWords:
    """The words of one position.

    ``verb``: voters come before or after. ``noun``: voters come after ("abstentions of …").
    ``particle``: means the position only beside a verb of voting. ``label``: only in a table,
    before a colon or between brackets.
    """

    verb: Pattern
    noun: Pattern
    particle: Pattern
    label: Pattern


@dataclass(frozen=True, slots=True)
class VoteWords:
    """The words around positions: who votes, who does not, and who only happens to be named."""

    verbs: Pattern
    all: Pattern
    every: Pattern
    none: Pattern
    neither: Pattern
    negation: Pattern
    rest: Pattern
    except_: Pattern
    and_: Pattern
    like: Pattern
    including: Pattern
    articles: Pattern
    of: Pattern
    delegation: Pattern
    transparent: Pattern
    separators: Pattern
    mutual: Pattern
    former: Pattern
    latter: Pattern
    so_did: Pattern
    not_this_vote: Pattern
    formerly: Pattern
    announced: Pattern
    before_other: Pattern
    after_other: Pattern
    hedged: Pattern


@dataclass(frozen=True, slots=True)
class SpeakerWords:
    """How a statement names its own author, and others."""

    self: Pattern
    commission: Pattern
    council: Pattern
    reports: Pattern
    instead: Pattern
    earlier: Pattern


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Multipliers and hedges of numbers."""

    thousand: Pattern
    million: Pattern
    billion: Pattern
    at_least: Pattern
    about: Pattern
    at_most: Pattern


@dataclass(frozen=True, slots=True)
class ReferenceWords:
    """How provisions and documents are cited."""

    document: Pattern
    article: Pattern
    paragraph: Pattern
    subparagraph: Pattern
    point: Pattern
    of: Pattern
    regulation: Pattern
    directive: Pattern
    decision: Pattern
    rules_of_procedure: Pattern
    tfeu: Pattern
    teu: Pattern
    this_act: Pattern
