"""Whom a question names by others: those who voted together with them, and the rest of a group.

"We Belgians, had we voted no together with the Dutch", "and the other two Baltics?". Knows the words that
join and the group that is left when one of it was spoken of. Refuses to know how anybody voted.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from assistant.question import Form, Intent, Understanding
from assistant.understanding.reading import Reading
from assistant.understanding.token import tokenise

_DATA = Path(__file__).parent.parent / "data" / "companions.toml"
_PARTING = frozenset({"hypothetical.if", "hypothetical.would", "hypothetical.instead"})
_LIKE = "like"
_BEHIND = 3  # "Ruotsin kanssa": what joins may stand behind those it joins
_BRIEF = 8
_BESIDE = (3, 2)  # "the other two small Baltics", "an dá stát Bhaltacha eile": before and behind a group


def are_joined(reading: Reading, vote: int, state: int) -> bool:
    """Whether a state behind a vote is said to have voted so too; nothing else may be supposed between."""
    if any(vote < mark.start < state and mark.tags & _PARTING for mark in reading.marks):
        return False
    return _stands_in("with", reading, vote, state + _BEHIND)


def rest_of_group(asked: Understanding, reading: Reading, before: tuple[str, ...]) -> Understanding:
    """The other two Baltics: a group without whom it was spoken of before, who are not "the others"."""
    grouped = next((mention for mention in reading.entities.mentions if mention.group), None)
    if grouped is None or asked.excluded:
        return asked
    start, end = max(grouped.at - _BESIDE[0], 0), grouped.end + _BESIDE[1]
    own = (m for m in reading.entities.mentions if m.group is None and m.at < grouped.at)
    told = {*before, *(state for mention in own for state in mention.states)}
    rest = tuple(state for state in grouped.states if state not in told)
    is_part = 0 < len(rest) < len(grouped.states) and _stands_in("other", reading, start, end)
    return replace(asked, states=rest, others=False) if is_part else asked


def alongside(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """And who else with him: the others at the position asked about, or at that of whoever was spoken of."""
    asks = fresh.others and fresh.form in {Form.WHO, Form.WHICH, Form.LIST, Form.KEYWORDS}
    own = fresh.states or fresh.positions or fresh.topics or fresh.amounts or reading.length > _BRIEF
    of_vote = previous.intent is Intent.STATE_POSITION and bool(previous.states)
    if not asks or own or not of_vote or not _stands_in("with", reading, 0, len(reading.words)):
        return None
    listed = replace(
        fresh, intent=Intent.POSITION_LIST, others=False, speaker=None, refusal=None, premises=()
    )
    if previous.positions and not previous.negated:
        kept = replace(
            listed, premises=(), positions=previous.positions, excluded=previous.states, aspect=None
        )
        return replace(kept, carried=("positions", "excluded"))
    return replace(listed, states=previous.states, aspect=_LIKE, carried=("states",))


def _stands_in(kind: str, reading: Reading, start: int, end: int) -> bool:
    """Whether words of a kind stand in a stretch of a question."""
    words, phrases = reading.words[start:end], _phrases(kind, reading.language)
    return any(words[at : at + len(phrase)] == phrase for phrase in phrases for at in range(len(words)))


@cache
def _phrases(kind: str, language: str) -> tuple[tuple[str, ...], ...]:
    """The words of a kind in a language, folded."""
    listed = _table()[kind].get(language, ())
    return tuple(tuple(token.folded for token in tokenise(phrase)) for phrase in listed)


@cache
def _table() -> Mapping[str, Mapping[str, Sequence[str]]]:
    return tomllib.loads(_DATA.read_text("utf-8"))
