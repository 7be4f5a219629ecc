"""Whom a question names: Member States, other countries, groups, and states set aside.

Knows ISO codes, adjectives, inhabitants and capitals as ways to name a government. Refuses to
know what is asked about them.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from assistant.counting import roster
from assistant.understanding.phrasebook import Mark
from assistant.understanding.token import Token
from corpus.member_state import MEMBERS

_PRESIDENCY = "group.presidency"
_GROUPS = Path(__file__).parent.parent / "data" / "groups.toml"
_KEYWORDS = 4
_UNION = {("ES", "lv"), ("ES", "lt"), ("EL", "et")}  # "Eiropas Savienība", "Europos Sąjunga", "Euroopa Liit"
_CODES = {"EL": "GR", "UK": "GB"}
_LARGEST = frozenset({"group.big", "scope.largest"})
_SMALLEST = frozenset({"group.small", "scope.smallest"})
_NUMBER = "number."
EXCLUDING = "scope.excluding"


@dataclass(frozen=True, slots=True)
class Mention:
    """A state or group named at a token; ``states`` are the members meant."""

    states: tuple[str, ...]
    at: int
    end: int
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Entities:
    """Who is named, in the order of the question."""

    mentions: tuple[Mention, ...]
    excluded: tuple[str, ...]
    non_members: tuple[str, ...]
    is_spelled_out: bool = False  # "the southern countries: Spain, Italy": the group is said to be these

    @property
    def states(self) -> tuple[str, ...]:
        """The members named and not set aside, groups resolved."""
        mentions = [mention for mention in self.mentions if not (mention.group and self.is_spelled_out)]
        named = dict.fromkeys(state for mention in mentions for state in mention.states)
        return tuple(state for state in named if state not in self.excluded)

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of the groups."""
        return tuple(dict.fromkeys(mention.group for mention in self.mentions if mention.group))


def entities_in(tokens: Sequence[Token], marks: Sequence[Mark]) -> Entities:
    """Whom a question names."""
    mentions: list[Mention] = []
    excluded: list[str] = []
    others: list[str] = []
    setting_aside = -1
    behind: tuple[str, ...] = ()
    for mark in marks:
        if EXCLUDING in mark.tags:
            setting_aside = mark.end
            behind = _listed_before(mentions, tokens, marks, mark.start)
            continue
        if _names_presidency(mark, marks):
            continue
        mention = _ranked(mark, tokens, marks) or _mention(mark)
        if mention is not None:
            mentions.append(mention)
            between = tokens[setting_aside : mark.start] if setting_aside >= 0 else ()
            if setting_aside >= 0 and _is_enumeration(between, marks, setting_aside, mark.start):
                excluded.extend(mention.states)
                setting_aside = mark.end
                behind = ()
        others.extend(tag.split(".")[1] for tag in sorted(mark.tags) if tag.startswith("country."))
    excluded.extend(behind)
    spelled_out = any(
        mention.group is not None and any(token.text == ":" for token in tokens[mention.end : later.at])
        for mention, later in pairwise(mentions)
        if later.group is None
    )
    return Entities(
        tuple(mentions), tuple(dict.fromkeys(excluded)), tuple(dict.fromkeys(others)), spelled_out
    )


def _names_presidency(mark: Mark, marks: Sequence[Mark]) -> bool:
    """Whether a state only says whose presidency is meant ("praises the Danish presidency")."""
    if not any(tag.startswith("state.") for tag in mark.tags):
        return False
    voted = any(tag.startswith(("object.vote", "position.")) for other in marks for tag in other.tags)
    beside = any(_PRESIDENCY in other.tags and mark.end == other.start for other in marks)
    adjective = any(tag.endswith(".adjective") for tag in mark.tags)
    behind = any(_PRESIDENCY in other.tags and mark.start - other.end in {0, 1} for other in marks)
    return not voted and (beside or (adjective and behind))


def _listed_before(
    mentions: Sequence[Mention], tokens: Sequence[Token], marks: Sequence[Mark], at: int
) -> tuple[str, ...]:
    """The states listed directly before a word that sets aside: "Unkarin ja Slovakian lisäksi"."""
    listed: tuple[str, ...] = ()
    for mention in reversed(mentions):
        if mention.end != at and not (
            listed and _is_enumeration(tokens[mention.end : at], marks, mention.end, at)
        ):
            break
        listed = (*mention.states, *listed)
        at = mention.at
    return listed


def code_marks(text: str, tokens: Sequence[Token], words: frozenset[str], language: str) -> tuple[Mark, ...]:
    """ISO codes: in capitals where the rest is not, or as a keyword that is no word of the language."""
    letters = [letter for letter in text if letter.isalpha()]
    shouting = sum(letter.isupper() for letter in letters) > len(letters) * 0.6
    few = sum(token.is_word for token in tokens) <= _KEYWORDS
    found: list[Mark] = []
    for index, token in enumerate(tokens):
        code = _CODES.get(token.text.upper(), token.text.upper())
        is_union = (token.text, language) in _UNION
        known = len(token.text) == 2 and not is_union and (code in MEMBERS or code == "GB")
        is_word = token.folded in words
        if known and ((token.text.isupper() and not (shouting and is_word)) or (few and not is_word)):
            scope = "state" if code in MEMBERS else "country"
            found.append(Mark(frozenset({f"{scope}.{code}.name"}), index, index + 1))
    return tuple(found)


def _mention(mark: Mark) -> Mention | None:
    for tag in sorted(mark.tags):
        scope, _, rest = tag.partition(".")
        if scope == "state":
            return Mention((rest.split(".")[0],), mark.start, mark.end)
        if scope == "group":
            return Mention(_members_of().get(rest, ()), mark.start, mark.end, rest)
    return None


def _ranked(mark: Mark, tokens: Sequence[Token], marks: Sequence[Mark]) -> Mention | None:
    """The four largest states: as many as the number before them says, by population."""
    count = _number_beside(mark, tokens, marks) if mark.tags & (_LARGEST | _SMALLEST) else None
    if count is None:
        return None
    ranked = _by_population()
    chosen = ranked[:count] if mark.tags & _LARGEST else ranked[::-1][:count]
    return Mention(chosen, mark.start, mark.end)


def _number_beside(mark: Mark, tokens: Sequence[Token], marks: Sequence[Mark]) -> int | None:
    """The number beside a mark, in digits or words, where it is one of several members.

    It stands right before it, one word before ("na ceithre thír is mó") or right behind it.
    """
    beside = [mark.start - 1, mark.start - 2, mark.end]
    written = [tokens[at].text for at in beside if 0 <= at < len(tokens)]
    named = {tag for m in marks if m.start in beside for tag in m.tags if tag.startswith(_NUMBER)}
    numbers = [int(text) for text in written if text.isdecimal()]
    numbers += [int(tag.removeprefix(_NUMBER)) for tag in sorted(named)]
    return next((number for number in numbers if 1 < number < len(_by_population())), None)


def _is_enumeration(between: Sequence[Token], marks: Sequence[Mark], start: int, end: int) -> bool:
    """Whether only articles, commas and "and" stand between: nothing that begins another thought."""
    thoughts = any(
        start <= mark.start < end and not all(tag.startswith("follow_up") for tag in mark.tags)
        for mark in marks
    )
    return len(between) <= 3 and not thoughts


@cache
def _members_of() -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(states) for name, states in tomllib.loads(_GROUPS.read_text("utf-8")).items()}


@cache
def _by_population() -> tuple[str, ...]:
    """The members in the latest table of population shares, the most populous first."""
    shares = roster.population_shares(roster.population_years()[-1]) or {}
    return tuple(sorted(shares, key=lambda state: (-shares[state].percent, state)))
