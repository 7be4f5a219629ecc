"""A question as tokens: words, numbers and marks, folded so that case and accents do not count.

Knows characters. Refuses to know words of any language.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\s\w'’‘`´\"“”„«»*_\-‐‑]")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_SHORT = 2
_LETTERS = str.maketrans(
    {"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i", "ŧ": "t"}
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a run of digits or one mark, where it stands, and its folded form."""

    text: str
    folded: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.text[0].isalpha()

    @property
    def is_number(self) -> bool:
        """Whether it is a run of digits."""
        return self.text[0].isdecimal()


def cleaned(text: str) -> str:
    """The text composed (NFC), without invisible characters and lone surrogates."""
    whole = text.encode("utf-8", "ignore").decode("utf-8")
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", whole))


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """A word without case and accents; in words of one or two letters the accent tells them apart.

    >>> fold("Łotwę"), fold("España"), fold("Größe"), fold("è"), fold("e")
    ('lotwe', 'espana', 'grosse', 'è', 'e')
    """
    lowered = word.casefold()
    if lowered.isascii() or len(lowered) <= _SHORT:
        return lowered
    parts = unicodedata.normalize("NFKD", lowered.translate(_LETTERS))
    return "".join(part for part in parts if not unicodedata.combining(part))


def tokenise(text: str) -> tuple[Token, ...]:
    """The tokens of a cleaned text, in order; quotation marks, apostrophes and hyphens only separate.

    >>> [token.folded for token in tokenise("Spain's vote?")]
    ['spain', 's', 'vote', '?']
    """
    return tuple(
        Token(found[0], fold(found[0]) or found[0], found.start(), found.end())
        for found in _TOKEN.finditer(text)
    )
