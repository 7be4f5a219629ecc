"""Lengths of time: those a text names ("six months"), and the unit a question asks for ("how many months").

Knows the words for units and numbers in every language. Refuses to take a date for a length of time.
"""

import tomllib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from assistant.answer import Quantity
from assistant.understanding import cues, reading
from assistant.understanding.mention import mentions_in
from assistant.understanding.phrasebook import Phrasebook
from assistant.understanding.reading import Reading
from assistant.understanding.token import Token, tokenise

UNITS = ("day", "week", "month", "year")
_DATA = Path(__file__).parent.parent / "data" / "lengths_of_time.toml"
_HOW_MANY, _NUMBER = "interrogative.how_many", "number."
_NEXT = 2  # "how many more months", "combien de mois"
_LONGEST = 100


@lru_cache(maxsize=4096)
def durations_in(text: str, language: str) -> tuple[Quantity, ...]:
    """The lengths of time a text names, in digits or words; what is part of a date is none."""
    tokens = tokenise(text)
    dated = mentions_in(text, language).claimed
    units, numbers = _units(tokens, language), _numbers(tokens, language)
    found = (
        Quantity(numbers[at], units[unit])
        for at, unit in pairwise(range(len(tokens)))
        if at in numbers and unit in units and not any(s.start <= tokens[at].start < s.end for s in dated)
    )
    return tuple(dict.fromkeys(found))


def unit_asked(question: str, language: str) -> str | None:
    """The unit in which a length of time is asked for; None where none is."""
    return unit_in(reading.read(question, language))


def unit_in(found: Reading) -> str | None:
    """The unit in which a question read asks for a length of time."""
    units = _units(found.tokens, found.language)
    ends = [mark.end for mark in found.asking if _HOW_MANY in mark.tags]
    beside = (units.get(end + gap) for end in ends for gap in range(_NEXT + 1))
    return next((unit for unit in beside if unit is not None), None)


def asks_length(found: Reading) -> bool:
    """Whether a length of time is asked for."""
    return unit_in(found) is not None


def _units(tokens: Sequence[Token], language: str) -> Mapping[int, str]:
    marks = _book(language).marks([token.folded for token in tokens])
    return {mark.start: tag for mark in marks for tag in mark.tags}


def _numbers(tokens: Sequence[Token], language: str) -> Mapping[int, Decimal]:
    """The numbers that may count a length of time, by their last token."""
    marks = cues.cues(language).book.marks([token.folded for token in tokens])
    spelt = {
        mark.end - 1: Decimal(tag.removeprefix(_NUMBER))
        for mark in marks
        for tag in mark.tags
        if tag.startswith(_NUMBER)
    }
    written = {at: Decimal(token.text) for at, token in enumerate(tokens) if token.text.isdecimal()}
    return {at: number for at, number in {**spelt, **written}.items() if number <= _LONGEST}


@cache
def _book(language: str) -> Phrasebook:
    book = Phrasebook()
    for unit, words in tomllib.loads(_DATA.read_text("utf-8")).items():
        for word in words.get(language, ()):
            book.add(word, unit)
    return book
