"""A number of votes held against another: "more than three", "at least 20", "more … than …".

Knows how a language compares (``data/comparators.toml``). Refuses to know how anybody voted.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from assistant.question import Bound, Form, Intent, PremiseKind, Relation, Understanding
from assistant.understanding.named_position import position_marks
from assistant.understanding.phrasebook import Mark, Phrasebook
from assistant.understanding.reading import Reading

_COUNTED = frozenset(
    {
        Intent.POSITION_LIST,
        Intent.POSITION_COUNT,
        Intent.TALLY,
        Intent.DEFINITION,
        Intent.PASSAGE,
        Intent.MAJORITY,
        Intent.COMPARISON,
        Intent.PARTICIPATION,
    }
)
_DATA = Path(__file__).parent.parent / "data" / "comparators.toml"
_WORDS = {
    "most": Relation.MORE,
    "more": Relation.MORE,
    "least": Relation.FEWER,
    "fewer": Relation.FEWER,
}
_THAN = "than"
_OUTNUMBERS = "outnumber"
_NUMBER = "number."
_SHARE = "percent"
_VOTES = (None, "state")
_NEAR = 2  # "more than the three countries": an article may stand between


def bounded(asked: Understanding, found: Reading) -> Understanding:
    """A number of votes held against another: a count, which takes no number for granted."""
    if asked.intent is Intent.MAJORITY and asked.form is Form.YES_NO:
        shares = any(amount.unit == _SHARE for amount in asked.amounts)
        return replace(asked, bound=bound_of(found)) if shares else asked
    if asked.form is not Form.YES_NO or not asked.positions or asked.states or asked.intent not in _COUNTED:
        return asked
    if found.has("object.population") or any(amount.unit not in _VOTES for amount in asked.amounts):
        return asked
    bound = bound_of(found)
    if bound is None:
        return asked
    premises_kept = tuple(p for p in asked.premises if p.kind is not PremiseKind.COUNT)
    return replace(
        asked, intent=Intent.POSITION_COUNT, bound=bound, premises=premises_kept, refusal=None, aspect=None
    )


def bound_of(reading: Reading) -> Bound | None:
    """What a number of votes is held against: a number, or the votes at the position named second."""
    marks = _book(reading.language).marks([token.folded for token in reading.tokens])
    for mark in marks:
        relation = next((Relation(tag) for tag in sorted(mark.tags) if tag in _RELATIONS), None)
        number = _number_after(mark, reading)
        if relation is not None and number is not None:
            return Bound(relation, number)
    return _between_positions(marks, reading)


def _between_positions(marks: tuple[Mark, ...], reading: Reading) -> Bound | None:
    """More abstentions than votes against: no number, but a "than" between two positions; or a verb."""
    voted = [mark.start for _, mark in position_marks(reading)]
    if len(voted) > 1 and any(_OUTNUMBERS in mark.tags for mark in marks):
        return Bound(Relation.MORE, None)
    than = [mark for mark in marks if _THAN in mark.tags]
    words = [(mark, name) for mark in marks for name in sorted(mark.tags & set(_WORDS))]
    for mark, name in words:
        middles = [middle for middle in than if mark.end <= middle.start]
        middles += [mark] if name in _RELATIONS else []  # "more than" between the two says both
        if any(len(voted) > 1 and voted[0] < middle.start < voted[-1] for middle in middles):
            return Bound(_WORDS[name], None)
    return None


def _number_after(mark: Mark, reading: Reading) -> int | None:
    for at in range(mark.end, min(mark.end + _NEAR, len(reading.tokens))):
        token = reading.tokens[at]
        if token.text.isdecimal():
            return int(token.text)
        named = [tag for m in reading.marks if m.start == at for tag in m.tags if tag.startswith(_NUMBER)]
        if named:
            return int(named[0].removeprefix(_NUMBER))
    return None


@cache
def _data() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(_DATA.read_text("utf-8"))


_RELATIONS = frozenset(relation.value for relation in Relation)


@cache
def _book(language: str) -> Phrasebook:
    book = Phrasebook()
    for name, phrases in _data().get(language, {}).items():
        for phrase in phrases:
            book.add(phrase, name)
    return book
