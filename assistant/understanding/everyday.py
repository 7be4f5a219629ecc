"""The everyday words of a language: what stands in any question and says nothing of its matter.

Knows the data file. Refuses to know what a question is about.
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from assistant.understanding.token import fold

_DATA = Path(__file__).parent.parent / "data" / "common_words.toml"
_ANY_ENDING = "*"


@cache
def table() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Every language prepared, with its words and what stands before a name."""
    return tomllib.loads(_DATA.read_text("utf-8"))


@cache
def whole_words(language: str) -> frozenset[str]:
    """The folded words written out in full: each is what it says, no typing error."""
    words = table().get(language, {}).get("words", ())
    return frozenset(fold(word) for word in words if _ANY_ENDING not in word)
