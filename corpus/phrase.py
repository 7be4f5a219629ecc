"""Phrases as the data files write them, compiled to patterns over folded text.

Folded text has no capitals and no accents, and exactly as many characters as the text it was
folded from, so that a place in one is a place in the other. In a phrase ``word*`` is a word
with any ending, ``(a|b)`` one or the other, ``[a]`` may be missing, ``~`` stands for up to
eight words of the same clause, ``…`` for up to four with no comma between, ``#`` for a number
in digits.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_KEPT_LETTERS = {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ς": "σ", "’": "'", "‘": "'", "ı": "i"}
_GAP = r"(?:\s+[^\s;:]+){0,8}?\s+"
_SHORT_GAP = r"(?:\s+[^\s;:,]+){0,4}?\s+"
NEVER = re.compile(r"(?!)")


@lru_cache(maxsize=4096)
def _folded_character(character: str) -> str:
    lowered = character.lower()[:1] or character
    plain = unicodedata.normalize("NFD", lowered)[:1]
    return _KEPT_LETTERS.get(lowered, plain)


class _Folding(dict[int, str]):
    """A translation table that learns each character when it first meets it."""

    def __missing__(self, code: int) -> str:
        folded = _folded_character(chr(code))
        self[code] = folded
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The text in small letters without accents, character for character.

    >>> fold("Österreich, Łotwa, ΣΤΟΣ")
    'osterreich, lotwa, στοσ'
    """
    return text.translate(_FOLDING)


def compile_phrases(phrases: Iterable[str], *, bounded: bool = True) -> re.Pattern[str]:
    """One pattern that finds any of the phrases in folded text, the longest first.

    >>> compile_phrases(["vot* [clearly] against"]).search("it voted clearly against").group()
    'voted clearly against'
    """
    ordered = sorted(phrases, key=len, reverse=True)
    if not ordered:
        return NEVER
    body = "|".join(phrase_pattern(phrase) for phrase in ordered)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)" if bounded else body)


def phrase_pattern(phrase: str) -> str:
    """The regular expression of one phrase."""
    pattern = re.sub(r"\s+", " ", fold(phrase).strip())
    pattern = re.sub(r"([.+?^$\\{}])", r"\\\1", pattern)
    pattern = pattern.replace(" ~ ", "\0").replace(" … ", "\1").replace("*", r"\w*").replace("#", r"\d+")
    pattern = re.sub(r"\((?!\?)", "(?:", pattern)
    pattern = re.sub(r" \[([^\[\]]*)\]", r"(?: (?:\1))?", pattern)
    pattern = re.sub(r"\[([^\[\]]*)\] ?", r"(?:(?:\1) )?", pattern)
    return pattern.replace(" ", r"\s+").replace("\0", _GAP).replace("\1", _SHORT_GAP)
