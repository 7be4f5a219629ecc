"""What is asked of many votes at once: who never dissented, who changed sides, which act met most opposition.

Knows the words for it (``data/sweeps.toml``) and a table over them and the atoms of a question; the first row
that holds wins. Refuses to know which votes there are.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from assistant.question import Bound, Form, Relation
from assistant.understanding import atoms, comparator, form, reading
from assistant.understanding.condition import holds
from assistant.understanding.named_position import position_marks, positions_of
from assistant.understanding.phrasebook import Phrasebook
from assistant.understanding.reading import Reading
from assistant.understanding.token import cleaned
from corpus.model import Position


class Sweep(StrEnum):
    """What many votes together are asked for."""

    NEVER = "never"  # who never stood so
    LOYAL = "loyal"  # who always voted in favour
    UNBEATEN = "unbeaten"  # who never lost a vote
    WINNERS = "winners"  # who won every vote
    REPEATED = "repeated"  # who stood so more than once
    OUTVOTED = "outvoted"  # who lost votes, or which votes a state lost
    WON = "won"  # which votes a state was on the winning side of
    ONCE = "once"  # who stood so at least once
    TOGETHER = "together"  # how often two states stood alike
    TOTAL = "total"  # how many votes of a kind there were in all
    MOST = "most"  # which act had the most votes of a kind
    FEWEST = "fewest"
    DISSENTED = "dissented"  # which votes a state dissented in
    BOUNDED = "bounded"  # which acts had so many votes of a kind
    SILENT = "silent"  # which acts nobody made a statement on
    LATEST = "latest"  # which act was the last, or the first
    EARLIEST = "earliest"
    TURNED = "turned"  # who was for one act and against the other
    CHANGED = "changed"  # who stood differently in one act and in another
    ALIKE = "alike"  # whether a state stood in one act as in the other
    ONE_ALONE = "one_alone"  # who stood so in one of two acts alone
    EVERY = "every"  # who stood so in every one of the acts named


@dataclass(frozen=True, slots=True)
class Swept:
    """A question on many votes: what it is after, of which positions, in what shape."""

    sweep: Sweep
    positions: tuple[Position, ...]
    form: Form
    bound: Bound | None = None


_DATA = Path(__file__).parent.parent / "data" / "sweeps.toml"
_NEAR = 2  # "fewer yes votes": an adjective may stand between
_PREFIX = "sweep."
_PLAIN = "!hypothesis !object.statement !interrogative.why !object.say !object.explain !object.request"
_OF_STATES = "form.who|form.which|form.what|form.list|form.how_many|form.keywords|object.states"
_OF_ACTS = (
    "form.where|object.procedures|object.procedure|asks.act|asks.procedures|object.vote|form.which|form.what"
)

# fmt: off
_TABLE: tuple[tuple[str, Sweep], ...] = (
    (f"sweep.changed !state {_PLAIN}", Sweep.CHANGED),
    ("object.comparison|object.like|object.unlike|sweep.changed state !states !group !position !theme"
     f" {_PLAIN}", Sweep.ALIKE),
    (f"sweep.unlike position !state form.who|form.which|form.what|form.list|object.states {_PLAIN}",
     Sweep.ONE_ALONE),
    ("object.statement|object.author negated|negation.none|negation.no|hypothetical.without !state !position"
     " asks.procedures|object.procedures|asks.act !interrogative.why !hypothesis", Sweep.SILENT),
    (f"states object.like|object.comparison|object.unlike object.vote|object.position !position {_PLAIN}"
     " !theme !object.blocking !others", Sweep.TOGETHER),
    (f"sweep.minority state !position.for !position.abstention {_PLAIN}", Sweep.DISSENTED),
    (f"sweep.never sweep.lost !state {_OF_STATES} {_PLAIN}", Sweep.UNBEATEN),
    (f"sweep.always sweep.won !state {_OF_STATES} {_PLAIN}", Sweep.WINNERS),
    (f"sweep.lost !position.for !position.abstention {_PLAIN} !amount object.vote|object.procedures"
     "|object.procedure|asks.procedures|position.against|scope.often|sweep.anywhere|form.who",
     Sweep.OUTVOTED),
    (f"sweep.won state !position {_PLAIN} object.procedures|object.vote|asks.procedures", Sweep.WON),
    (f"sweep.repeatedly position !state {_OF_STATES} {_PLAIN}", Sweep.REPEATED),
    (f"sweep.always position.for !position.against !state !group {_OF_STATES} {_PLAIN}", Sweep.LOYAL),
    (f"sweep.never position !state !group {_OF_STATES} {_PLAIN}", Sweep.NEVER),
    ("sweep.anywhere negated|negation.none position !state !group object.states|form.which|form.list"
     f" {_PLAIN}", Sweep.NEVER),
    ("position.for position.against !position.abstention !state !group !scope.or !object.population"
     f" form.who|scope.any|form.which {_PLAIN}", Sweep.TURNED),
    (f"sweep.once position !state !group object.states|form.who|form.which {_PLAIN}", Sweep.ONCE),
    (f"sweep.bound position !state !group object.procedures|asks.procedures|asks.act {_PLAIN}",
     Sweep.BOUNDED),
    (f"sweep.latest !state !position {_PLAIN} !object.document !object.revision", Sweep.LATEST),
    (f"sweep.earliest !state !position {_PLAIN} !object.document !object.revision", Sweep.EARLIEST),
    (f"sweep.sum position !state !group !amount {_PLAIN} !asks.percent", Sweep.TOTAL),
    (f"sweep.contested !state {_OF_ACTS}|scope.or {_PLAIN}", Sweep.MOST),
    (f"sweep.fewest !state !object.states !form.how_many {_OF_ACTS} {_PLAIN}", Sweep.FEWEST),
    (f"sweep.most !state !object.states !scope.often !form.how_many {_OF_ACTS} {_PLAIN}", Sweep.MOST),
    (f"sweep.altogether form.how_many position !state !group !amount {_PLAIN}", Sweep.TOTAL),
    (f"sweep.each position !state !group form.who|form.which|form.list|form.what {_PLAIN}", Sweep.EVERY),
)
# fmt: on
_DISSENT = (Position.AGAINST, Position.ABSTENTION)


@lru_cache(maxsize=4096)
def swept(question: str, language: str) -> Swept | None:
    """What a question asks of many votes at once; None where it asks nothing of that kind."""
    found = reading.read(cleaned(question), language)
    shape = form.form_of(found)
    bound = comparator.bound_of(found) or _just_one(found)
    words = frozenset(_words(found)) | ({f"{_PREFIX}bound"} if bound and bound.number is not None else set())
    known = atoms.atoms_of(found, shape, ()) | words
    sweep = next((each for condition, each in _TABLE if holds(condition, known)), None)
    if sweep is None:
        return None
    voted = positions_of(found)
    is_dissent = f"{_PREFIX}contested" in words and voted != (Position.AGAINST,)
    named = _DISSENT if is_dissent else voted
    if sweep in {Sweep.MOST, Sweep.FEWEST} and len(named) > 1 and named != _DISSENT:
        return None
    return Swept(
        sweep, named or ((Position.FOR,) if sweep in {Sweep.MOST, Sweep.FEWEST} else ()), shape, bound
    )


def _just_one(found: Reading) -> Bound | None:
    """Only one vote against, a single no: just one."""
    is_one = found.has("number.1") and found.has("scope.only")
    return Bound(Relation.EXACTLY, 1) if is_one else None


def _words(found: Reading) -> Iterator[str]:
    """The tags of the words for many votes; of "more" and "fewer" only before votes or a position."""
    counted = [mark.start for mark in found.marks if "object.vote" in mark.tags]
    counted += [mark.start for _, mark in position_marks(found)]
    for mark in _book(found.language).marks([token.folded for token in found.tokens]):
        beside = any(mark.start <= at < mark.end + _NEAR for at in counted)
        yield from (f"{_PREFIX}{tag}" for tag in mark.tags if beside or tag not in {"most", "fewest"})


@cache
def _book(language: str) -> Phrasebook:
    book = Phrasebook()
    for name, phrases in _data().get(language, {}).items():
        for phrase in phrases:
            book.add(phrase, name)
    return book


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_DATA.read_text("utf-8"))
