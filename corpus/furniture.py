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
_LONGEST_AT_EDGE = 200


def furniture_in(lines: Sequence[str], breaks: Sequence[int] = ()) -> frozenset[int]:
    """The numbers of the lines that are page furniture; ``breaks`` are those where a page ends.

    The first line that bears a document number is the document's own, not furniture. A line
    beside a page break that comes back beside another, numbers aside, is furniture wherever it is.

    >>> sorted(furniture_in(["CM 1/25", "Text,", "CM 1/25   JV/mh   1", "JAI.1   EN", "more text."]))
    [2, 3]
    """
    certain: set[int] = _repeated_at_edges(lines, breaks)
    seen: set[str] = set()
    for number, line in enumerate(lines):
        if len(line) > _LONGEST:
            continue
        key = document_key(line)
        is_repeated = key is not None and key in seen
        if is_repeated or _PAGE_NUMBER.fullmatch(line) or _SERVICE_LINE.fullmatch(line) or _is_footer(line):
            certain.add(number)
        if key is not None:
            seen.add(key)
    return frozenset(certain | _beside(lines, certain))


def document_key(line: str) -> str | None:
    """The number a line bears when it bears nothing else of weight."""
    found = _DOCUMENT_LINE.fullmatch(line)
    return found["number"] if found else None


def _is_footer(line: str) -> bool:
    """A number with the initials of its drafters and a page: "CM 2011/25   AB/cd   1"."""
    found = _DOCUMENT_LINE.fullmatch(line)
    return found is not None and re.search(r"[A-Za-z]/[A-Za-z]+(?:\s+\w+)*\s+\d", found["rest"]) is not None


def _repeated_at_edges(lines: Sequence[str], breaks: Sequence[int]) -> set[int]:
    """Lines at the edges of pages that come back at another, numbers aside; a document's own number stays.

    Browsers print so: "1/9/26, 10:15" above and "file:///tmp/notice.html   1/3" below.
    """
    edges: dict[str, set[int]] = {}
    for place in (-1, *breaks, len(lines)) if breaks else ():
        for number in (*_nearest(lines, place, -1), *_nearest(lines, place, 1)):
            if len(lines[number]) <= _LONGEST_AT_EDGE:
                edges.setdefault(re.sub(r"\d+", "0", lines[number]), set()).add(number)
    repeated = {number for numbers in edges.values() if len(numbers) > 1 for number in numbers}
    first = min((n for n in repeated if document_key(lines[n]) is not None), default=None)
    return repeated - {first}


def _nearest(lines: Sequence[str], place: int, step: int) -> list[int]:
    """The two lines with text nearest to a place, in one direction."""
    reach = range(place + step, place + 8 * step, step)
    return [n for n in reach if 0 <= n < len(lines) and lines[n]][:2]


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
