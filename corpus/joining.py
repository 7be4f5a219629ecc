"""Whether a printed line goes on in the next one, and how the two are joined.

Knows wrapping and hyphenation. A line that is a block of its own (a heading, a point, a
bullet, a row) is not joined to its neighbour.
"""

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from corpus.phrase import fold

BREAK = "\n"
SPACE = " "
DROP_HYPHEN = "-"
NOTHING = ""

HANGING = re.compile(r"(?:en|of|und|oder|bzw\.|och|eller|og|et|ou|and|or|y|o|e|i|lub|oraz|ja|tai|és|vagy)\b")
_STARTS_BLOCK = re.compile(r"[-•–—·▪◦○*]\s|\(?\d{1,2}[.)]\s|\(?(?:[a-z]|[ivx]{1,4})\)\s|\|")
_LABEL = re.compile(r"[A-ZÀ-Þ][\w./ ]{1,24}(?:\(\d{1,3}\)\s?)?:(?:\s|$)")
_SMALL_LABEL = re.compile(r"[a-zß-ÿ][\w' ]{1,24}(?:\(\d{1,3}\)\s?)?:\s")
_ENDS_SENTENCE = re.compile(r"[.!?;:…][\"')\]*]*$")
_ENDS_ABBREVIATION = re.compile(
    r"\b(?:\d{1,2}|docs?|art|nr|no|dok|abs|ust|lit|kl|godz|st|pkt|n|tel|um|am|den)\.$", re.IGNORECASE
)
_LOWER_WORD_LAST = re.compile(r"(?:^|\s)[a-zß-ÿ]+$")
_LOWER_WORD_BEFORE_LAST = re.compile(r"\s[a-zß-ÿ]+\s\w+$")
_ENDS_SERIES = re.compile(r"\b(?:CM|ST|SN|DS|WK|PE-CONS)$")
_STARTS_NUMBER = re.compile(r"\d{1,6}/\d")
_LAST_LETTERS = re.compile(r"[^\W\d_]+$")
_FIRST_LETTERS = re.compile(r"[^\W\d_]+")
_ROW = re.compile(r"\S[ ]*[\t|][ ]*\S|\S[ ]{3,}\S[^\t|]{0,60}?[ ]{3,}\S|^[^:]{1,60}?[ ]{4,}\S")
_TOLERANCE = 0.88
_WIDEST = 140
_FEWEST_FULL_LINES = 4
_WRAPPED = 40
_SHORTEST_CUT = 3
_PARAGRAPH = 60


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, cleaned, with the source's characters that each of its characters stands for."""

    text: str
    starts: "array[int]"
    ends: "array[int]"
    is_page_break: bool = False

    @classmethod
    def page_break(cls) -> Self:
        """The place where a page ends."""
        return cls("", array("l"), array("l"), is_page_break=True)


@dataclass(frozen=True, slots=True)
class Gap:
    """What lies between two lines, and what is known of the whole text's lines.

    ``width`` is the column the text is wrapped at, None where it is not. ``words`` are words, and
    pairs of words, (folded) that a break may have cut in two: the names of states; and those that
    keep the hyphen they end in (Maltese "tal-").
    """

    is_blank: bool = False
    is_page: bool = False
    width: int | None = None
    words: frozenset[str] = frozenset()


def wrap_width(lengths: Sequence[int]) -> int | None:
    """The column a text is wrapped at: many lines come close to the longest, which is no long line."""
    longest = max(lengths, default=0)
    full = sum(1 for length in lengths if length > 0.7 * longest)
    return longest if longest <= _WIDEST and full >= _FEWEST_FULL_LINES else None


def joint_between(before: Line, after: Line, gap: Gap) -> str:
    """What stands between two lines: a break, a space, nothing, or the first's hyphen taken off."""
    first, second = before.text, after.text
    if (gap.is_blank and not gap.is_page) or not first or not second:
        return SPACE if _is_cut_paragraph(first, second) else BREAK
    if first.endswith("\u00ad"):
        return DROP_HYPHEN
    if re.search(r"[^\W\d_]-$", first) and second[0].isalpha():
        return _hyphen_joint(first, second, gap.words)
    if _cuts_word(first, second, gap.words):
        return NOTHING
    if _cuts_name(first, second, gap.words):
        return SPACE
    if _ENDS_SERIES.search(first) and _STARTS_NUMBER.match(second):
        return SPACE
    if _begins_block(first, second) or _ROW.search(first) or _ROW.search(second):
        return BREAK
    is_cut_short = len(first) >= _WRAPPED and _ENDS_ABBREVIATION.search(first) is not None
    is_bracket = second[0] == "(" and len(first) >= _WRAPPED and not _ENDS_SENTENCE.search(first)
    if second[0].islower() or first.endswith(",") or is_cut_short or is_bracket:
        return SPACE
    if _ENDS_SENTENCE.search(first):
        is_full = first[-1] not in ":;" and not gap.is_page and _is_full(first, second, gap.width)
        return SPACE if is_full else BREAK
    return SPACE if _is_open(first, second, gap) else BREAK


def _is_open(first: str, second: str, gap: Gap) -> bool:
    """Whether a line without stop goes on: the next word did not fit, or it ends in mid-phrase."""
    if len(first) >= _WRAPPED and _LOWER_WORD_BEFORE_LAST.search(first):
        return True
    if gap.width is not None:
        word = second.split(maxsplit=1)[0]
        return (
            len(first) + 1 + len(word) > _TOLERANCE * gap.width or _LOWER_WORD_LAST.search(first) is not None
        )
    return len(first) >= _WRAPPED or (gap.is_page and _LOWER_WORD_LAST.search(first) is not None)


def _is_full(first: str, second: str, width: int | None) -> bool:
    """Whether the next line's first word would not have fitted."""
    return width is not None and len(first) + 1 + len(second.split(maxsplit=1)[0]) > _TOLERANCE * width


def _cuts_word(first: str, second: str, words: frozenset[str]) -> bool:
    end, start = _LAST_LETTERS.search(first), _FIRST_LETTERS.match(second)
    return end is not None and start is not None and fold(end[0] + start[0]) in words


def _cuts_name(first: str, second: str, words: frozenset[str]) -> bool:
    """Whether a name of two words is cut between them: "Países" and "Baixos"."""
    end, start = _LAST_LETTERS.search(first), _FIRST_LETTERS.match(second)
    return end is not None and start is not None and fold(f"{end[0]} {start[0]}") in words


def _hyphen_joint(first: str, second: str, words: frozenset[str]) -> str:
    last = first.rsplit(maxsplit=1)[-1]
    start = _FIRST_LETTERS.match(second)
    if start is not None and fold(last[:-1] + start[0]) in words:
        return DROP_HYPHEN
    if HANGING.match(second):
        return SPACE
    if fold(last) in words:
        return NOTHING
    is_capitals = first.isupper() and second.isupper() and len(last) > _SHORTEST_CUT
    return DROP_HYPHEN if second[0].islower() or is_capitals else NOTHING


def _begins_block(first: str, second: str) -> bool:
    if _LABEL.match(second) and not first.endswith(","):
        return True
    if _SMALL_LABEL.match(second) and (_SMALL_LABEL.match(first) or first.endswith(":")):
        return True
    is_open = len(first) >= _WRAPPED and not _ENDS_SENTENCE.search(first) and not first.endswith(",")
    is_point = _STARTS_BLOCK.match(second) is not None
    return is_point and not (is_open and second[0].isdigit())


def _is_cut_paragraph(first: str, second: str) -> bool:
    """A paragraph cut by a page break shows as an unfinished sentence that goes on in small letters.

    A text without any capitals shows nothing of the kind.
    """
    return (
        len(first) >= _PARAGRAPH
        and second[:1].islower()
        and first != first.lower()
        and not _ENDS_SENTENCE.search(first)
        and not _STARTS_BLOCK.match(second)
    )
