"""What a question names by number: documents, files, provisions, dates and amounts.

Knows the forms of identifiers, and dates and numbers as each language writes them. Each mention
claims its characters, the most specific first. Refuses to know what they are asked for.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError

from assistant.question import Period
from assistant.understanding import period_mention
from assistant.understanding.token import fold
from corpus.errors import InvalidIdentifier
from corpus.identifiers import DocumentNumber, ProcedureReference
from corpus.text import Span

_DOCUMENT = re.compile(
    r"(?<![\d/.,])(?:(?:CM|ST|PE-CONS|SN|DS|WK)\s*)?\d{2,6}(?:/\d{1,2})?/\d{2}(?:\d{2})?(?![\d/.])"
    r"(?:\s*(?:REV|COR|ADD|INIT|DCL|EXT)\s*\d*)*",
    re.IGNORECASE,
)
_FILE = re.compile(r"(?<!\d)\d{4}/\d{3,4}[A-Z]?\s*\(\s*[A-Z]{3}\s*\)", re.IGNORECASE)
_ACT_NUMBER = re.compile(
    r"\(?\s*(?:EU|UE|EC|CE|EG|WE)\s*\)?\s*(?:nr\.?|no\.?|n[º°]\.?)?\s*\d{4}/\d{1,4}(?!\d)"
)
_ISO_DATE = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_NUMERIC_DATE = re.compile(r"(?<!\d)(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4})(?!\d)")
_WORDED_DATE = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:of\s+|de\s+|d[’']|ta[’'] ?)?"
    r"([^\W\d_]{3,})\.?,?\s+(?:de\s+|del\s+)?(\d{4})(?!\d)"
)
_MONTH_FIRST_DATE = re.compile(r"([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_YEAR_FIRST_DATE = re.compile(
    r"(?<!\d)(\d{4})\.?\s*(?:m\.|gada|\.)?\s+(?:(\d{1,2})\.?\s+)?([^\W\d_]{3,})(?:\s+(\d{1,2}))?"
)
_TIME = re.compile(
    r"(?<![\d.,:])\d{1,2}[:.h]\d{2}(?=\s*(?:uur|Uhr|h\b|am\b|pm\b|a\.m|p\.m|noon|hrs)|(?<=:\d\d)(?!\d))",
    re.IGNORECASE,
)
_ACT_LIKE = range(1950, 2100)


@dataclass(frozen=True, slots=True)
class Mentions:
    """Everything named by number, and the characters claimed."""

    documents: tuple[DocumentNumber, ...]
    files: tuple[ProcedureReference, ...]
    dates: tuple[date, ...]
    claimed: tuple[Span, ...]
    periods: tuple[Period, ...] = ()


def mentions_in(text: str, language: str) -> Mentions:
    """What a text names by number."""
    claimed: list[Span] = []
    files = _files(text, claimed)
    claimed.extend(Span(*found.span()) for found in _ACT_NUMBER.finditer(text))
    dates = _dates(text, language, claimed)
    documents = _documents(text, claimed)
    claimed.extend(Span(*found.span()) for found in _TIME.finditer(text))
    partial = period_mention.periods_in(text, language, claimed)
    claimed.extend(each.span for each in partial)
    periods = tuple(dict.fromkeys(each.period for each in partial))
    return Mentions(documents, files, dates, tuple(claimed), periods)


def date_spans(text: str, language: str) -> tuple[Span, ...]:
    """Where a text names a date or a part of one ("3 May", "November 2025"), in its order."""
    claimed: list[Span] = []
    _dates(text, language, claimed)
    partial = (each for each in period_mention.periods_in(text, language, claimed) if each.period.month)
    return tuple(sorted((*claimed, *(each.span for each in partial))))


def _files(text: str, claimed: list[Span]) -> tuple[ProcedureReference, ...]:
    found: list[ProcedureReference] = []
    for match in _FILE.finditer(text):
        year, _, rest = re.sub(r"\s", "", match[0].upper()).partition("/")
        number = re.match(r"\d+", rest)
        if number is not None:
            found.append(ProcedureReference(int(year), int(number[0]), rest[-4:-1]))
            claimed.append(Span(*match.span()))
    return tuple(found)


def _documents(text: str, claimed: list[Span]) -> tuple[DocumentNumber, ...]:
    found: list[DocumentNumber] = []
    for match in _DOCUMENT.finditer(text):
        span = Span(*match.span())
        if any(span.overlaps(other) for other in claimed):
            continue
        try:
            number = DocumentNumber.parse(match[0].strip().upper())
        except InvalidIdentifier:
            continue
        looks_like_act = number.series is None and number.revision is None and number.number in _ACT_LIKE
        claimed.append(span)
        if not looks_like_act and number not in found:
            found.append(number)
    return tuple(found)


def _dates(text: str, language: str, claimed: list[Span]) -> tuple[date, ...]:
    found: list[tuple[int, date]] = []
    for match, parts in _date_candidates(text, language):
        span = Span(*match.span())
        if any(span.overlaps(other) for other in claimed):
            continue
        try:
            found.append((span.start, date(*parts)))
        except ValueError:
            continue
        claimed.append(span)
    return tuple(dict.fromkeys(day for _, day in sorted(found)))


def _date_candidates(text: str, language: str) -> list[tuple[re.Match[str], tuple[int, int, int]]]:
    """Every match that may be a date, as (year, month, day)."""
    months = {**_months("en"), **_months(language)}
    found = [(m, (int(m[1]), int(m[2]), int(m[3]))) for m in _ISO_DATE.finditer(text)]
    found += [(m, (int(m[3]), int(m[2]), int(m[1]))) for m in _NUMERIC_DATE.finditer(text)]
    for match in _WORDED_DATE.finditer(text):
        found.append((match, (int(match[3]), months.get(fold(match[2]), 0), int(match[1]))))
    for match in _MONTH_FIRST_DATE.finditer(text):
        found.append((match, (int(match[3]), months.get(fold(match[1]), 0), int(match[2]))))
    for match in _YEAR_FIRST_DATE.finditer(text):
        day = int(match[2] or match[4] or 0)
        found.append((match, (int(match[1]), months.get(fold(match[3]), 0), day)))
    return found


@cache
def _months(language: str) -> dict[str, int]:
    """Month names of a language, folded, in every form CLDR has."""
    try:
        months = Locale(language).months
    except (UnknownLocaleError, ValueError):
        return {}
    return {
        fold(name.rstrip(".")): number
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in months[context][width].items()
    }
