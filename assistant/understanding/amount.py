"""Amounts in a question: numbers as each language writes them, with the unit named beside them.

Knows digits, separators and the unit words of the cue files. Refuses to know whose amount it is.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache

from babel import Locale, UnknownLocaleError

from assistant.question import Amount
from assistant.understanding.phrasebook import Mark
from assistant.understanding.result_numbers import results_in
from assistant.understanding.token import Token
from corpus.text import Span

_NUMBER = re.compile(
    r"(?<![\w/.,])\d{1,3}(?:[ \u00a0\u202f\u2009.,'’]\d{3})+(?:[.,]\d{1,2})?(?!\d)|(?<![\w/])\d+(?:[.,]\d+)?"
)
_SCALES: Mapping[str, int] = {"unit.thousand": 10**3, "unit.million": 10**6, "unit.billion": 10**9}
_NEAR = 3
_IN_WORDS = "number."
_STATE = "unit.state"
_LEAST_FIGURE = 30
_YEARS = range(1950, 2051)


def amounts_in(
    text: str, language: str, tokens: Sequence[Token], marks: Sequence[Mark]
) -> tuple[Amount, ...]:
    """The amounts of a question, in order; a number with no unit has none. A result told is its numbers."""
    if results := results_in(text):
        return tuple(Amount(Decimal(number), None) for numbers in results for number in numbers)
    found: list[Amount] = []
    for match in _NUMBER.finditer(text):
        inside = [i for i, token in enumerate(tokens) if match.start() <= token.start < match.end()]
        if not inside or any(mark.start <= inside[0] < mark.end and "claimed" in mark.tags for mark in marks):
            continue
        value, after = number_of(match[0], language), inside[-1] + 1
        if [token.text for token in tokens[after : after + 1]] == ["%"]:
            found.append(Amount(value, "percent"))
        else:
            following = _next_number(tokens, after)
            near = [m for m in marks if m.start < following and not _is_asked_in(m, after, tokens)]
            if _is_in_millions(inside[0], after, tokens, near):
                value, after = value * _SCALES["unit.million"], after + 1
            found.append(_with_unit(value, after, inside[0], near))
    return tuple(dict.fromkeys(amount for amount in found if not _is_year(amount)))


def _is_asked_in(mark: Mark, after: int, tokens: Sequence[Token]) -> bool:
    """Whether a percentage is what a number is asked in, not what it is: "962 of 30 000 in percent"."""
    return "unit.percent" in mark.tags and mark.start == after + 1 and tokens[after].is_word


def _is_in_millions(first: int, after: int, tokens: Sequence[Token], marks: Sequence[Mark]) -> bool:
    """Whether a currency beside it makes a bare letter a scale: "74,66 M€", "€74.66m"."""
    if [token.text for token in tokens[after : after + 1]] not in (["M"], ["m"]):
        return False
    return any("unit.EUR" in m.tags and (m.start == after + 1 or m.end == first) for m in marks)


def _next_number(tokens: Sequence[Token], after: int) -> int:
    """Where the next number stands: what is behind it is its own scale or unit."""
    return next((at for at in range(after, len(tokens)) if tokens[at].is_number), len(tokens))


def number_of(written: str, language: str) -> Decimal:
    """A number as a language writes it; a mark before three digits separates thousands.

    >>> number_of("74,66", "nl"), number_of("175 000", "nl"), number_of("30.000", "en")
    (Decimal('74.66'), Decimal('175000'), Decimal('30000'))
    """
    plain = re.sub(r"[\s\u00a0\u202f\u2009'’]", "", written)
    last = max(plain.rfind("."), plain.rfind(","))
    if last < 0:
        return Decimal(plain)
    whole, fraction = re.sub(r"[.,]", "", plain[:last]), plain[last + 1 :]
    several = len(re.findall(r"[.,]", plain)) > 1
    mixed = "." in plain and "," in plain
    is_thousands = len(fraction) == 3 and (not mixed) and (several or (whole != "0" and len(whole) <= 3))
    if mixed and len(fraction) == 3 and plain[last] != _decimal_mark(language):
        is_thousands = True
    return Decimal(whole + fraction) if is_thousands else Decimal(f"{whole}.{fraction}")


def is_figure(amount: Amount) -> bool:
    """Whether an amount is a figure of a record, not the number of a point or of members."""
    return amount.unit not in {None, "state"} or amount.value >= _LEAST_FIGURE or amount.value % 1 != 0


def _is_year(amount: Amount) -> bool:
    return amount.unit is None and amount.value in _YEARS


def states_in_words(marks: Sequence[Mark]) -> tuple[Amount, ...]:
    """How many states are spoken of, where that is a word right before them: "six states"."""
    return tuple(
        Amount(Decimal(tag.removeprefix(_IN_WORDS)), "state")
        for at, mark in enumerate(marks)
        for tag in sorted(mark.tags)
        if tag.startswith(_IN_WORDS)
        and any(_STATE in m.tags and m.start <= mark.end + 1 for m in marks[at : at + 2])
    )


def claimed_marks(tokens: Sequence[Token], spans: Sequence[Span]) -> tuple[Mark, ...]:
    """The tokens that identifiers and dates have claimed, as marks."""
    return tuple(
        Mark(frozenset({"claimed"}), index, index + 1)
        for index, token in enumerate(tokens)
        if any(span.start <= token.start < span.end for span in spans)
    )


def _with_unit(value: Decimal, after: int, before: int, marks: Sequence[Mark]) -> Amount:
    """The number with what stands right behind it (scale, unit) or right before it (€)."""
    unit: str | None = None
    at = after
    for mark in marks:
        units = sorted(tag for tag in mark.tags if tag.startswith("unit."))
        if "unit.percent" in units and at != after:
            continue  # "600 milliónak hány százaléka": millions have no per cent
        reach = _NEAR if unit is None and at == after and "unit.percent" not in units else 1
        if units and at <= mark.start <= at + reach:
            scale = next((_SCALES[tag] for tag in units if tag in _SCALES), None)
            value *= scale or 1
            unit = unit or next((tag.removeprefix("unit.") for tag in units if tag not in _SCALES), None)
            at = mark.end
        elif "unit.EUR" in mark.tags and mark.end == before:
            unit = "EUR"
    return Amount(value.normalize() if value != value.to_integral_value() else Decimal(int(value)), unit)


@cache
def _decimal_mark(language: str) -> str:
    try:
        symbols = Locale(language).number_symbols
    except (UnknownLocaleError, ValueError):
        return "."
    return str(symbols.get("latn", symbols).get("decimal", "."))
