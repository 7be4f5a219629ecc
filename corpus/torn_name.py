"""Names of States of which a line is lost: their end stands at the beginning of a line, alone.

Knows the ends of names ("lands", "váquia"), where a line was joined to the one before by a space.
"""

import re
from collections.abc import Iterator
from functools import cache

from corpus.finding import Doubt
from corpus.lexicon import Lexicon
from corpus.phrase import fold
from corpus.reading import ReadingView
from corpus.state_names import name_words
from corpus.text import Span

_WORD = re.compile(r" (?P<word>[a-zß-ÿ\u0101-\u017f]{4,})(?=(?P<after>[^\n]{0,12}))")
_CLOSES = re.compile(r"\s*[,;.)]")
_SHORTEST = 4


def torn_names_in(view: ReadingView, unit: Span, lexicon: Lexicon) -> Iterator[Doubt]:
    """Ends of names without their beginning."""
    text = view.text[unit.start : unit.end]
    if text in {text.lower(), text.upper()}:
        return
    for found in _WORD.finditer(text):
        is_line_end = view.starts[unit.start + found.start()] == view.ends[unit.start + found.start()]
        if is_line_end and _is_torn(found, lexicon):
            yield "unknown_name", f"{found['word']!r} is but the end of a name", Span(*found.span("word"))


def _is_torn(found: re.Match[str], lexicon: Lexicon) -> bool:
    word = fold(found["word"])
    after = fold(found["after"])
    return word in _ends(lexicon.language) and bool(
        _CLOSES.match(after) or lexicon.vote.and_.match(after.lstrip())
    )


@cache
def _ends(language: str) -> frozenset[str]:
    """The ends of names that are no names themselves."""
    names = name_words(language)
    ends = {name[at:] for name in names for at in range(1, len(name) - _SHORTEST + 1)}
    return frozenset(ends - names)
