"""Phrases as the data files write them, compiled to patterns over folded text.

Folded text has no capitals and no accents, and exactly as many characters as the text it was
folded from, so that a place in one is a place in the other. In a phrase ``word*`` is a word
with any ending, ``(a|b)`` one or the other, ``[a]`` may be missing, ``~`` stands for up to
eight words of the same clause, ``~~`` for up to sixty (the title of an act) and ``…`` for up to
four with no comma between, ``#`` for a number in digits.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_KEPT_LETTERS = {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ς": "σ", "’": "'", "‘": "'", "ı": "i"}
_GAPS = {
    "~": r"(?:[^\s;:]+\s+){0,8}?",
    "~~": r"(?:[^\s;:,]+\s+){0,60}?",
    "…": r"(?:[^\s;:,]+\s+){0,4}?",
}
_SIGNS = {"*": r"\w*", "#": r"\d+"}
_SPELLED = re.compile(r"(?<!\\)([^\W\d_]+)(\\w\*|\(\?:(?!\\s))?")
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


def words_spelled_in(patterns: Iterable[re.Pattern[str]]) -> re.Pattern[str]:
    """The words that the phrases of compiled patterns spell out, without those a gap stands for.

    A word that goes on in any ending or in one of several is spelled out with whatever ending.

    >>> words = words_spelled_in([compile_phrases(["lehnt(e|en) ~ ab", "stimm* zu"])])
    >>> [word for word in ("lehnte", "nicht", "ab", "stimmten", "zur") if words.fullmatch(word)]
    ['lehnte', 'ab', 'stimmten']
    """
    spelled = {found.groups("") for pattern in patterns for found in _SPELLED.finditer(pattern.pattern)}
    body = "|".join(word + (r"\w*" if goes_on else "") for word, goes_on in sorted(spelled))
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)") if body else NEVER


def phrase_pattern(phrase: str) -> str:
    """The regular expression of one phrase."""
    return _sequence(fold(phrase))


def _sequence(phrase: str) -> str:
    """Words in a row: an optional word takes its space with it."""
    tokens = [token for token in _split(phrase, " ") if token]
    optional = [_is_optional(token) for token in tokens]
    fixed = [n for n, is_optional in enumerate(optional) if not is_optional and tokens[n] not in _GAPS]
    last = fixed[-1] if fixed else len(tokens)
    return "".join(
        _placed(token, is_optional, n, last)
        for n, (token, is_optional) in enumerate(zip(tokens, optional, strict=True))
    )


def _placed(token: str, is_optional: bool, place: int, last: int) -> str:
    if token in _GAPS:
        return _GAPS[token]
    if not is_optional:
        return _word(token) + (r"\s+" if place < last else "")
    inner = f"(?:{_alternatives(token[1:-1])})"
    return rf"(?:{inner}\s+)?" if place < last else rf"(?:\s+{inner})?"


def _word(token: str) -> str:
    """One word: letters, endings, digits, and groups of alternatives or attached options."""
    parts: list[str] = []
    at = 0
    while at < len(token):
        if token[at] in "([":
            end = _closing(token, at)
            parts.append(f"(?:{_alternatives(token[at + 1 : end])})" + ("?" if token[at] == "[" else ""))
            at = end + 1
        else:
            parts.append(_SIGNS.get(token[at], re.escape(token[at])))
            at += 1
    return "".join(parts)


def _alternatives(inner: str) -> str:
    """The longest first, since the first that fits is taken."""
    return "|".join(_sequence(each) for each in sorted(_split(inner, "|"), key=len, reverse=True))


def _is_optional(token: str) -> bool:
    return token.startswith("[") and _closing(token, 0) == len(token) - 1


def _closing(text: str, start: int) -> int:
    """Where the bracket that opens at ``start`` closes."""
    depth = 0
    for place in range(start, len(text)):
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(text[place], 0)
        if depth == 0:
            return place
    raise ValueError(f"phrase {text!r}: a bracket is not closed")


def _split(text: str, separator: str) -> list[str]:
    """Split outside brackets."""
    parts, depth, start = [], 0, 0
    for place, character in enumerate(text):
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(character, 0)
        if character == separator and depth == 0:
            parts.append(text[start:place])
            start = place + 1
    return [*parts, text[start:]]
