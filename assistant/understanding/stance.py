"""How somebody stands towards a matter: what a state fears, complains of, asks for, is grateful
for, or holds to depart from a rule.

Knows the words of each stance (``data/stances.toml``). Refuses to say what a sentence means beyond them.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from assistant.understanding.phrasebook import Phrasebook
from assistant.understanding.token import tokenise

_DATA = Path(__file__).parent.parent / "data" / "stances.toml"
CONCERN, COMPLAINT, REQUEST = "concern", "complaint", "request"
THANKS, DEPARTURE = "thanks", "departure"
STANCES = (DEPARTURE, CONCERN, COMPLAINT, REQUEST, THANKS)
"""The stances a question may ask for; a question that names several asks for the first of these."""
PREFIX = "stance."
SAYING = "object.say"
_OBLIGATION = "obligation"
_GAP = "…"


def phrases(language: str) -> Iterator[tuple[str, str]]:
    """Every (tag, phrase) by which a language asks for a stance; whoever takes one says something."""
    for name in STANCES:
        for phrase in table()[name].get(language, ()):
            yield f"{PREFIX}{name}", phrase
            yield SAYING, phrase


def within(phrase: str, language: str) -> frozenset[str]:
    """The stances that stand in a longer phrase of saying ("se queja de"), as tags."""
    words = [token.folded for token in tokenise(phrase)]
    marks = _told(language).marks(words) if len(words) > 1 else ()
    return frozenset(f"{PREFIX}{name}" for mark in marks for name in mark.tags)


def takes(text: str, language: str, stance: str) -> bool:
    """Whether a text of a language takes a stance."""
    words = [token.folded for token in tokenise(text)]
    marks = _told(language).marks(words)
    return any(stance in mark.tags for mark in marks) or any(
        _stand_in_order(parted, words) for parted in _parted(language, stance)
    )


@cache
def table() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The words of every stance by language, as written."""
    return tomllib.loads(_DATA.read_text("utf-8"))


def _stand_in_order(parted: Sequence[str], words: Sequence[str]) -> bool:
    """Whether words stand in a text in this order, with anything between them."""
    left = iter(words)
    return all(word in left for word in parted)


@cache
def _parted(language: str, stance: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of a stance with other words between theirs: "wijkt … af"."""
    parted = (phrase for phrase in table()[stance].get(language, ()) if _GAP in phrase)
    return tuple(tuple(t.folded for t in tokenise(p.replace(_GAP, " "))) for p in parted)


@cache
def _told(language: str) -> Phrasebook:
    """How a record of a language takes the stances: a demand is also told as what must be."""
    book = Phrasebook()
    for name in (*STANCES, _OBLIGATION):
        for phrase in table()[name].get(language, ()):
            if _GAP not in phrase:
                book.add(phrase, REQUEST if name == _OBLIGATION else name)
    return book
