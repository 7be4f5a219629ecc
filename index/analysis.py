"""What of a text the lexical side looks at: words, their stems, their letters.

Knows the 24 languages: a stemmer where one exists, else the beginning of a word; stop words; and
that a number is one word however it is grouped. Case and accents do not count.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock

import snowballstemmer

_STEMMERS = {
    "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "et": "estonian", "fi": "finnish", "fr": "french", "ga": "irish", "hr": "serbian", "hu": "hungarian",
    "it": "italian", "lt": "lithuanian", "nl": "dutch", "pl": "polish", "pt": "portuguese",
    "ro": "romanian", "sv": "swedish",
}  # fmt: skip
_BEGINNING = 6  # letters that stand for a word in Bulgarian, Latvian, Maltese, Slovak and Slovene
_SHORTEST_STEMMED = 3
_STEMMING = Lock()  # a Snowball stemmer keeps the word it works on in itself
_GRAM_LENGTHS = (3, 5)  # with 4 too, the index is half as large again and finds no more
_WORDS_REMEMBERED = 1 << 16
_UNDECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i"})
_TOKEN = re.compile(r"(?P<number>\d{1,3}(?:[ \u00a0\u2009\u202f.,’']\d{3})+(?!\d)|\d+(?:[.,]\d+)?)|[^\W\d_]+")
_NOT_DIGITS = re.compile(r"\D")
_GROUPED = re.compile(r"\d{1,3}(?:\D\d{3})+")
_STOP_WORDS = Path(__file__).parent / "data" / "stop_words.toml"


def fold(text: str) -> str:
    """The text without case and accents.

    >>> fold("Übereinkunft, Łódź")
    'ubereinkunft, lodz'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_UNDECOMPOSED)


def words(text: str, language: str) -> Iterator[str]:
    """The words of a text that carry a topic, lower case, with their accents; numbers as one word.

    >>> list(words("the 30 000 relocations", "en"))
    ['30000', 'relocations']
    """
    stop_words = _stop_words().get(language, frozenset())
    for match in _TOKEN.finditer(text):
        word = match.group()
        if match["number"]:
            yield _number(word)
        elif _folded(word) not in stop_words:
            yield word.lower()


def word_terms(text: str, language: str) -> list[str]:
    """The terms of a text on the side of words: each word folded, and its stem marked as one.

    >>> word_terms("Relocations", "en")
    ['relocations', '~relocat']
    """
    return [term for word in words(text, language) for term in _terms_of(word, language)]


def letter_terms(text: str, language: str) -> list[str]:
    """The terms of a text on the side of letters: every three and every five in a row within a word."""
    return [gram for word in words(text, language) for gram in _grams_of(word)]


def tag_terms(concepts: str) -> list[str]:
    """The terms of concept tags, which no word can be mistaken for."""
    return [f"#{concept}" for concept in concepts.split()]


def _number(written: str) -> str:
    if _GROUPED.fullmatch(written):
        return _NOT_DIGITS.sub("", written)
    return written.replace(",", ".")


@lru_cache(maxsize=_WORDS_REMEMBERED)
def _folded(word: str) -> str:
    return fold(word)


@lru_cache(maxsize=_WORDS_REMEMBERED)
def _terms_of(word: str, language: str) -> tuple[str, ...]:
    folded = _folded(word)
    if len(folded) < _SHORTEST_STEMMED or folded[0].isdigit():
        return (folded,)
    return (folded, f"~{_stem(word, language)}")


def _stem(word: str, language: str) -> str:
    algorithm = _STEMMERS.get(language)
    if algorithm is None:
        return _folded(word)[:_BEGINNING]
    with _STEMMING:
        return fold(str(_stemmer(algorithm).stemWord(word)))


@lru_cache(maxsize=_WORDS_REMEMBERED)
def _grams_of(word: str) -> tuple[str, ...]:
    bounded = f"_{_folded(word)}_"
    return tuple(
        bounded[start : start + length]
        for length in _GRAM_LENGTHS
        for start in range(len(bounded) - length + 1)
    )


@cache
def _stemmer(algorithm: str) -> "snowballstemmer.stemmer":
    return snowballstemmer.stemmer(algorithm)


@cache
def _stop_words() -> dict[str, frozenset[str]]:
    listed = tomllib.loads(_STOP_WORDS.read_text("utf-8"))
    return {language: frozenset(fold(words).split()) for language, words in listed.items()}
