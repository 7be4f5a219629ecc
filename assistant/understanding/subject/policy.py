"""The lexicon of what the Council votes on: policies, things and deeds, by their words in every language.

Knows the words (``data/matters``). Refuses to know which procedure is meant: that is ``scope.py``.
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from assistant.understanding.phrasebook import Mark, Phrasebook
from assistant.understanding.token import tokenise

_FOLDER = Path(__file__).parent.parent.parent / "data" / "matters"
_INDEX = "index"
_FALLBACK = "en"


def marks_in(words: Sequence[str], language: str) -> tuple[Mark, ...]:
    """What folded words name as voted on, each tagged with its names; one name may stand within another."""
    book = _book(language)
    found = (book.longest(words, at) for at in range(len(words)))
    return tuple(mark for mark in found if mark is not None)


@lru_cache(maxsize=8192)
def named(text: str, language: str) -> frozenset[str]:
    """Everything of the lexicon that a text names."""
    words = [token.folded for token in tokenise(text)]
    return frozenset(tag for mark in marks_in(words, language) for tag in mark.tags)


def fields_in(words: Sequence[str], language: str) -> frozenset[str]:
    """The whole fields of policy that folded words name."""
    named = {tag for mark in marks_in(words, language) for tag in mark.tags}
    return fields() & named


def names() -> frozenset[str]:
    """Every name of the lexicon."""
    return frozenset(name for kind in ("fields", "things", "deeds") for name in _listed(kind))


def fields() -> frozenset[str]:
    """The whole fields of policy."""
    return frozenset(_listed("fields"))


def deeds() -> frozenset[str]:
    """What acts do with their matter: an appointment, a suspension."""
    return frozenset(_listed("deeds"))


def called(name: str, language: str) -> str:
    """What a name of the lexicon is called: the first whole term of the language, else the name in words."""
    terms = words_of(language).get(name, ())
    return next((term for term in terms if "*" not in term), name.replace("_", " "))


def titled_only() -> frozenset[str]:
    """Things and deeds: too common as words to speak of an act unless a title names them."""
    return frozenset((*_listed("things"), *_listed("deeds")))


def telling() -> frozenset[str]:
    """The things that tell one act from another: a fish, a sea, a body."""
    return frozenset(_listed("things")).difference(_listed("vague"))


def of_codes(codes: frozenset[str]) -> frozenset[str]:
    """The names that subject codes of a notice stand for."""
    return frozenset(name for name, own in _index()["codes"].items() if codes.intersection(own))


def unless(name: str) -> frozenset[str]:
    """The tags beside which a word of that name says nothing of an act."""
    return frozenset(_index()["unless"].get(name, ()))


def words_of(language: str) -> Mapping[str, list[str]]:
    """The words of a language by name; none for a language without a file."""
    path = _FOLDER / f"{language}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}


@cache
def _listed(kind: str) -> tuple[str, ...]:
    """The names of a kind."""
    return tuple(tomllib.loads((_FOLDER / f"{_INDEX}.toml").read_text("utf-8"))[kind])


@cache
def _index() -> Mapping[str, Mapping[str, list[str]]]:
    document = tomllib.loads((_FOLDER / f"{_INDEX}.toml").read_text("utf-8"))
    return {table: document[table] for table in ("codes", "unless")}


@cache
def _book(language: str) -> Phrasebook:
    """The words of a language, and of English, from which everybody borrows."""
    book = Phrasebook()
    for spoken in sorted({language, _FALLBACK}):
        for name, terms in words_of(spoken).items():
            for term in terms:
                book.add(term, name)
    return book
