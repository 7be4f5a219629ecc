"""Document numbers and procedure files in a draft, held against those of the record."""

from collections.abc import Iterator

from assistant.check.case import Case
from assistant.check.claim import ClaimKind, Finding, Judgement
from assistant.check.draft import Sentence
from assistant.understanding import mention
from corpus.identifiers import DocumentNumber, ProcedureReference
from corpus.text import Span

Held = dict[DocumentNumber, Span]


def identifiers_in(sentence: Sentence, case: Case) -> Iterator[Judgement]:
    """The judged numbers of documents and files in a sentence."""
    held, file = documents_of(case), file_of(case)
    for span in mention.mentions_in(sentence.text, sentence.language).claimed:
        named = mention.mentions_in(sentence.text[span.start : span.end], sentence.language)
        for number in named.documents:
            yield _document(sentence, case, span, (number, held))
        for reference in named.files:
            yield _file(sentence, case, span, (reference, file))


def documents_of(case: Case) -> Held:
    """The documents of the record, each with the place that names it."""
    notice, act = case.notice, case.act
    stated = (notice.document, notice.opened_by, act.document)
    held = {each.value: each.span for each in stated if each is not None}
    for reference in case.record.references:
        if isinstance(reference.identifier, DocumentNumber):
            held.setdefault(reference.identifier, reference.span)
    return held


def file_of(case: Case) -> tuple[ProcedureReference, Span] | None:
    """The procedure file, and the place that names it."""
    stated = case.act.procedure_file or case.notice.procedure_file
    return None if stated is None else (stated.value, stated.span)


def _document(sentence: Sentence, case: Case, span: Span, said: tuple[DocumentNumber, Held]) -> Judgement:
    number, held = said
    place = sentence.place(span)
    for own, at in held.items():
        if _is_same(own, number):
            if sentence.is_negated():
                return Judgement(ClaimKind.DOCUMENT, place, Finding.NOT_CHECKABLE, "doubt_negated")
            slots = {"number": own}
            return Judgement(ClaimKind.DOCUMENT, place, Finding.SUPPORTED, "document", slots, case.at(at))
    for own, at in held.items():
        if own.family == number.family and own.series in {None, number.series, own.series and number.series}:
            slots = {"number": own}
            return Judgement(
                ClaimKind.DOCUMENT, place, Finding.DERIVED, "document_family", slots, case.at(at)
            )
    return Judgement(ClaimKind.DOCUMENT, place, Finding.NOT_CHECKABLE, "doubt_other_matter")


def _is_same(own: DocumentNumber, said: DocumentNumber) -> bool:
    is_series = said.series is None or own.series in {None, said.series}
    same = (own.number, own.revision, own.year, own.suffixes)
    return is_series and same == (said.number, said.revision, said.year, said.suffixes)


def _file(
    sentence: Sentence,
    case: Case,
    span: Span,
    said: tuple[ProcedureReference, tuple[ProcedureReference, Span] | None],
) -> Judgement:
    reference, own = said
    place = sentence.place(span)
    if own is None or sentence.is_negated():
        return Judgement(ClaimKind.DOCUMENT, place, Finding.NOT_CHECKABLE, "doubt_unclear")
    slots = {"number": own[0]}
    if reference == own[0]:
        return Judgement(ClaimKind.DOCUMENT, place, Finding.SUPPORTED, "document", slots, case.at(own[1]))
    if (reference.year, reference.number) == (own[0].year, own[0].number):
        return Judgement(
            ClaimKind.DOCUMENT, place, Finding.CONTRADICTED, "document_other", slots, case.at(own[1])
        )
    return Judgement(ClaimKind.DOCUMENT, place, Finding.NOT_CHECKABLE, "doubt_other_matter")
