"""Percentages of the voting rule, by the words of a draft, held against the Treaty as our notes give it.

Source: TEU 16(4); TFEU 238(3). 55 % is of the members, 65 % of their population, and a blocking
minority takes more than 35 %: the press often changes them about.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from assistant.answer import Quantity
from assistant.check.case import Case
from assistant.check.claim import ClaimKind, Finding, Judgement
from assistant.check.draft import Sentence
from assistant.check.numeral import numbers_in
from assistant.citing import reference
from corpus.figures import number_of
from corpus.model import MajorityRule
from corpus.text import Span

_NUMBER = re.compile(r"(?<![\w.,/])(\d{1,2}(?:[.,]\d{1,2})?)\s?")
_REACH = 70
_ENDING = 8
_MEMBERS, _POPULATION, _BLOCKING = Decimal(55), Decimal(65), Decimal(35)
_BLOCKING_MEMBERS = 4
_TENTH = Decimal("0.1")
_RULES = ("teu-16-4", "tfeu-238-3-a")


class Whole(StrEnum):
    """What a percentage is of."""

    MEMBERS = "members"
    POPULATION = "population"


def thresholds_in(sentence: Sentence, case: Case) -> Iterator[Judgement]:
    """The judged percentages of the voting rule in a sentence."""
    words, folded = sentence.words, sentence.folded
    blocking = words.blocking.search(folded) is not None
    is_on_rule = blocking or words.majority.search(folded) is not None
    percents = percents_in(sentence)
    for index, span in enumerate(percents):
        whole = _whole(sentence, span, percents[index + 1 :])
        value = _value(folded[span.start : span.end])
        if is_on_rule and (whole is not None or blocking):
            yield from _judge(sentence, case, (span, value, whole), blocking=blocking)
        elif whole is Whole.POPULATION:
            yield from _share(sentence, case, span, value)
    if blocking:
        yield from _blocking_members(sentence, case)


def percents_in(sentence: Sentence) -> list[Span]:
    """Where a sentence has a percentage: the number and its unit."""
    unit = sentence.lexicon.units["percent"]
    found: list[Span] = []
    for number in _NUMBER.finditer(sentence.folded):
        sign = "%" if sentence.folded.startswith("%", number.end()) else None
        word = unit.match(sentence.folded, number.end())
        if sign or word:
            found.append(Span(number.start(), number.end() + 1 if sign else word.end() if word else 0))
    return found


def _value(written: str) -> Decimal:
    found = _NUMBER.match(written)
    return number_of(found[1]) if found else Decimal(0)


def _whole(sentence: Sentence, span: Span, later: list[Span]) -> Whole | None:
    """What stands nearest after the percentage, before the next one; else right before it.

    A percentage with an ending that says whose it is ("a tagállamok 55 %-a") has its whole before it.
    """
    if sentence.words.owned.search(sentence.folded, span.start, span.end + _ENDING):
        return _before(sentence, span)
    end = min([span.end + _REACH, len(sentence.folded), *(other.start for other in later[:1])])
    after = _first(sentence, span.end, end)
    if after is not None:
        return after
    start = max(0, span.start - _REACH)
    return _first(sentence, start, span.start)


def _before(sentence: Sentence, span: Span) -> Whole | None:
    """What stands nearest before a percentage, after the one before it."""
    earlier = [other.end for other in percents_in(sentence) if other.end <= span.start]
    found = _wholes(sentence, max([0, span.start - _REACH, *earlier]), span.start)
    return max(found)[1] if found else None


def _first(sentence: Sentence, start: int, end: int) -> Whole | None:
    found = _wholes(sentence, start, end)
    return min(found)[1] if found else None


def _wholes(sentence: Sentence, start: int, end: int) -> list[tuple[int, Whole]]:
    """What a percentage may be of between two places, each with where it stands."""
    patterns = {Whole.MEMBERS: sentence.words.members, Whole.POPULATION: sentence.words.population}
    return [
        (match.start(), whole)
        for whole, pattern in patterns.items()
        for match in pattern.finditer(sentence.folded, start, end)
    ]


def _judge(
    sentence: Sentence, case: Case, said: tuple[Span, Decimal, Whole | None], *, blocking: bool
) -> Iterator[Judgement]:
    span, value, whole = said
    rule = case.vote.majority_rule
    if case.vote.reinforced or (rule and rule.value is not MajorityRule.QUALIFIED):
        return
    right = _BLOCKING if blocking else _MEMBERS if whole is Whole.MEMBERS else _POPULATION
    places = tuple(reference.note(name) for name in _RULES)
    place = sentence.place(span)
    if sentence.is_negated():
        yield Judgement(ClaimKind.THRESHOLD, place, Finding.NOT_CHECKABLE, "doubt_negated")
    elif blocking and value in {_MEMBERS, _POPULATION} and whole is Whole.POPULATION and _told_both(sentence):
        yield Judgement(ClaimKind.THRESHOLD, place, Finding.NOT_CHECKABLE, "doubt_unclear")
    elif value == right and whole is not None and not (blocking and whole is Whole.MEMBERS):
        yield Judgement(ClaimKind.THRESHOLD, place, Finding.SUPPORTED, "threshold", {}, places)
    elif value in {_MEMBERS, _POPULATION, _BLOCKING, Decimal(45)}:
        yield Judgement(ClaimKind.THRESHOLD, place, Finding.CONTRADICTED, "threshold_other", {}, places)
    else:
        yield from _share(sentence, case, span, value)


def _told_both(sentence: Sentence) -> bool:
    """Whether a sentence speaks of the majority as well as of the minority that blocks it."""
    return sentence.lexicon.majority.qualified.search(sentence.folded) is not None


def _share(sentence: Sentence, case: Case, span: Span, value: Decimal) -> Iterator[Judgement]:
    """A share of the population behind the vote: right where it is the computed one, rounded."""
    place = sentence.place(span)
    tolerance = Fraction(1, 2) / 10 ** -int(value.as_tuple().exponent)
    near = [share for share in _shares(case) if abs(share - Fraction(value)) <= tolerance]
    if not near or sentence.is_negated():
        yield Judgement(ClaimKind.THRESHOLD, place, Finding.NOT_CHECKABLE, "doubt_unclear")
        return
    shown = Decimal(near[0].numerator) / Decimal(near[0].denominator)
    slots = {"value": Quantity(shown.quantize(_TENTH), "percent")}
    places = (reference.heading("reference-population"),)
    yield Judgement(ClaimKind.THRESHOLD, place, Finding.DERIVED, "share", slots, places)


def _shares(case: Case) -> Iterator[Fraction]:
    """The shares of the population in favour, and of those not in favour, in percent."""
    for reading in case.readings.readings:
        blocking = reading.majority.blocking
        for share in (reading.majority.population, blocking.population if blocking else None):
            if share is not None:
                yield share.value * 100


def _blocking_members(sentence: Sentence, case: Case) -> Iterator[Judgement]:
    """How many members a blocking minority takes."""
    needed = {_BLOCKING_MEMBERS}
    for reading in case.readings.readings:
        if reading.majority.blocking and reading.majority.blocking.members_needed:
            needed.add(reading.majority.blocking.members_needed)
    block = sentence.words.blocking.search(sentence.folded)
    for number in numbers_in(sentence):
        noun = sentence.words.members.search(sentence.folded, number.span.end, number.span.end + 24)
        if noun is None or block is None or sentence.is_negated():
            continue
        place = sentence.place(number.span.joined(Span(*noun.span())))
        finding = Finding.SUPPORTED if number.value in needed else Finding.NOT_CHECKABLE
        message = "threshold_blocking" if finding is Finding.SUPPORTED else "doubt_unclear"
        places = (reference.note(_RULES[0]),)
        yield Judgement(ClaimKind.THRESHOLD, place, finding, message, {}, places)
