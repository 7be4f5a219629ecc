"""The figures a text claims: a number, its unit, who says it, and whose figure it is said to be.

Knows how the Union writes numbers ("30 000", "74,66 miljoen EUR", "EUR 600 million", "42 %"). A
number without a unit of the lexicon is no figure: years, articles and dates stay out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from corpus.claim import Claims
from corpus.lexicon import Lexicon
from corpus.member_state import find_states
from corpus.model import Figure
from corpus.reading import ReadingView
from corpus.state_names import MentionKind
from corpus.text import Span

_NUMBER = r"(?<![\w.,/-])(?P<number>\d{1,3}(?:[ .,']\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?![\d/])"
_WORDS_BETWEEN = r"(?:\s+(?!\d)[^\s\d.,;:()]+){0,2}?"
_CURRENCY_UNITS = ("EUR", "USD")
_SCALES = (("thousand", Decimal(1000)), ("million", Decimal(10) ** 6), ("billion", Decimal(10) ** 9))
_HEDGE_REACH = 30
_INHABITANT_REACH = 40
_REPORT_REACH = 800
_LAST_COMMA = 14
_STOPS = re.compile(r"[;:]")
COMMISSION = "Commission"


@dataclass(frozen=True, slots=True)
class _Amount:
    value: Decimal
    unit: str
    span: Span


def read_figures(
    view: ReadingView, sentences: tuple[Span, ...], lexicon: Lexicon, claimant: str
) -> Iterator[Figure]:
    """The figures in sentences (ranges of the view), claimed by a speaker."""
    for sentence in sentences:
        folded = view.folded[sentence.start : sentence.end]
        if not any(character.isdigit() for character in folded):
            continue
        text = view.text[sentence.start : sentence.end]
        for amount in sorted(_amounts(text, folded, lexicon), key=lambda a: a.span):
            yield Figure(
                value=amount.value,
                unit=amount.unit,
                claimant=claimant,
                reports=_reports(folded, amount.span, lexicon),
                bound=_bound(folded, amount.span, lexicon),
                span=view.span(sentence.start + amount.span.start, sentence.start + amount.span.end),
                sentence=view.span(sentence.start, sentence.end),
            )


def number_of(written: str) -> Decimal:
    """The value of a number as the Union writes it: groups of three, comma or point for decimals.

    >>> number_of("30 000"), number_of("74,66"), number_of("1.234,5")
    (Decimal('30000'), Decimal('74.66'), Decimal('1234.5'))
    """
    plain = re.sub(r"[ ']", "", written)
    grouped = re.fullmatch(r"\d{1,3}((?:[.,]\d{3})+)(?:[.,](\d+))?", plain)
    if grouped and not (re.fullmatch(r"0[.,]\d{3}", plain)):
        separators = set(re.findall(r"[.,]", plain))
        is_one_kind = len(separators) == 1 or plain.count(plain[len(plain) - len(grouped[2] or "") - 1]) == 1
        if is_one_kind:
            whole = re.sub(r"[.,]", "", plain[: grouped.end(1)])
            return Decimal(f"{whole}.{grouped[2]}" if grouped[2] else whole)
    return Decimal(plain.replace(",", "."))


def _amounts(text: str, folded: str, lexicon: Lexicon) -> Iterator[_Amount]:
    claims = Claims()
    for pattern in _patterns(lexicon):
        for found in pattern.finditer(folded):
            span = Span(*found.span())
            if claims.claim(span):
                unit = next(name for name in lexicon.units if found.groupdict().get(f"u_{name}"))
                yield _Amount(_plain(number_of(found["number"]) * _scale(found)), unit, span)
    for found in re.finditer(_NUMBER, folded):
        start, end = found.span()
        person = _inhabitants_after(text, end, lexicon)
        if person is not None and claims.claim(Span(start, person)):
            yield _Amount(number_of(found["number"]), "person", Span(start, person))


def _plain(value: Decimal) -> Decimal:
    """Without idle decimals: 74.66 million is 74660000, not 74660000.00."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def _inhabitants_after(text: str, end: int, lexicon: Lexicon) -> int | None:
    """Where the name of a people that a number counts ends: "175 000 Oekraïners"."""
    window = text[end : end + _INHABITANT_REACH]
    for mention in find_states(window, lexicon.language):
        if mention.kind is MentionKind.INHABITANT and window[: mention.span.start].strip() == "":
            return end + mention.span.end
    return None


def _scale(found: re.Match[str]) -> Decimal:
    parts = found.groupdict()
    return next((factor for name, factor in _SCALES if parts.get(name)), Decimal(1))


@cache
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    figure = lexicon.figure
    scale = (
        rf"(?:\s?(?:(?P<thousand>{figure.thousand.pattern})|(?P<million>{figure.million.pattern})"
        rf"|(?P<billion>{figure.billion.pattern})))?"
    )
    of = rf"(?:\s+(?:{lexicon.vote.of.pattern}))?\s?"
    money = "|".join(rf"(?P<u_{u}>{_unit(lexicon.units[u])})" for u in _CURRENCY_UNITS if u in lexicon.units)
    money_before = money.replace(r"(?!\w)", "")  # a sign may touch its number: "€74.66 million"
    counted = "|".join(
        rf"(?P<u_{u}>{_unit(pattern)})" for u, pattern in lexicon.units.items() if u not in _CURRENCY_UNITS
    )
    return (
        re.compile(rf"{_NUMBER}{scale}{of}(?:{money})"),
        re.compile(rf"(?:{money_before})\s?{_NUMBER}{scale}"),
        re.compile(rf"{_NUMBER}{scale}\s?{_WORDS_BETWEEN}\s?(?:{counted})"),
    )


def _unit(pattern: re.Pattern[str]) -> str:
    """Signs such as % and € need no word boundary before them."""
    return pattern.pattern.replace(r"(?<!\w)", "").replace(r"(?!\w)", r"(?!\w)")


def _bound(folded: str, span: Span, lexicon: Lexicon) -> str | None:
    before = folded[max(0, span.start - _HEDGE_REACH) : span.start].rstrip()
    words = lexicon.figure
    for bound, pattern in (("at_most", words.at_most), ("at_least", words.at_least), ("about", words.about)):
        if any(found.end() == len(before) for found in pattern.finditer(before)):
            return bound
    return None


def _reports(folded: str, span: Span, lexicon: Lexicon) -> str | None:
    """Whose figure it is: the Commission's where the same clause says so.

    A clause is cut at semicolons and at words of contrast ("instead of").
    """
    start, end = max(0, span.start - _REPORT_REACH), min(len(folded), span.end + _REPORT_REACH)
    for found in (
        *lexicon.speaker.instead.finditer(folded, start, end),
        *_STOPS.finditer(folded, start, end),
    ):
        if found.end() <= span.start:
            start = max(start, found.end())
        elif found.start() >= span.end:
            end = min(end, found.start())
    reports = lexicon.speaker.reports.finditer(folded, start, end)
    return COMMISSION if any(_reaches(folded, span, report.start()) for report in reports) else None


def _reaches(folded: str, span: Span, report: int) -> bool:
    """A report before the figure reaches it; one after it only over no more than a last comma."""
    return report <= span.end or "," not in re.sub(r"\d,\d", "", folded[span.end : report])[:-_LAST_COMMA]
