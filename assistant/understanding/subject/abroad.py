"""Countries outside the Union by how their names begin, where case endings and adjectives hide the name.

"z Číny", "acero chino", "georgische". Knows names and their stems. Refuses to know what is asked of them:
only a country that a title names is looked for in a question.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile

from babel import Locale, UnknownLocaleError

from assistant.understanding import ordinary, state_forms
from assistant.understanding.named_position import positions_of
from assistant.understanding.phrasebook import Mark
from assistant.understanding.reading import Reading
from assistant.understanding.token import Token, fold, tokenise
from corpus.member_state import MEMBERS

_LONG, _SHORT = 6, 4  # letters of a name: a long one may lose two of them, a short one its last
_LONGEST_ENDING, _LONGEST_PEOPLE = 4, 7  # "Ukrainas", "ukrainalaiset"
_SHORTEST_STEM = 3
_TAG = "matter"
_VOTE, _PEOPLE = "object.vote", "unit.person"
_FALLBACK = "en"


@lru_cache(maxsize=4096)
def named_in(title: str, language: str) -> frozenset[str]:
    """The countries that words of a title written large begin like."""
    large = [token for token in tokenise(title) if token.text[:1].isupper()]
    found = (_country(token, language, _SHORTEST_STEM) for token in large[1:])
    return frozenset(code for code in found if code is not None)


def marks_in(found: Reading, named: frozenset[str]) -> tuple[Mark, ...]:
    """Where words that nothing explains begin like a country that titles name."""
    return tuple(
        Mark(frozenset({f"{_TAG}.{code}"}), at, at + 1)
        for at in ordinary.unexplained(found)
        for code in _countries(found.tokens[at], found.language)
        if code in named
    )


def with_voters(found: Reading) -> Reading:
    """A reading in which people who are said to vote are their country: "how did the Ukrainians vote?"."""
    named = found.entities
    if not found.has(_VOTE) or named.states or named.groups or named.non_members or positions_of(found):
        return found
    people = (found.tokens[mark.start] for mark in found.marks if _PEOPLE in mark.tags)
    voters = (_country(token, found.language, _SHORT, _LONGEST_PEOPLE) for token in people)
    codes = tuple(code for code in voters if code is not None)
    return replace(found, entities=replace(named, non_members=codes)) if codes else found


def _countries(token: Token, language: str) -> Iterator[str]:
    """What a word may name in its language, else in English."""
    for spoken in dict.fromkeys((language, _FALLBACK)):
        code = _country(token, spoken, _SHORTEST_STEM if spoken == language else _SHORT)
        if code is not None:
            yield code
            return


def _country(token: Token, language: str, shortest: int, longest_ending: int = _LONGEST_ENDING) -> str | None:
    """The country whose name shares the most letters with a word; none where two share as many."""
    shared: dict[str, int] = {}
    for code, name in _names(language):
        stem = name[: len(name) - (2 if len(name) >= _LONG else 1)]
        fits = len(stem) >= shortest and token.folded.startswith(stem)
        if fits and len(token.folded) <= len(name) + longest_ending:
            shared[code] = max(shared.get(code, 0), _shared(token.folded, name))
    longest = [code for code, length in shared.items() if length == max(shared.values())]
    return longest[0] if len(longest) == 1 else None


def _shared(word: str, name: str) -> int:
    """How many letters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, name, strict=False)))


@lru_cache(maxsize=64)
def _names(language: str) -> tuple[tuple[str, str], ...]:
    """The names of one word of four letters or more, folded, by country; small islands among them."""
    forms = [(form.iso2, form.text) for form in state_forms.countries(language)]
    forms += [(code, name) for code, name in _territories(language).items() if code not in MEMBERS]
    names = {(code, fold(name)) for code, name in forms if code is not None and name.isalpha()}
    return tuple(sorted(each for each in names if len(each[1]) >= _SHORT))


def _territories(language: str) -> dict[str, str]:
    """The names of countries by code; none of continents, nor for a language that is not known."""
    try:
        territories = Locale(language).territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {code: name for code, name in territories.items() if len(code) == 2 and code.isalpha()}
