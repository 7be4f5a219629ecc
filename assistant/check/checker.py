"""Checking a draft: the main path. Sentences, claims, verdicts, words; nothing is kept.

read → settle the procedure → judge each sentence → doubt → word. What a sentence only guesses, asks or
tells of another vote is not checkable, whatever the record says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer import Slot
from assistant.check import (
    count,
    day,
    draft,
    figure,
    identifier,
    outcome,
    quotation,
    reason,
    scope,
    source,
    statement,
    telling,
    threshold,
    vocabulary,
    vote,
)
from assistant.check.case import Case
from assistant.check.claim import CheckedClaim, CheckedDraft, ClaimKind, Finding, Judgement
from assistant.check.draft import Doubt, Sentence
from assistant.citing.citation import Citation, Place, cite
from assistant.procedures.library import Library
from assistant.understanding import language as languages
from assistant.understanding.token import tokenise
from assistant.wording.phrase import fill

_ALWAYS = frozenset({ClaimKind.QUOTATION})
_ON_THE_RULE = frozenset({ClaimKind.THRESHOLD, ClaimKind.DATE, ClaimKind.DOCUMENT})
_TOLD = frozenset(ClaimKind) - {ClaimKind.FIGURE}  # whose figure it is told as is judged by itself
_ON_THE_MATTER = frozenset({Doubt.OTHER_MATTER, Doubt.OTHER_DATE, Doubt.WRONG_DATE, Doubt.OTHER_BODY})


def check_draft(
    text: str, library: Library, snapshot: str, *, language: str | None = None, procedure: str | None = None
) -> CheckedDraft:
    """Every checkable claim of a draft with its verdict; a pure function of its arguments."""
    spoken = language or languages.detect(text, tokenise(text), None)
    if spoken not in vocabulary.languages():
        return _nothing(spoken, snapshot, "check.doubt_language")
    sentences = draft.sentences_of(text, spoken)
    meant = scope.procedure_of(sentences, library, procedure) if sentences else None
    if meant is None:
        return _nothing(spoken, snapshot, "check.held_none")
    case = Case(library, meant)
    judged = tuple(_judgements(sentences, case))
    return _worded(text, spoken, snapshot, (case, judged))


def _judgements(sentences: Sequence[Sentence], case: Case) -> Iterator[Judgement]:
    named: frozenset[str] = frozenset()
    for sentence, stray in zip(sentences, scope.strays(sentences, case), strict=True):
        found = list(_of_sentence(sentence, case, named))
        told = Doubt.REPORTED if source.is_by_a_stranger(sentence) else None
        doubted = (_doubted(j, sentence.doubt or (told if j.kind in _TOLD else None), stray) for j in found)
        yield from sorted(doubted, key=lambda j: (j.span, j.kind))
        if stray is None:
            named |= telling.set_apart((sentence,)) | count.counted(sentence, case)


def _of_sentence(sentence: Sentence, case: Case, named: frozenset[str]) -> Iterator[Judgement]:
    yield from quotation.quotations_in(sentence, case)
    yield from vote.votes_in(sentence, case, named)
    yield from reason.reasons_in(sentence, case)
    yield from count.counts_in(sentence, case)
    yield from count.statements_in_number(sentence, case)
    yield from statement.statements_in(sentence, case)
    yield from outcome.outcomes_in(sentence, case)
    yield from threshold.thresholds_in(sentence, case)
    yield from day.days_judged(sentence, case)
    yield from identifier.identifiers_in(sentence, case)
    yield from figure.figures_in(sentence, case)


def _doubted(judged: Judgement, doubt: Doubt | None, stray: Doubt | None) -> Judgement:
    """A judgement of a sentence that asserts nothing about this vote is none."""
    if judged.kind in _ALWAYS or judged.finding is Finding.NOT_CHECKABLE:
        return judged
    if stray is Doubt.WRONG_DATE and judged.finding is Finding.CONTRADICTED:
        stray = None  # wrong about this very vote, on whatever day
    reasons = [doubt, stray]
    if judged.kind in _ON_THE_RULE:
        reasons = [each for each in reasons if each not in _ON_THE_MATTER]
    reason = next((each for each in reasons if each is not None), None)
    if reason is None:
        return judged
    return replace(
        judged, finding=Finding.NOT_CHECKABLE, message=f"doubt_{reason}", slots={}, places=(), changes=()
    )


def _worded(
    text: str, language: str, snapshot: str, found: tuple[Case, tuple[Judgement, ...]]
) -> CheckedDraft:
    case, judged = found
    words = vocabulary.wording(language)
    numbers: dict[tuple[str, int, int], Place] = {}
    claims = tuple(
        CheckedClaim(
            start=each.span.start,
            end=each.span.end,
            quote=text[each.span.start : each.span.end],
            kind=each.kind,
            verdict=each.finding,
            finding=fill(words, f"check.{each.message}", each.slots),
            citations=tuple(dict.fromkeys(_number(numbers, place) for place in each.places)),
            changes=each.changes,
        )
        for each in judged
    )
    file, title = identifier.file_of(case), case.title
    slots: dict[str, Slot] = {
        "file": file[0] if file else case.notice.document.value,
        "title": title.value if title else "",
    }
    citations = tuple(cite(place, n) for n, place in enumerate(numbers.values(), start=1))
    note = fill(words, "check.held", slots)
    return CheckedDraft(language, case.procedure.id, note, claims, citations, snapshot)


def _number(numbers: dict[tuple[str, int, int], Place], place: Place) -> int:
    key = (place.source.record, place.span.start, place.span.end)
    numbers.setdefault(key, place)
    return list(numbers).index(key) + 1


def _nothing(language: str, snapshot: str, message: str) -> CheckedDraft:
    words = vocabulary.wording(language)
    citations: tuple[Citation, ...] = ()
    return CheckedDraft(language, None, fill(words, message, {}), (), citations, snapshot)
