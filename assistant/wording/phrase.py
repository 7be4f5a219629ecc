"""One slot of a sentence in the asker's language: numbers, dates, names, lists, quotations.

Knows the conventions of a language through babel and the names of the states. Refuses to know
sentences: those are the catalogue's.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from assistant.answer import Month, Moves, Quantity, Quotes, Slot, Speakers, States, Term
from assistant.wording import collation
from assistant.wording.catalogue import Catalogue
from corpus import member_state
from corpus.identifiers import Provision

_SLOT = re.compile(r"\{(?P<name>\w+)(?::(?P<form>\w+))?\}")
_INSTITUTIONS = ("Commission", "Council")
_PLURAL = 2
_MILLION = Decimal(10**6)
_EUR, _MILLIONS = "EUR", "unit.million_eur"
_ALIASES = {"percentage_point": "point"}


def fill(words: Catalogue, key: str, slots: Mapping[str, Slot]) -> str:
    """The sentence of a message with its slots filled, its first letter a capital.

    Raises: KeyError when the catalogue lacks the key or the message a slot.
    """
    pattern = words.pattern(key, count_of(words, slots))
    text = _SLOT.sub(lambda found: written(words, slots[found["name"]], found["form"]), pattern)
    return capitalised(text)


def count_of(words: Catalogue, slots: Mapping[str, Slot]) -> int | None:
    """What decides a message's plural form: its slot ``n``, else how many ``states`` or ``who`` it names.

    One state whose name is a plural ("les Pays-Bas") counts as two.
    """
    n, states, who = slots.get("n"), slots.get("states"), slots.get("who")
    if isinstance(n, int):
        return n
    named = states.codes if isinstance(states, States) else who.names if isinstance(who, Speakers) else None
    if named is not None and len(named) == 1 and named[0] in words.plural_names:
        return _PLURAL
    return None if named is None else len(named)


def written(words: Catalogue, value: Slot, form: str | None = None) -> str:
    """A slot's value in the conventions of the language."""
    match value:
        case States(codes, by_name):
            ordered = sorted(codes, key=lambda code: _order(words, code)) if by_name else codes
            return _listed(words, [named(words, code, form) for code in ordered], form)
        case Speakers(names):
            return _listed(words, [named(words, name, form) for name in names], form)
        case Moves(moves):
            told = (f"{written(words, who, 'names')}: {written(words, at)}" for who, at in moves)
            return words.between.join(told)
        case Quotes(places):
            return " … ".join(quoted(words, place.quote) for place in places)
        case Quantity(amount, unit):
            return quantity(words, amount, unit)
        case tuple():
            return _listed(words, [quantity(words, each.value, each.unit) for each in value], form)
        case Term(key):
            return words.pattern(key)
        case datetime() if form == "time":
            return f"{value:%H.%M}"
        case date() | Month():
            return _date(words.locale, value)
        case Provision():
            return _provision(words, value)
        case int() | Decimal():
            return number(words.locale, value)
        case _:
            return str(value)


def _provision(words: Catalogue, value: Provision) -> str:
    """A provision down to its subparagraph, where this has a name: the first few do."""
    key = f"subparagraph.{value.subparagraph}"
    return f"{value}, {words.pattern(key)}" if value.subparagraph and words.has(key) else str(value)


def named(words: Catalogue, who: str, form: str | None = None) -> str:
    """A state or institution: as subject, genitive ("of"), "according", or by its bare name ("names")."""
    if who in _INSTITUTIONS:
        return words.pattern(f"speaker.{who}_{_INSTITUTION_FORM[form]}")
    return _STATE_FORM[form](who, words.language)


def _order(words: Catalogue, who: str) -> tuple[tuple[int, ...], str]:
    """Where a state stands in a list, whatever the form its name takes there."""
    return collation.order_of(named(words, who, "names"), words.language)


def quoted(words: Catalogue, quote: str) -> str:
    """A quotation, verbatim, in the quotation marks of the answer's language."""
    return f"{words.opening}{quote}{words.closing}"


def quantity(words: Catalogue, amount: Decimal, unit: str) -> str:
    """A number with its unit: "30,000 relocations", "EUR 74.66 million", "3.21 %"."""
    if unit == "ratio":
        percent = number(words.locale, amount.scaleb(2))
        return words.pattern("unit.percent").replace("{n}", percent)
    has_code = _is_currency(unit) and _EUR in words.pattern(_MILLIONS, 0)
    if amount >= _MILLION and (has_code or unit == _EUR):
        amount /= _MILLION
        pattern = words.pattern(_MILLIONS, _countable(amount)).replace(_EUR, unit)
    else:
        known = f"unit.{_ALIASES.get(unit, unit).replace('/', '_per_')}"
        key = known if words.has(known) else "unit.unknown"
        pattern = words.pattern(key, _countable(amount))
    return pattern.replace("{n}", number(words.locale, amount)).replace("{unit}", unit)


def _countable(amount: Decimal) -> int | Decimal:
    """The number as plural rules see it: "600" and "74,66" take different forms."""
    return int(amount) if amount == amount.to_integral_value() else amount


def _is_currency(unit: str) -> bool:
    """Whether a unit is a currency code."""
    return len(unit) == len(_EUR) and unit.isupper()


def number(locale: str, value: int | Decimal) -> str:
    """A number by the conventions of the language, with every decimal it has."""
    return _number(locale, value, max(0, -int(Decimal(value).as_tuple().exponent)))


@cache
def _number(locale: str, value: int | Decimal, decimals: int) -> str:
    """A number with so many decimals, which are part of what it is kept under: 2 and 2.00 are equal."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, format=pattern, locale=locale)


def capitalised(text: str) -> str:
    """The text with its first character a capital, where it is a letter."""
    return text[:1].upper() + text[1:]


@cache
def _date(locale: str, value: date | Month) -> str:
    if isinstance(value, Month):
        return str(format_skeleton("yMMMM", value.first, locale=locale))
    day = value.date() if isinstance(value, datetime) else value
    return format_date(day, format="long", locale=locale)


def _listed(words: Catalogue, names: list[str], form: str | None) -> str:
    if form == "names":
        return ", ".join(names)
    return format_list(names, locale=Locale.parse(words.locale)) if names else ""


_INSTITUTION_FORM = {None: "subject", "names": "name", "of": "of", "according": "according_to"}
_STATE_FORM: Mapping[str | None, Callable[[str, str], str]] = {
    None: member_state.subject_of,
    "names": member_state.name_of,
    "of": member_state.genitive_of,
    "according": member_state.according_to,
}
