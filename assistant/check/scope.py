"""Which procedure a draft is about, and which of its sentences are about something else.

Knows what names a matter: files, documents, titles, policies, years. When in doubt it is another's.
"""

from collections.abc import Iterator, Sequence

from assistant.check.case import Case
from assistant.check.claim import Finding
from assistant.check.dating import months_in, years_in
from assistant.check.day import days_judged
from assistant.check.draft import Doubt, Sentence
from assistant.check.identifier import documents_of, file_of
from assistant.procedure import Procedure
from assistant.procedures.library import Library
from assistant.question import Form, Intent, Understanding
from assistant.scoping import scope, strange
from assistant.scoping.topic import concepts_in
from assistant.understanding import cues
from assistant.understanding.subject import matter, policy
from corpus.identifiers import ProcedureReference
from corpus.lexicon import lexicon
from corpus.phrase import fold
from corpus.text import Span


def procedure_of(sentences: Sequence[Sentence], library: Library, wanted: str | None) -> Procedure | None:
    """The one procedure a draft is about; None where it names none that is held, or several are meant."""
    if wanted is not None:
        return next((p for p in library.procedures if wanted in {p.id, p.record.id, str(_file(p))}), None)
    text = " ".join(sentence.text for sentence in sentences)
    files = {file for sentence in sentences for file in sentence.reading.mentions.files}
    held = [p for p in library.procedures if not files or _file(p) in files]
    near = [p for p in library.procedures if any((f.year, f.number) == _number(p) for f in files)]
    if files and not (held or near):
        return None
    language = sentences[0].language
    asked = Understanding(
        question=text,
        language=language,
        intent=Intent.TALLY,
        form=Form.LIST,
        topics=tuple(dict.fromkeys(t for s in sentences for t in s.reading.topics)),
        matters=tuple(dict.fromkeys(m for s in sentences for m in matter.matters_in(s.reading))),
        procedure_files=tuple(f for f in files if held and _file(held[0]) == f),
        dates=tuple(dict.fromkeys(d for s in sentences for d in s.reading.mentions.dates)),
    )
    meant = scope.scope_of(asked, library).procedures
    by_document = tuple(p for p in meant if _names_document(sentences, Case(library, p)))
    chosen = by_document or meant
    return chosen[0] if len(chosen) == 1 else None


def strays(sentences: Sequence[Sentence], case: Case) -> Iterator[Doubt | None]:
    """For each sentence, why it is not about this vote; None where it is.

    A sentence that names nothing is about what the one before it is about.
    """
    before: Doubt | None = None
    for sentence in sentences:
        doubt, is_carried = _stray(sentence, case)
        if doubt is None and before is not None and not _names_own(sentence, case):
            doubt, is_carried = before, True
        yield doubt
        before = doubt if is_carried else None


def _stray(sentence: Sentence, case: Case) -> tuple[Doubt | None, bool]:
    """Why a sentence is about something else, and whether what follows is too.

    A date that is told wrongly of this very vote strays, but does not carry on.
    """
    if _names_other_file(sentence, case) or _names_other_matter(sentence, case):
        return Doubt.OTHER_MATTER, True
    if years_in(sentence) - _years(case) or not _is_in_months(sentence, case):
        return Doubt.OTHER_DATE, True
    judged = [day.finding for day in days_judged(sentence, case)]
    wrong = [finding for finding in judged if finding is not Finding.SUPPORTED]
    if Finding.NOT_CHECKABLE in wrong:
        return Doubt.OTHER_DATE, True
    return (Doubt.WRONG_DATE if wrong else None), False


def _is_in_months(sentence: Sentence, case: Case) -> bool:
    """Whether the months a sentence names are those in which the procedure ran."""
    days = [stated.value for stated in (case.notice.opened_on, case.notice.closed_at) if stated is not None]
    ran = {(day.month, year) for day in days for year in (day.year, None)}
    return not days or months_in(sentence) <= ran


def _names_other_file(sentence: Sentence, case: Case) -> bool:
    own = file_of(case)
    files = sentence.reading.mentions.files
    numbers = {(f.year, f.number) for f in files}
    other_file = bool(files) and own is not None and (own[0].year, own[0].number) not in numbers
    families = {number.family for number in documents_of(case)}
    documents = sentence.reading.mentions.documents
    return other_file or any(number.family not in families for number in documents)


def _names_other_matter(sentence: Sentence, case: Case) -> bool:
    own = matter.matters_of(case.procedure)
    policies = policy.fields_in(sentence.reading.words, sentence.language)
    if policies - own or _names_other_act(sentence, case):
        return True
    asked = Understanding(sentence.text, sentence.language, Intent.STATE_POSITION, Form.LIST)
    return bool(strange.strange_words(asked, strange.vocabulary_of(case.library), own))


def foreign_acts(sentence: Sentence, case: Case) -> tuple[Span, ...]:
    """Where a sentence names another kind of act than the procedure's."""
    theirs, ours = lexicon(case.notice.language).reference, sentence.lexicon.reference
    words = fold(case.title.value) if case.title else ""
    kinds = ((theirs.regulation, ours.regulation), (theirs.directive, ours.directive))
    patterns = [own for their, own in kinds if not their.search(words)] + [sentence.words.other_act]
    return tuple(Span(*found.span()) for p in patterns for found in p.finditer(sentence.folded))


def _names_other_act(sentence: Sentence, case: Case) -> bool:
    """Whether a sentence names another kind of act before its own matter."""
    found = [span.start for span in foreign_acts(sentence, case)]
    theirs, ours = lexicon(case.notice.language).reference, sentence.lexicon.reference
    is_decision = case.title is not None and theirs.decision.search(fold(case.title.value))
    own = [m.start() for m in ours.decision.finditer(sentence.folded)] if is_decision else []
    own += _own_topics(sentence, case)
    return bool(found) and (not own or min(found) < min(own))


def _own_topics(sentence: Sentence, case: Case) -> list[int]:
    """Where a sentence names a concept of the title."""
    title = case.title
    concepts = concepts_in(title.value, case.notice.language) if title else frozenset()
    marks = cues.cues(sentence.language).topics.marks(sentence.reading.words)
    tags = {f"{cues.TOPIC}.{concept}" for concept in concepts}
    return [sentence.reading.tokens[mark.start].start for mark in marks if mark.tags & tags]


def _names_own(sentence: Sentence, case: Case) -> bool:
    """Whether a sentence names the matter of the procedure."""
    days = [day.finding for day in days_judged(sentence, case)]
    is_own_day = bool(days) and set(days) == {Finding.SUPPORTED}
    return bool(
        is_own_day
        or _own_topics(sentence, case)
        or sentence.reading.mentions.files
        or sentence.reading.mentions.documents
    )


def _years(case: Case) -> set[int]:
    """The years in which the procedure ran, and those its title and file name."""
    notice = case.notice
    days = (notice.opened_on, notice.closed_at, notice.date_of_document)
    years = {stated.value.year for stated in days if stated is not None}
    title = case.title
    words = (title.value if title else "").split()
    named = {int(word) for word in words if word.isdecimal() and len(word) == 4}
    return years | named


def _file(procedure: Procedure) -> ProcedureReference | None:
    stated = procedure.act.procedure_file or procedure.record.notice.procedure_file
    return None if stated is None else stated.value


def _number(procedure: Procedure) -> tuple[int, int] | None:
    file = _file(procedure)
    return None if file is None else (file.year, file.number)


def _names_document(sentences: Sequence[Sentence], case: Case) -> bool:
    own = {number.family for number in documents_of(case)}
    return any(number.family in own for s in sentences for number in s.reading.mentions.documents)
