"""Adopted or not, and by which majority, by the words of a draft, held against the notice."""

import re
from collections.abc import Iterator

from assistant.answer import Term
from assistant.check.ballot import sides_in
from assistant.check.case import Case
from assistant.check.claim import ClaimKind, Finding, Judgement
from assistant.check.draft import Doubt, Sentence
from assistant.check.numeral import numbers_in
from corpus.model import MajorityRule
from corpus.text import Span


def outcomes_in(sentence: Sentence, case: Case) -> Iterator[Judgement]:
    """The judged outcomes a sentence tells of."""
    votes = [side.words for side in sides_in(sentence, numbers_in(sentence))]
    denied = _spans(sentence.lexicon.outcome.not_adopted, sentence.folded)
    denied = [span for span in denied if not _hits(span, votes)]  # "21 yes, 2 no": no denial
    failed = [s for s in _spans(sentence.words.rejected, sentence.folded) if not _hits(s, denied)]
    said = [s for s in _spans(sentence.lexicon.outcome.adopted, sentence.folded) if not _hits(s, denied)]
    said += [s for s in _spans(sentence.words.adopted, sentence.folded) if not _hits(s, [*denied, *said])]
    rules = list(_rules(sentence, case))
    yield from _judged(sentence, case, [*denied, *failed], is_adopted=False)
    if not any(rule.finding is Finding.CONTRADICTED for rule in rules):
        yield from _judged(sentence, case, [s for s in said if not _hits(s, failed)], is_adopted=True)
    yield from rules or _reached(sentence, case)


def _judged(sentence: Sentence, case: Case, places: list[Span], *, is_adopted: bool) -> Iterator[Judgement]:
    adopted = case.vote.adopted
    for span in places[:1]:
        place = sentence.place(span)
        if adopted is None or sentence.is_negated(span):
            yield Judgement(ClaimKind.OUTCOME, place, Finding.NOT_CHECKABLE, f"doubt_{Doubt.UNCLEAR}")
            continue
        finding = Finding.SUPPORTED if adopted.value is is_adopted else Finding.CONTRADICTED
        message = "adopted" if adopted.value else "not_adopted"
        yield Judgement(ClaimKind.OUTCOME, place, finding, message, {}, case.at(adopted.span))


def _rules(sentence: Sentence, case: Case) -> Iterator[Judgement]:
    """By unanimity, by a qualified majority: where an outcome is told, not where the rule is explained."""
    words, stated = sentence.lexicon, case.vote.majority_rule
    told = [*_spans(words.outcome.adopted, sentence.folded), *_spans(sentence.words.adopted, sentence.folded)]
    told += _spans(words.vote.verbs, sentence.folded)
    named = [(MajorityRule.UNANIMITY, s) for s in _spans(sentence.words.unanimous, sentence.folded)]
    named += [(MajorityRule.QUALIFIED, s) for s in _spans(words.majority.qualified, sentence.folded)]
    named += [(MajorityRule.SIMPLE, s) for s in _spans(words.majority.simple, sentence.folded)]
    for rule, span in named[:1]:
        reached = _spans(words.outcome.reached, sentence.folded)
        if (
            stated is None
            or not (told or reached)
            or (rule is MajorityRule.QUALIFIED and _sets_out(sentence))
        ):
            continue
        place = sentence.place(span)
        if _spans(words.outcome.not_reached, sentence.folded):
            continue
        if sentence.is_negated(span):
            yield Judgement(ClaimKind.OUTCOME, place, Finding.NOT_CHECKABLE, f"doubt_{Doubt.NEGATED}")
            continue
        is_right = stated.value is rule
        finding = Finding.SUPPORTED if is_right else Finding.CONTRADICTED
        slots = {"rule": Term(f"check.rule_{stated.value}")}
        message = "rule" if is_right else "rule_other"
        yield Judgement(ClaimKind.OUTCOME, place, finding, message, slots, case.at(stated.span))


def _reached(sentence: Sentence, case: Case) -> Iterator[Judgement]:
    """ "The required majority was not reached"."""
    words, stated = sentence.lexicon, case.vote.majority_reached
    named = [*_spans(words.majority.qualified, sentence.folded), *_spans(words.majority.any, sentence.folded)]
    failed, reached = (_spans(p, sentence.folded) for p in (words.outcome.not_reached, words.outcome.reached))
    if stated is None or not named or not (failed or reached) or _sets_out(sentence):
        return
    said = (failed or reached)[0]
    place = sentence.place(said)
    if sentence.is_negated(said):
        yield Judgement(ClaimKind.OUTCOME, place, Finding.NOT_CHECKABLE, f"doubt_{Doubt.NEGATED}")
        return
    finding = Finding.SUPPORTED if stated.value is not bool(failed) else Finding.CONTRADICTED
    message = "reached" if stated.value else "not_reached"
    yield Judgement(ClaimKind.OUTCOME, place, finding, message, {}, case.at(stated.span))


def _sets_out(sentence: Sentence) -> bool:
    """Whether the sentence speaks of percentages or of a blocking minority: of the rule in general."""
    has_percent = sentence.lexicon.units["percent"].search(sentence.folded) or "%" in sentence.folded
    return bool(has_percent) or sentence.words.blocking.search(sentence.folded) is not None


def _spans(pattern: re.Pattern[str], folded: str) -> list[Span]:
    return [Span(*found.span()) for found in pattern.finditer(folded)]


def _hits(span: Span, others: list[Span]) -> bool:
    return any(span.overlaps(other) for other in others)
