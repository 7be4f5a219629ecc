"""Names in the alphabetical order of a language: Swedish has Österrike last, Maltese does not count "il-".

Knows the order of letters (``data/collation.toml``). Refuses to know any name.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from assistant.understanding.token import fold

_DATA = Path(__file__).parent.parent / "data" / "collation.toml"
_LONG = 3  # words of one or two letters keep their accents when folded
_BEFORE = 100  # a space stands before every letter that has a place


def order_of(name: str, language: str) -> tuple[tuple[int, ...], str]:
    """Where a name stands among others: by the letters of the language, then as written."""
    article = _table("article").get(language)
    bare = name.lower() if article is None else re.sub(rf"^{article}", "", name.lower())
    letters = tuple(_table("letters").get(language, "").split())
    pairs = [letter for letter in letters if len(letter) > 1]
    found = re.findall("|".join((*pairs, r"[^\W\d_]| ")), bare)
    return tuple(_place(letter, letters) for letter in found), name


def _place(letter: str, letters: Sequence[str]) -> int:
    """Where a letter stands in the language's own order, else its letter without accents; a space first."""
    if letter in letters:
        return letters.index(letter)
    plain = fold(letter * _LONG)[:1] or letter
    return letters.index(plain) if plain in letters else ord(plain) - _BEFORE


@cache
def _table(name: str) -> Mapping[str, str]:
    table: dict[str, str] = tomllib.loads(_DATA.read_text("utf-8"))[name]
    return table
