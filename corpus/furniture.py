"""Page furniture: the running headers, footers and page numbers that interrupt a text.

Knows how the Council prints its pages. What is furniture is left out of the reading view;
it stays in the source.
"""

import re
from collections.abc import Sequence

_PAGE_NUMBER = re.compile(
    r"[-–—\[(]*\s*\d{1,3}\s*[-–—\])]*|\d{1,3}\s*/\s*\d{1,3}"
    r"|(?:page|seite|pagina|página|strona|sida|str\.|p\.|pag\.)\s*\d{1,3}(?:\s*(?:of|von|van|de|di|sur|z|av|/)\s*\d{1,3})?",
    re.IGNORECASE,
)
_DOCUMENT_LINE = re.compile(
    r"(?:CM\s|ST\s)?\s*(?P<number>\d{1,6}(?:/\d{1,2})?/\d{2})(?:\s+(?:REV|COR|ADD)\s*\d+)*"
    r"(?P<rest>(?:\s+(?:[A-Za-z]{1,4}(?:[/.][A-Za-z]{1,6})*|\d{1,3}|ANNEX\w*|LIMITE))*)"
)
_SERVICE_LINE = re.compile(
    r"(?:ANN\w+\s+)?[A-Z]{2,6}(?:\.[A-Z0-9]{1,6})+(?:\s+LIMITE)?(?:\s+[A-Z]{2})?(?:\s+\d{1,3})?"
)
_LANGUAGE_CODE = re.compile(r"(?:LIMITE\s+)?[A-Z]{2}")
_LONGEST = 90


def furniture_in(lines: Sequence[str]) -> frozenset[int]:
    """The numbers of the lines that are page furniture.

    The first line that bears a document number is the document's own, not furniture.

    >>> sorted(furniture_in(["CM 1/25", "Text,", "CM 1/25   JV/mh   1", "JAI.1   EN", "more text."]))
    [2, 3]
    """
    certain: set[int] = set()
    seen: set[str] = set()
    for number, line in enumerate(lines):
        if len(line) > _LONGEST:
            continue
        key = document_key(line)
        if (key is not None and key in seen) or _PAGE_NUMBER.fullmatch(line) or _SERVICE_LINE.fullmatch(line):
            certain.add(number)
        if key is not None:
            seen.add(key)
    return frozenset(certain | _beside(lines, certain))


def document_key(line: str) -> str | None:
    """The number a line bears when it bears nothing else of weight."""
    found = _DOCUMENT_LINE.fullmatch(line)
    return found["number"] if found else None


def _beside(lines: Sequence[str], certain: set[int]) -> set[int]:
    """Lines next to furniture that are furniture by repetition: a running title, a language code."""
    counts: dict[str, int] = {}
    for line in lines:
        if line and len(line) <= _LONGEST:
            counts[line] = counts.get(line, 0) + 1
    near: set[int] = set()
    for number in certain:
        for other in (_next(lines, number, 1), _next(lines, number, -1)):
            line = lines[other] if other is not None else ""
            if other is not None and (_LANGUAGE_CODE.fullmatch(line) or counts.get(line, 0) > 2):
                near.add(other)
    return near


def _next(lines: Sequence[str], number: int, step: int) -> int | None:
    """The nearest line with text, at most two lines away."""
    for other in (number + step, number + 2 * step):
        if 0 <= other < len(lines) and lines[other]:
            return other
    return None
