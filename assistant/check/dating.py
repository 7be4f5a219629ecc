"""The days, months and years that a sentence of a draft names.

Knows how a language writes a date, also without its year. Refuses to know what happened on it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from assistant.check.draft import Sentence
from assistant.check.vocabulary import Vocabulary
from assistant.understanding import mention
from assistant.understanding.period_mention import periods_in
from corpus.lexicon import Lexicon
from corpus.text import Span

_YEAR = re.compile(r"(?<![\d/.,])(?<!\d-)(?:19|20)\d\d(?![\d/])")
_ORDINAL = r"(?:[^\W\d_]{1,3}|[.º])?"  # "8th", "1er", "8."
_SHORT_NAME = 3


@dataclass(frozen=True, slots=True)
class Day:
    """A date in a sentence; ``year`` is None where it is not named."""

    span: Span
    day: int
    month: int
    year: int | None

    def is_on(self, other: date | None) -> bool:
        """Whether it is that date, as far as it is named."""
        if other is None:
            return False
        return (self.day, self.month) == (other.day, other.month) and self.year in {None, other.year}


def days_in(sentence: Sentence) -> tuple[Day, ...]:
    """The dates of a sentence, also those without a year."""
    found = list(_full(sentence))
    for pattern, number in _day_and_month(sentence.lexicon, sentence.words):
        for match in pattern.finditer(sentence.folded):
            span = Span(*match.span())
            if not any(span.overlaps(other.span) for other in found):
                month = sentence.lexicon.month_numbers[match["m"]]
                found.append(Day(span, int(match[number]), month, None))
    return tuple(sorted(found, key=lambda each: each.span))


def _is_name(sentence: Sentence, month: Span) -> bool:
    """Whether a word for a month means one: short ones ("may", "mai") are other words too.

    An abbreviation is no name without a day or a year.
    """
    if sentence.text[month.start].isupper():
        return True
    if not sentence.folded[month.end - 1].isalpha():
        return False
    before = sentence.folded[: month.start].split()[-1:]
    is_led = bool(before) and sentence.words.around.fullmatch(before[0]) is not None
    return len(month) > _SHORT_NAME or is_led


@cache
def _day_and_month(lexicon: Lexicon, words: Vocabulary) -> tuple[tuple[re.Pattern[str], int], ...]:
    """A day before its month, and behind it, each with the group that holds the day."""
    months = lexicon.months.pattern.replace("(?<!\\w)", "").replace("(?!\\w)", "")
    return (
        (re.compile(rf"(?<![\d.,/])(\d{{1,2}}){_ORDINAL}\s+{_small(words)}(?P<m>{months})(?!\w)"), 1),
        (re.compile(rf"(?<!\w)(?P<m>{months})\s+(\d{{1,2}}){_ORDINAL}(?![\d.,]\d|\d)"), 2),
    )


@cache
def _year_beside(words: Vocabulary) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A year right before what ends there, and right behind what begins there: "2025 m. gruodžio"."""
    year = r"(?<!\d)((?:19|20)\d\d)"
    return re.compile(rf"{year}\.?\s+{_small(words)}$"), re.compile(rf"\s+{_small(words)}{year}(?!\d)")


def _small(words: Vocabulary) -> str:
    return rf"(?:{words.date.pattern}\s+)?"


def _full(sentence: Sentence) -> Iterator[Day]:
    for span in mention.mentions_in(sentence.text, sentence.language).claimed:
        dates = mention.mentions_in(sentence.text[span.start : span.end], sentence.language).dates
        if dates:
            yield Day(span, dates[0].day, dates[0].month, dates[0].year)


def years_in(sentence: Sentence) -> frozenset[int]:
    """The years a sentence names anywhere."""
    return frozenset(int(found[0]) for found in _YEAR.finditer(sentence.folded))


def months_in(sentence: Sentence) -> frozenset[tuple[int, int | None]]:
    """The months a sentence names without a day, each with its year where that stands beside it."""
    days = [day.span for day in days_in(sentence)]
    periods = [each.period for each in periods_in(sentence.text, sentence.language, days)]
    found = {(each.month, each.year) for each in periods if each.month is not None and each.day is None}
    for match in sentence.lexicon.months.finditer(sentence.folded):
        span = Span(*match.span())
        before, behind = _year_beside(sentence.words)
        year = behind.match(sentence.folded, span.end) or before.search(sentence.folded[: span.start])
        if (year or _is_name(sentence, span)) and not any(span.overlaps(day) for day in days):
            month = sentence.lexicon.month_numbers[match[0]]
            found.add((month, int(year[1]) if year else None))
    return frozenset(found)
