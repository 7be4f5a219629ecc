"""Dates of which a question names only a part: "on 3 May", "in June", "in May 2026", "in 2025".

Knows months as each language writes them (CLDR and ``data/calendar.toml``). Refuses to
guess what is left out.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError

from assistant.question import Period
from assistant.understanding.phrasebook import Mark, Phrasebook
from assistant.understanding.token import Token, fold, tokenise
from corpus.text import Span

_DATA = Path(__file__).parent.parent / "data" / "calendar.toml"
_MONTH = "month."
_BETWEEN = frozenset({".", "st", "nd", "rd", "th", "er", "º", "of", "de", "d", "ta", "den", "the", ","})
_BETWEEN_YEAR = frozenset({"de", "del", "ta", ",", ".", "m", "r", "of", "gada", "g", "г", "του", "den"})
_REACH = 3
_YEARS = range(1990, 2100)
_LAST_DAY = 31
_FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A part of a date and the characters it stands on."""

    period: Period
    span: Span


def periods_in(text: str, language: str, claimed: Sequence[Span]) -> tuple[PeriodMention, ...]:
    """The parts of dates a text names, besides the characters that are claimed."""
    tokens = [t for t in tokenise(text) if not any(s.start <= t.start < s.end for s in claimed)]
    found = [_around(tokens, mark, language) for mark in _book(language).marks([t.folded for t in tokens])]
    named = [each for each in found if each is not None]
    return tuple(named) or _years(tokens, language)


def _around(tokens: Sequence[Token], month: Mark, language: str) -> PeriodMention | None:
    """A month with the day and year beside it; None where it may be no month ("may", "march")."""
    number = int(next(iter(month.tags)).removeprefix(_MONTH))
    before, after = _number_before(tokens, month.start), _number_after(tokens, month.end)
    beside = [at for at in (before, after) if at is not None]
    day = next((at for at in beside if _value(tokens[at]) <= _LAST_DAY), None)
    year = next((at for at in reversed(beside) if _value(tokens[at]) in _YEARS), None)
    if year is None and day == after and day is not None:
        year = _year_at(tokens, day + 1)
    if day is None and year is None and not _is_led(tokens, month.start, language):
        return None
    used = [month.start, month.end - 1, *(at for at in (day, year) if at is not None)]
    span = Span(tokens[min(used)].start, tokens[max(used)].end)
    return PeriodMention(
        Period(
            _value(tokens[year]) if year is not None else None,
            number,
            _value(tokens[day]) if day is not None else None,
        ),
        span,
    )


def _number_before(tokens: Sequence[Token], start: int) -> int | None:
    for at in range(start - 1, max(start - 1 - _REACH, -1), -1):
        if tokens[at].is_number:
            return at
        if tokens[at].folded not in _BETWEEN | _BETWEEN_YEAR:
            return None
    return None


def _number_after(tokens: Sequence[Token], end: int) -> int | None:
    for at in range(end, min(end + _REACH, len(tokens))):
        if tokens[at].is_number:
            return at
        if tokens[at].folded not in _BETWEEN_YEAR:
            return None
    return None


def _year_at(tokens: Sequence[Token], start: int) -> int | None:
    at = _number_after(tokens, start)
    return at if at is not None and _value(tokens[at]) in _YEARS else None


def _is_led(tokens: Sequence[Token], start: int, language: str) -> bool:
    """Whether a month stands behind a word of time; of itself where the language puts none before it."""
    leads = {fold(word) for word in _data().get(language, {}).get("leads", ())}
    return not leads or (start > 0 and tokens[start - 1].folded in leads)


def _years(tokens: Sequence[Token], language: str) -> tuple[PeriodMention, ...]:
    """A bare year behind a word of time ("in 2025")."""
    leads = {fold(word) for word in _data().get(language, {}).get("leads", ())[:1]}
    return tuple(
        PeriodMention(Period(_value(token)), Span(token.start, token.end))
        for at, token in enumerate(tokens)
        if token.is_number and _value(token) in _YEARS and at and tokens[at - 1].folded in leads
    )


def _value(token: Token) -> int:
    return int(token.text) if len(token.text) <= len("2026") else 0


@cache
def _data() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(_DATA.read_text("utf-8"))


@cache
def _book(language: str) -> Phrasebook:
    """The months of a language, and English ones, which everybody understands."""
    book = Phrasebook()
    for spoken in sorted({language, _FALLBACK}):
        for number, names in _months(spoken).items():
            for name in names:
                book.add(name, f"{_MONTH}{number}")
    return book


def _months(language: str) -> Mapping[int, frozenset[str]]:
    """The names of each month in every form CLDR and the data file have."""
    named: dict[int, set[str]] = {number: set() for number in range(1, 13)}
    for number, forms in enumerate(_data().get(language, {}).get("months", ()), start=1):
        named[number] |= set(forms)
    try:
        tables = Locale(language).months
    except (UnknownLocaleError, ValueError):
        return {number: frozenset(names) for number, names in named.items()}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in tables[context][width].items():
                named[number].add(name.rstrip("."))
    return {number: frozenset(names) for number, names in named.items()}
