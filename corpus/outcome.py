"""What a notice says came of the vote: majority rule, majority reached or not, act adopted or not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from corpus.lexicon import Lexicon
from corpus.model import MajorityRule, ReaderWarning, Stated
from corpus.reading import ReadingView
from corpus.text import Span
from corpus.title_mask import Masks

_OPENS_RESULT = re.compile(r"(?:[:=|\t]|\s[-–—])\s*$")
_CLOSES_RESULT = re.compile(r"\s*(?:$|[.;,)|\n])")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome as stated; a field is None where the sentences do not say, or say two things."""

    majority_rule: Stated[MajorityRule] | None = None
    reinforced: bool = False
    majority_reached: Stated[bool] | None = None
    adopted: Stated[bool] | None = None
    warnings: tuple[ReaderWarning, ...] = ()


def read_outcome(view: ReadingView, units: Sequence[Span], lexicon: Lexicon, masks: Masks) -> Outcome:
    """Read the outcome from the units (ranges of the view) that speak of one act."""
    rules: list[Stated[MajorityRule]] = []
    reached: list[Stated[bool]] = []
    adopted: list[Stated[bool]] = []
    reinforced = False
    for unit in units:
        folded = _masked(view.folded, unit, masks)
        rules += _rules(view, unit, folded, lexicon)
        reached += _reached(view, unit, folded, lexicon)
        adopted += _adopted(view, unit, folded, lexicon)
        reinforced = reinforced or lexicon.majority.reinforced.search(folded) is not None
    warnings = [*_disagreements("majority_rule", rules), *_disagreements("adopted", adopted)]
    warnings += _disagreements("majority_reached", reached)
    rule, is_reached, is_adopted = _single(rules), _single(reached), _single(adopted)
    if is_reached and is_adopted and is_adopted.value and not is_reached.value:
        message = "the act is called adopted although the majority was not reached"
        warnings.append(ReaderWarning("adopted_without_majority", message, is_adopted.span))
        is_adopted = None
    is_reinforced = reinforced and rule is not None and rule.value is MajorityRule.QUALIFIED
    return Outcome(rule, is_reinforced, is_reached, is_adopted, tuple(warnings))


def _masked(folded: str, unit: Span, masks: Masks) -> str:
    text = folded[unit.start : unit.end]
    for mask in masks.within(unit):
        text = text[: mask.start] + "\0" * len(mask) + text[mask.end :]
    return text


def _rules(view: ReadingView, unit: Span, folded: str, lexicon: Lexicon) -> Iterator[Stated[MajorityRule]]:
    words = lexicon.majority
    if (found := words.reinforced.search(folded)) and not words.unanimity.search(folded):
        yield Stated(MajorityRule.QUALIFIED, view.span(unit.start + found.start(), unit.start + found.end()))
        return
    named = (
        (MajorityRule.QUALIFIED, words.qualified),
        (MajorityRule.UNANIMITY, words.unanimity),
        (MajorityRule.SIMPLE, words.simple),
    )
    for rule, pattern in named:
        for found in pattern.finditer(folded):
            yield Stated(rule, view.span(unit.start + found.start(), unit.start + found.end()))


def _reached(view: ReadingView, unit: Span, folded: str, lexicon: Lexicon) -> Iterator[Stated[bool]]:
    majority, words = lexicon.majority, lexicon.outcome
    patterns = (majority.reinforced, majority.qualified, majority.unanimity, majority.simple, majority.any)
    if not any(pattern.search(folded) for pattern in patterns):
        return
    for value, pattern in ((False, words.not_reached), (True, words.reached)):
        found = pattern.search(folded)
        if found:
            yield Stated(value, view.span(unit.start + found.start(), unit.start + found.end()))
            return


def _adopted(view: ReadingView, unit: Span, folded: str, lexicon: Lexicon) -> Iterator[Stated[bool]]:
    denied = [Span(*found.span()) for found in lexicon.outcome.not_adopted.finditer(folded)]
    for span in denied:
        yield Stated(False, view.span(unit.start + span.start, unit.start + span.end))
    for found in lexicon.outcome.adopted.finditer(folded):
        if not any(Span(*found.span()).overlaps(span) for span in denied):
            yield Stated(True, view.span(unit.start + found.start(), unit.start + found.end()))
    labels = ((False, lexicon.outcome.label_not), (True, lexicon.outcome.label))
    for value, pattern in labels:
        for found in pattern.finditer(folded):
            if _stands_alone(folded, found):
                yield Stated(value, view.span(unit.start + found.start(), unit.start + found.end()))


def _stands_alone(folded: str, found: re.Match[str]) -> bool:
    """After a colon or dash, and nothing behind: "Decision (doc. 7001/23): adopted"."""
    return bool(_OPENS_RESULT.search(folded[: found.start()]) and _CLOSES_RESULT.match(folded, found.end()))


def _single(found: Sequence[Stated[T]]) -> Stated[T] | None:
    return found[0] if len({each.value for each in found}) == 1 else None


def _disagreements(field: str, found: Sequence[Stated[T]]) -> Iterator[ReaderWarning]:
    values = dict.fromkeys(each.value for each in found)
    if len(values) > 1:
        said = " and ".join(str(value) for value in values)
        yield ReaderWarning(f"{field}_disagrees", f"the notice says both {said}", found[-1].span)
