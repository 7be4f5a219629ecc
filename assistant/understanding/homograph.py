"""Words that are a state and something else once accents and capitals are dropped.

"Nemet" is a Hungarian no and "német" German; "viena" is a Lithuanian one and "Viena" Vienna.

Knows how the words for votes are spelt. Refuses to know what a question asks.
"""

from collections.abc import Sequence
from functools import cache

from assistant.understanding import cues
from assistant.understanding.phrasebook import Mark
from assistant.understanding.token import Token

_STATE, _POSITION, _NUMBER = "state.", "position.", "number."


def settled(marks: Sequence[Mark], tokens: Sequence[Token], language: str) -> list[Mark]:
    """The marks, each word that may be either taken for the one it is spelt as."""
    return [_counted(_settled(mark, tokens, language), tokens) for mark in marks]


def _counted(mark: Mark, tokens: Sequence[Token]) -> Mark:
    """A number that is also a capital is the number where it is written small."""
    is_both = _has(mark, _NUMBER) and _has(mark, _STATE)
    return _without(mark, _STATE) if is_both and tokens[mark.start].text.islower() else mark


def _settled(mark: Mark, tokens: Sequence[Token], language: str) -> Mark:
    if not (_has(mark, _STATE) and _has(mark, _POSITION)):
        return mark
    spelt = " ".join(token.text.casefold() for token in tokens[mark.start : mark.end])
    return _without(mark, _STATE if spelt in _votes(language) else _POSITION)


def _has(mark: Mark, kind: str) -> bool:
    return any(tag.startswith(kind) for tag in mark.tags)


def _without(mark: Mark, kind: str) -> Mark:
    return Mark(frozenset(tag for tag in mark.tags if not tag.startswith(kind)), mark.start, mark.end)


@cache
def _votes(language: str) -> frozenset[str]:
    """The words for votes, with their accents."""
    return frozenset(phrase.casefold() for tag, phrase in cues.phrases(language) if tag.startswith(_POSITION))
