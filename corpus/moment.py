"""Dates and hours as notices write them.

Source: the Council's hours are those of Brussels ("Belgian time").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from corpus.lexicon import Lexicon

BRUSSELS = ZoneInfo("Europe/Brussels")
_REACH = 60
_REACH_BEFORE = 32
_BEFORE_DATE = re.compile(r"\s*(?:\([^()]{3,30}\)\s*)?,?\s*(?:[^\W\d_]{1,4}\s+)?")
_CLOCK = re.compile(r"(?<!\d)([01]?\d|2[0-4])\s?(?:[.:]\s?|\s?(?:h|uhr|u|val)\.?\s?)([0-5]\d)(?!\d|[./]\d)")
_COMMA_CLOCK = re.compile(r"(?<![\d.,])([01]?\d|2[0-4]),([0-5]\d)(?![\d.,])")
_WHOLE_HOUR = re.compile(r"(?<![\d.,/])([01]?\d|2[0-4])(?![\d/:]|[.,]\d)")
_MINUTES = re.compile(
    r"\s(?:[^\W\d_]{1,3}\s)?([0-5]\d)(?![\d/:]|[.,]\d)"
)  # "16 óra 30 perckor", "16 horas y 30"
_NUMERIC = re.compile(
    r"(?<![\d./-])(?:(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)"
    r"|(?P<d2>\d{1,2})[./-]\s?(?P<m2>\d{1,2})[./-]\s?(?P<y2>(?:19|20)\d\d))(?![\d/-])"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text; ``value`` is None where no such day exists. ``end`` includes its hour."""

    value: date | None
    start: int
    end: int


def dates_in(folded: str, lexicon: Lexicon) -> tuple[FoundDate, ...]:
    """The dates of a folded text, with their hour where one follows, in the order of the text."""
    days = sorted((*_written(folded, lexicon), *_numeric(folded)), key=lambda found: found.start)
    leads = [_hour_before(folded, day, lexicon) for day in days]
    starts = [lead[1] if lead else day.start for day, lead in zip(days, leads, strict=True)]
    limits = [*starts[1:], len(folded)][: len(days)]
    return tuple(
        _with_hour(folded, day, lead[0] if lead else None, lexicon, limit=limit)
        for day, lead, limit in zip(days, leads, limits, strict=True)
    )


def _written(folded: str, lexicon: Lexicon) -> Iterator[FoundDate]:
    months = lexicon.months.pattern
    suffix = r"(?:\s?(?:\.|er|st|nd|rd|th|o|a|ª|º|°|-e|e|ησ|η|ασ|α))?"
    day = rf"(?<![\d./])(?P<day>\d{{1,2}}){suffix}(?:\s(?:of|de|d'|ta'|paivana))?"
    day_first = re.compile(rf"{day}\s?(?P<month>{months})\.?,?(?:\s(?:de|del|of|ta'))?\s{_YEAR}(?!\d)")
    for found in day_first.finditer(folded):
        yield _found(found, lexicon.month_numbers[" ".join(found["month"].split())])
    month_first = re.compile(
        rf"(?P<month>{months})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?,?\s{_YEAR}(?!\d)"
    )
    for found in month_first.finditer(folded):
        yield _found(found, lexicon.month_numbers[" ".join(found["month"].split())])
    for found in _year_first(months).finditer(folded):
        month = lexicon.month_numbers[" ".join((found["month"] or found["month2"]).split())]
        value = _day(int(found["year"]), month, int(found["day"] or found["day2"]))
        yield FoundDate(value, *found.span())


def _year_first(months: str) -> re.Pattern[str]:
    """The year first: "2025. december 19-én", "2025 m. gruodžio 19 d.", "2025. gada 19. decembrī"."""
    return re.compile(
        rf"(?<![\d./]){_YEAR}\.?\s(?:(?:m\.\s)?(?P<month>{months})\s(?P<day>\d{{1,2}})(?:\s?(?:\.|-\w+|d\.))?"
        rf"|gada\s(?P<day2>\d{{1,2}})\.?\s(?P<month2>{months}))(?!\w)"
    )


def _found(found: re.Match[str], month: int) -> FoundDate:
    return FoundDate(_day(int(found["year"]), month, int(found["day"])), *found.span())


def _numeric(folded: str) -> Iterator[FoundDate]:
    for found in _NUMERIC.finditer(folded):
        year, month, day = (found[k] or found[f"{k}2"] for k in "ymd")
        yield FoundDate(_day(int(year), int(month), int(day)), *found.span())


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _hour_before(folded: str, found: FoundDate, lexicon: Lexicon) -> tuple[time, int] | None:
    """An hour directly before its date, and where it begins: "at 12.00 on 11 June 2024"."""
    words = lexicon.hour
    reach = max(0, found.start - _REACH_BEFORE), found.start
    hours = [(_clock_before(c, lexicon), c) for c in _CLOCK.finditer(folded, *reach)]
    hours += [(time(12), noon) for noon in words.noon.finditer(folded, *reach)]
    hours += [
        (moment, hour)
        for hour in _WHOLE_HOUR.finditer(folded, *reach)
        if (moment := _afternoon(hour, lexicon))
    ]
    for moment, hour in hours:
        end = _unit_end(folded, hour.end(), words.after)
        end = _unit_end(folded, end, words.afternoon)
        if hour.end() <= found.start and _BEFORE_DATE.fullmatch(folded, end, found.start):
            return moment, hour.start()
    return None


def _clock_before(clock: re.Match[str], lexicon: Lexicon) -> time:
    after = lexicon.hour.afternoon.match(clock.string, _skip_space(clock.string, clock.end()))
    return _clock(int(clock[1]), int(clock[2]), is_afternoon=after is not None)


def _afternoon(hour: re.Match[str], lexicon: Lexicon) -> time | None:
    """A whole hour of the afternoon: "6 p.m."."""
    after = lexicon.hour.afternoon.match(hour.string, _skip_space(hour.string, hour.end()))
    return _clock(int(hour[1]), 0, is_afternoon=True) if after else None


def _with_hour(
    folded: str, found: FoundDate, before: time | None, lexicon: Lexicon, *, limit: int
) -> FoundDate:
    if found.value is None:
        return found
    reach = min(limit, found.end + _REACH)
    hour = _hour_in(folded, found.end, reach, lexicon) or ((before, found.end) if before else None)
    if hour is None:
        return found
    moment, end = hour
    return FoundDate(datetime.combine(found.value, moment, BRUSSELS), found.start, end)


def _hour_in(folded: str, start: int, end: int, lexicon: Lexicon) -> tuple[time, int] | None:
    words = lexicon.hour
    clock = _CLOCK.search(folded, start, end) or _comma_clock(folded, start, end, lexicon)
    if clock and not re.search(r"[;\n]|\d", folded[start : clock.start()]):
        stop = _unit_end(folded, clock.end(), words.after)
        after = words.afternoon.match(folded, _skip_space(folded, stop))
        moment = _clock(int(clock[1]), int(clock[2]), is_afternoon=after is not None)
        return moment, after.end() if after else stop
    for pattern, at in ((words.noon, time(12)), (words.midnight, time(0))):
        if (found := pattern.search(folded, start, end)) and ";" not in folded[start : found.start()]:
            return at, found.end()
    return _whole_hour(folded, start, end, lexicon)


def _comma_clock(folded: str, start: int, end: int, lexicon: Lexicon) -> re.Match[str] | None:
    """A comma between hour and minutes ("12,00 ч.") counts only before a word for hours."""
    for found in _COMMA_CLOCK.finditer(folded, start, end):
        if lexicon.hour.after.match(folded, _skip_space(folded, found.end())):
            return found
    return None


def _whole_hour(folded: str, start: int, end: int, lexicon: Lexicon) -> tuple[time, int] | None:
    """An hour without minutes counts only beside a word for hours ("at 5 p.m.", "à 12 heures")."""
    words = lexicon.hour
    for found in _WHOLE_HOUR.finditer(folded, start, end):
        at = _skip_space(folded, found.end())
        unit = words.after.match(folded, at)
        after = words.afternoon.match(folded, _skip_space(folded, unit.end() if unit else at))
        lead = re.search(r"(\S+)\s*$", folded[start : found.start()])
        is_led = lead is not None and words.before.search(folded[start : found.start()]) is not None
        if unit or after or (is_led and not folded[at : at + 1].isalpha()):
            minutes = _minutes(folded, unit.end(), end, lexicon) if unit else None
            stop = after.end() if after else unit.end() if unit else found.end()
            minute, stop = (int(minutes[1]), minutes.end()) if minutes else (0, stop)
            return _clock(int(found[1]), minute, is_afternoon=after is not None), stop
    return None


def _minutes(folded: str, start: int, end: int, lexicon: Lexicon) -> re.Match[str] | None:
    """The minutes behind a word for hours; not the delegations: "à 17 heures et 27 délégations"."""
    found = _MINUTES.match(folded, start, end)
    return found if found and not lexicon.vote.delegation.match(folded, found.end() + 1) else None


def _unit_end(folded: str, at: int, unit: re.Pattern[str]) -> int:
    found = unit.match(folded, _skip_space(folded, at))
    return found.end() if found else at


def _skip_space(folded: str, at: int) -> int:
    while at < len(folded) and folded[at] == " ":
        at += 1
    return at


def _clock(hour: int, minute: int, *, is_afternoon: bool) -> time:
    hour = hour + 12 if is_afternoon and hour < 12 else hour
    return time(hour % 24, minute)
