"""Restriction markings: words that say a document is not for the public.

Knows the markings and where they stand: alone in a line or a cell, or at the end of a header's
line. A sentence that speaks of a marking bears none. Refuses to judge: what bears a marking is
kept back until a person has released it.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.model import ReaderWarning, Record
from corpus.phrase import fold
from corpus.text import SourceText, Span

RESTRICTED = "restriction_marking"
"""The code of the warning a record bears that is marked."""

_DATA = Path(__file__).parent / "data" / "markings.toml"
_HEADER = 40  # lines that may be a header
_CELL = re.compile(r"(?:(?![ \t\u00a0]{2}|[\t|·•]).)+")
_CODE = r"(?:[A-Z]{2,9}|[A-Z]*\d[\d/A-Z.-]*|[-–—()\[\]:*!.,/]+)"  # a domain, a number, a language, a sign
_SIGNS = " \u00a0*!.:;,()[]<>«»\"'-–—_="
_ESCAPED = re.escape(_SIGNS)


@dataclass(frozen=True, slots=True)
class _Markings:
    """How markings are looked for: in a cell of codes, anywhere, as national words; what is none."""

    cell: re.Pattern[str]
    anywhere: re.Pattern[str]
    national: frozenset[str]
    other: re.Pattern[str]


def markings_in(source: SourceText) -> Iterator[ReaderWarning]:
    """That a text is marked: the first marking in it."""
    if span := _first_marking(source.text):
        yield ReaderWarning(RESTRICTED, f"it is marked {_shown(source.quote(span))}", span)


def marking_of(record: Record) -> str | None:
    """The marking a record bears, as it stands in it; None where it bears none."""
    spans = (warning.span for warning in record.warnings if warning.code == RESTRICTED)
    return next((_shown(record.source.quote(span)) for span in spans if span), None)


def _first_marking(text: str) -> Span | None:
    lines = [line for line in re.finditer(r"[^\r\n\f\v\x85\u2028\u2029]+", text) if line[0].strip()]
    for number, line in enumerate(lines):
        if span := _marking_of_line(line[0], is_header=number < _HEADER):
            return Span(line.start() + span.start, line.start() + span.end)
    return None


def _marking_of_line(line: str, *, is_header: bool) -> Span | None:
    words = _markings()
    line = words.other.sub(lambda found: "x" * len(found[0]), line)
    for cell in _CELL.finditer(line):
        if found := words.cell.fullmatch(line, cell.start(), cell.end()):
            return Span(*found.span("marking"))
        if is_header and " ".join(fold(cell[0]).strip(_SIGNS).split()) in words.national:
            return Span(*cell.span())
    if is_header:
        ends = (Span(*found.span()) for found in words.anywhere.finditer(line))
        return next((span for span in ends if _stands_apart(line, span)), None)
    return None


def _stands_apart(line: str, span: Span) -> bool:
    """Whether a marking at an end of a line is no word of a sentence: no small word is next to it."""
    before, after = line[: span.start].split(), line[span.end :].strip(_SIGNS).split()
    return not (before and after) and not (before or after or "X")[-1 if before else 0][0].islower()


@cache
def _markings() -> _Markings:
    table = tomllib.loads(_DATA.read_text("utf-8"))
    eu = "|".join(_spaced(form) for form in sorted(table["eu"], key=len, reverse=True))
    marking = rf"(?P<marking>{eu})"
    national = frozenset(fold(form) for forms in table["national"].values() for form in forms)
    return _Markings(
        cell=re.compile(rf"[\s{_ESCAPED}]*(?:{_CODE}\s+)*?{marking}(?:\s+{_CODE})*[\s{_ESCAPED}]*"),
        anywhere=re.compile(rf"(?<![\w/-])(?:{eu})(?![\w/-])"),
        national=national,
        other=re.compile("|".join(_spaced(form) for form in table["other"])),
    )


def _spaced(form: str) -> str:
    """A marking with any white space between its words and about its stroke."""
    return r"\s*/\s*".join(r"\s+".join(map(re.escape, half.split())) for half in form.split("/"))


def _shown(marking: str) -> str:
    return " ".join(marking.split())
