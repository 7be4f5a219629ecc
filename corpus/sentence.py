"""Where sentences end: a partition of a stretch of the reading view.

Knows stops, abbreviations, ordinals and dates. A paragraph is already whole in the view, so
that a sentence cut by a page break is one sentence here.
"""

import re
from collections.abc import Iterator, Sequence

from corpus.lexicon import Lexicon
from corpus.text import Span

_STOP = re.compile(r"[.!?…]+[\"')\]*]*(?=\s+[\"'(\[]*[^\W_a-zß-ÿ]|\s*\n|\s*$)")
_STOP_IN_SMALL_LETTERS = re.compile(r"[.!?…]+[\"')\]*]*(?=\s+[\"'(\[]*\w|\s*$)")
_LAST_WORD = re.compile(r"[^\s(\"'\[]+$")
_SPACE = re.compile(r"\s*")
_LABEL = re.compile(r"\s*(?:\(?(?:\d{1,3}|[a-z]|[ivxIVX]{1,4})[.)]|[-•–—·*▪])\s+")
_NEXT_WORD = re.compile(r"\s+[\"'(\[]*([^\s]+)")


def sentences_in(text: str, folded: str, lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    """The ranges of the sentences of a text, one after another, that together are the whole text."""
    starts = [0, *_starts(text, folded, lexicon)]
    return tuple(zip(starts, [*starts[1:], len(text)], strict=True))


def split_after(units: Sequence[Span], characters: int) -> tuple[Sequence[Span], Sequence[Span]]:
    """The units within so many characters, and the others: more than any notice needs."""
    length = 0
    for number, unit in enumerate(units):
        length += len(unit)
        if length > characters:
            return units[:number], units[number:]
    return units, ()


def _starts(text: str, folded: str, lexicon: Lexicon) -> Iterator[int]:
    label = _LABEL.match(text)
    body = label.end() if label else 0
    stops = _STOP if text != text.lower() else _STOP_IN_SMALL_LETTERS
    for stop in stops.finditer(text, body):
        following = _SPACE.match(text, stop.end())
        start = following.end() if following else stop.end()
        if start < len(text) and not _goes_on(folded, stop, lexicon):
            yield start


def _goes_on(folded: str, stop: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether the stop belongs to an abbreviation, an initial, an ordinal or a date."""
    if stop[0] != ".":
        return False
    window = folded[max(0, stop.start() - 24) : stop.start()]
    last = _LAST_WORD.search(window)
    word = last[0] if last else ""
    if f"{word}." in lexicon.abbreviations or (len(word) == 1 and word.isalpha()):
        return True
    following = _NEXT_WORD.match(folded, stop.end())
    is_ordinal = word.isdigit() and len(word) <= 2
    if is_ordinal and following is not None and following[1][0].isdigit():
        month = _LAST_WORD.search(window[: len(window) - len(word)].rstrip())
        return month is not None and month[0].strip(".,") in lexicon.month_numbers
    return is_ordinal and following is not None and following[1].strip(".,;") in lexicon.month_numbers
