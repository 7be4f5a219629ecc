"""Words that are a state and a vote once accents are dropped: "nemet" (no) and "német" (German).

Knows how the words for votes are spelt. Refuses to know what a question asks.
"""

from collections.abc import Sequence
from functools import cache

from assistant.understanding import cues
from assistant.understanding.phrasebook import Mark
from assistant.understanding.token import Token

_STATE, _POSITION = "state.", "position."


def settled(marks: Sequence[Mark], tokens: Sequence[Token], language: str) -> list[Mark]:
    """The marks, each word that may be either taken for the one it is spelt as."""
    return [_settled(mark, tokens, language) if _is_both(mark) else mark for mark in marks]


def _is_both(mark: Mark) -> bool:
    return all(any(tag.startswith(kind) for tag in mark.tags) for kind in (_STATE, _POSITION))


def _settled(mark: Mark, tokens: Sequence[Token], language: str) -> Mark:
    spelt = " ".join(token.text.casefold() for token in tokens[mark.start : mark.end])
    left_out = _STATE if spelt in _votes(language) else _POSITION
    return Mark(frozenset(tag for tag in mark.tags if not tag.startswith(left_out)), mark.start, mark.end)


@cache
def _votes(language: str) -> frozenset[str]:
    """The words for votes, with their accents."""
    return frozenset(phrase.casefold() for tag, phrase in cues.phrases(language) if tag.startswith(_POSITION))
