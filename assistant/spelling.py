"""Typing errors: the known word an unknown one was most likely meant to be.

Knows edit distance and when it is safe: one clear nearest word, never between two states, never
for a word that exists (Iran is not Ireland, Australia not Austria).
"""

from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant import cues
from assistant.token import fold

_SHORTEST = 5
_LONG = 8


@lru_cache(maxsize=20_000)
def corrected(word: str, language: str) -> str:
    """The word itself where it is known, short or unclear; else the known word it stands for."""
    known = cues.cues(language)
    if len(word) < _SHORTEST or not word.isalpha() or word in known.words:
        return word
    if any(book.knows(word) for book in (known.book, known.interrogatives, known.topics)):
        return word
    allowed = 2 if len(word) >= _LONG else 1
    near = process.extract(word, _candidates(language), scorer=OSA.distance, score_cutoff=allowed, limit=3)
    if not near:
        return word
    best = near[0][1]
    nearest = [found for found, distance, _ in near if distance == best and found[0] == word[0]]
    meanings = {_meaning(found, known) for found in nearest}
    return nearest[0] if len(meanings) == 1 else word


def _meaning(word: str, known: cues.Cues) -> str:
    """What tells two candidates apart: the state they name, else the word itself."""
    mark = known.book.longest([word], 0)
    states = sorted(tag[: len("state.XX")] for tag in mark.tags if tag.startswith("state.")) if mark else []
    return states[0] if states else word


@lru_cache(maxsize=64)
def _candidates(language: str) -> tuple[str, ...]:
    known = cues.cues(language)
    long_enough = {word for word in known.words if len(word) >= _SHORTEST}
    return tuple(sorted(long_enough | {fold(word) for word in known.common if len(word) >= _SHORTEST}))
