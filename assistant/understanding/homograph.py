"""Words that are two things once accents and capitals are dropped.

"Nemet" is a Hungarian no and "német" German; "viena" is a Lithuanian one and "Viena" Vienna.

Knows how the words for votes are spelt. Refuses to know what a question asks.
"""

from collections.abc import Sequence
from functools import cache

from assistant.understanding import cues
from assistant.understanding.phrasebook import Mark
from assistant.understanding.token import Token

_STATE, _POSITION, _NUMBER = "state.", "position.", "number."
_WOULD, _WHETHER = "hypothetical.would", "interrogative.yes_no"


def settled(marks: Sequence[Mark], tokens: Sequence[Token], language: str) -> list[Mark]:
    """The marks, each word that may be either taken for the one it is spelt as."""
    told = (_indicative(mark, tokens, language) for mark in marks)
    return [_counted(_settled(mark, tokens, language), tokens) for mark in told if mark.tags]


def _indicative(mark: Mark, tokens: Sequence[Token], language: str) -> Mark:
    """A verb that supposes only with its accents, spelt without: "waren dagegen" tells, "wären" supposes."""
    if not _has(mark, _WOULD):
        return mark
    spelt = _spelt(mark, tokens)
    tells = spelt in _phrases(language, _WHETHER) and spelt not in _phrases(language, _WOULD)
    return _without(mark, _WOULD) if tells else mark


def _counted(mark: Mark, tokens: Sequence[Token]) -> Mark:
    """A number that is also a capital is the number where it is written small."""
    is_both = _has(mark, _NUMBER) and _has(mark, _STATE)
    return _without(mark, _STATE) if is_both and tokens[mark.start].text.islower() else mark


def _settled(mark: Mark, tokens: Sequence[Token], language: str) -> Mark:
    if not (_has(mark, _STATE) and _has(mark, _POSITION)):
        return mark
    votes = _phrases(language, _POSITION)
    return _without(mark, _STATE if _spelt(mark, tokens) in votes else _POSITION)


def _spelt(mark: Mark, tokens: Sequence[Token]) -> str:
    return " ".join(token.text.casefold() for token in tokens[mark.start : mark.end])


def _has(mark: Mark, kind: str) -> bool:
    return any(tag.startswith(kind) for tag in mark.tags)


def _without(mark: Mark, kind: str) -> Mark:
    return Mark(frozenset(tag for tag in mark.tags if not tag.startswith(kind)), mark.start, mark.end)


@cache
def _phrases(language: str, kind: str) -> frozenset[str]:
    """The phrases of a kind, with their accents."""
    return frozenset(phrase.casefold() for tag, phrase in cues.phrases(language) if tag.startswith(kind))
