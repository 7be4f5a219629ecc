"""How a language names the states: read once from its data file, ready to be matched.

Source: ``corpus/data/states/{language}.toml`` (names, inflections, adjectives) and
``corpus/data/not_a_state.toml`` (names that only contain a state's).
"""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from corpus.phrase import fold

DATA = Path(__file__).parent / "data"
_SHORTEST_WORD = 5
WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_KINDS = {"forms": "name", "adjectives": "adjective", "inhabitants": "inhabitant", "capital_forms": "capital"}


class MentionKind(StrEnum):
    """By which kind of word a state is named; an earlier kind wins where one word is two of them."""

    NAME = "name"
    ADJECTIVE = "adjective"
    INHABITANT = "inhabitant"
    CAPITAL = "capital"


@dataclass(frozen=True, slots=True)
class Naming:
    """A state as one word sequence names it; ``state`` is None for what only looks like one."""

    words: tuple[str, ...]
    state: str | None
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class StateNames:
    """All names a language has for states, by their first word.

    ``whole`` holds namings whose first word is complete, ``stems`` those whose only word may
    have any ending. ``phrases`` holds the forms sentences are worded with.
    """

    language: str
    whole: dict[str, tuple[Naming, ...]]
    stems: dict[str, tuple[Naming, ...]]
    stem_lengths: tuple[int, ...]
    phrases: dict[str, dict[str, str]]

    def starting_with(self, word: str) -> tuple[Naming, ...]:
        """The namings that may begin with this word, the longest first."""
        found = self.whole.get(word, ())
        for length in self.stem_lengths:
            if length > len(word):
                break
            found += self.stems.get(word[:length], ())
        return tuple(sorted(found, key=_precedence)) if len(found) > 1 else found


@cache
def state_names(language: str) -> StateNames:
    """The names of one language; none where the language has no data file."""
    tables = _read(DATA / "states" / f"{language}.toml")
    false_names: list[str] = _read(DATA / "not_a_state.toml").get(language, [])
    namings = [_naming(form, None, MentionKind.NAME) for form in false_names]
    phrases: dict[str, dict[str, str]] = {}
    for state, row in tables.items():
        phrases[state] = {key: value for key, value in row.items() if isinstance(value, str)}
        for field, kind in _KINDS.items():
            namings += [_naming(form, state, MentionKind(kind)) for form in row.get(field, [])]
    return _indexed(language, namings, phrases)


@cache
def name_words(language: str) -> frozenset[str]:
    """The words that names of states are made of, folded; short ones are left out."""
    namings = (naming for found in state_names(language).whole.values() for naming in found)
    words = (word for n in namings if n.kind is MentionKind.NAME for word in n.words)
    return frozenset(word for word in words if len(word) >= _SHORTEST_WORD and "*" not in word)


@cache
def name_pairs(language: str) -> frozenset[str]:
    """The pairs of words that stand one behind the other in names of states: "paises baixos"."""
    namings = (naming for found in state_names(language).whole.values() for naming in found)
    named = (naming.words for naming in namings if naming.kind is MentionKind.NAME)
    return frozenset(f"{first} {second}" for words in named for first, second in pairwise(words))


@cache
def languages_with_names() -> tuple[str, ...]:
    """The languages whose names of states are known."""
    return tuple(sorted(file.stem for file in (DATA / "states").glob("??.toml")))


def _indexed(language: str, namings: list[Naming], phrases: dict[str, dict[str, str]]) -> StateNames:
    whole: dict[str, list[Naming]] = {}
    stems: dict[str, list[Naming]] = {}
    for naming in namings:
        first = naming.words[0]
        if first.endswith("*"):
            stems.setdefault(first.rstrip("*"), []).append(naming)
        else:
            whole.setdefault(first, []).append(naming)
    return StateNames(
        language,
        {word: tuple(sorted(found, key=_precedence)) for word, found in whole.items()},
        {word: tuple(found) for word, found in stems.items()},
        tuple(sorted({len(stem) for stem in stems})),
        phrases,
    )


def _precedence(naming: Naming) -> tuple[int, bool, int]:
    return (-len(naming.words), naming.state is not None, list(MentionKind).index(naming.kind))


def _naming(form: str, state: str | None, kind: MentionKind) -> Naming:
    return Naming(tuple(fold(form).split()), state, kind)


def _read(path: Path) -> dict[str, Any]:  # Any: what TOML holds; its keys are those of the guide
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
