"""Whether a printed line goes on in the next one, and how the two are joined.

Knows wrapping and hyphenation. A line that is a block of its own (a heading, a point, a
bullet, a row) is not joined to its neighbour.
"""

import re
from array import array
from dataclasses import dataclass
from typing import Self

BREAK = "\n"
SPACE = " "
DROP_HYPHEN = "-"
NOTHING = ""

_HANGING = re.compile(r"(?:en|of|und|oder|bzw\.|och|eller|og|et|ou|and|or|y|o|e|i|lub|oraz|ja|tai|és|vagy)\b")
_STARTS_BLOCK = re.compile(r"[-•–—·▪◦○*]\s|\(?\d{1,2}[.)]\s|\(?(?:[a-z]|[ivx]{1,4})\)\s|\|")
_LABEL = re.compile(r"[A-ZÀ-Þ][\w./ ]{1,24}:(?:\s|$)")
_ENDS_SENTENCE = re.compile(r"[.!?;:…][\"')\]*]*$")
_ENDS_ABBREVIATION = re.compile(
    r"\b(?:\d{1,2}|docs?|art|nr|no|dok|abs|ust|lit|kl|godz|st|pkt|n|tel|um|am|den)\.$", re.IGNORECASE
)
_LOWER_WORD_LAST = re.compile(r"(?:^|\s)[a-zß-ÿ]+$")
_WRAPPED = 40
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


def joint_between(before: Line, after: Line, *, is_blank: bool, is_page: bool) -> str:
    """What stands between two lines: a break, a space, nothing, or the first's hyphen taken off."""
    first, second = before.text, after.text
    if (is_blank and not is_page) or not first or not second:
        return SPACE if _is_cut_paragraph(first, second) else BREAK
    if first.endswith("\u00ad"):
        return DROP_HYPHEN
    if re.search(r"[^\W\d_]-$", first) and second[0].isalpha():
        return _hyphen_joint(second)
    if _begins_block(first, second):
        return BREAK
    is_cut_short = len(first) >= _WRAPPED and _ENDS_ABBREVIATION.search(first) is not None
    if second[0].islower() or first.endswith(",") or is_cut_short:
        return SPACE
    if _ENDS_SENTENCE.search(first):
        return BREAK
    is_open = len(first) >= _WRAPPED or (is_page and _LOWER_WORD_LAST.search(first) is not None)
    return SPACE if is_open else BREAK


def _hyphen_joint(second: str) -> str:
    if _HANGING.match(second):
        return SPACE
    return DROP_HYPHEN if second[0].islower() else NOTHING


def _begins_block(first: str, second: str) -> bool:
    if _LABEL.match(second) and not first.endswith(","):
        return True
    is_open = len(first) >= _WRAPPED and not _ENDS_SENTENCE.search(first) and not first.endswith(",")
    is_point = _STARTS_BLOCK.match(second) is not None
    return is_point and not (is_open and second[0].isdigit())


def _is_cut_paragraph(first: str, second: str) -> bool:
    """A paragraph cut by a page break shows as an unfinished sentence that goes on in small letters."""
    return (
        len(first) >= _PARAGRAPH
        and second[:1].islower()
        and not _ENDS_SENTENCE.search(first)
        and not _STARTS_BLOCK.match(second)
    )
