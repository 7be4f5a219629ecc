"""Typing errors: the known word an unknown one was most likely meant to be.

Knows edit distance and when it is safe: one clear nearest word, never between two states, never for
a politician's name ("stärker" is not Starmer), never for a word that exists (Iran is not Ireland).
"""

from collections.abc import Sequence
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.understanding import cues, everyday

_SHORTEST_TYPED = 4
_SHORTEST_NAME = 5
_SHORTEST_CUE = 6
_CLEAR_NAME = 6
_LONG_NAME = 8


@lru_cache(maxsize=20_000)
def corrected(word: str, language: str) -> str:
    """The word itself where it is known, short or unclear; else the known word it stands for."""
    known = cues.cues(language)
    if (
        len(word) < _SHORTEST_TYPED
        or not word.isalpha()
        or word in known.words | everyday.whole_words(language)
    ):
        return word
    if any(book.knows(word) for book in (known.book, known.interrogatives, known.topics)):
        return word
    names, positions, others = _candidates(language)
    if len(word) < _SHORTEST_NAME:
        return _nearest(word, positions, 1, known) or word
    name = _nearest(word, names, 2 if len(word) >= _LONG_NAME else 1, known)
    if name is not None and len(name) < _CLEAR_NAME and sorted(name) != sorted(word):
        name = None  # a short name is only meant by its own letters, swapped ("Itlay")
    position = _nearest(word, positions, 1, known)
    other = _nearest(word, others, 1, known) if len(word) >= _SHORTEST_CUE else None
    return name or position or other or word


def _nearest(word: str, candidates: Sequence[str], allowed: int, known: cues.Cues) -> str | None:
    """The one nearest candidate that begins with the same letter; None where two are as near."""
    near = process.extract(word, candidates, scorer=OSA.distance, score_cutoff=allowed, limit=4)
    best = near[0][1] if near else 0
    nearest = [found for found, distance, _ in near if distance == best and found[0] == word[0]]
    return nearest[0] if len({_meaning(found, known) for found in nearest}) == 1 else None


def _meaning(word: str, known: cues.Cues) -> str:
    """What tells two candidates apart: the state they name, else the word itself."""
    mark = known.book.longest([word], 0)
    tags = mark.tags if mark is not None else frozenset()
    states = sorted(
        tag[: len("state.XX")] for tag in tags if tag.startswith("state.") and tag.endswith(".name")
    )
    return states[0] if states else word


@cache
def _candidates(language: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The words a typing error may stand for: names of states, of positions, and the others."""
    known = cues.cues(language)
    words = sorted(word for word in {*known.words, *known.common} if len(word) >= _SHORTEST_NAME)
    names = tuple(word for word in words if _meaning(word, known) != word)
    positions = tuple(word for word in words if word not in names and _has_tag(word, known, ("position.",)))
    others = {word for word in words if not _has_tag(word, known, ("state.", "country.", cues.PERSON))}
    return names, positions, tuple(sorted(others - {*names, *positions}))


def _has_tag(word: str, known: cues.Cues, beginnings: tuple[str, ...]) -> bool:
    mark = known.book.longest([word], 0)
    return mark is not None and any(tag.startswith(beginnings) for tag in mark.tags)
