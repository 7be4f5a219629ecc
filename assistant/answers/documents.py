"""Which documents: what the record is, what it names, and what it implies but is not held."""

from collections.abc import Callable, Mapping

from assistant import ballot, finding, version
from assistant.answer import Finding, Message, Reason, Status, Verdict
from assistant.citing.location import notice_place
from assistant.evidence import Evidence
from assistant.question import Understanding
from assistant.understanding.aspect import BESIDE
from corpus.identifiers import DocumentNumber

_REVISION = "revision"
_BESIDE_NOTICE = frozenset({"opened", "act"})
_ORIGINAL = "document.original_not_held"
_FOLLOW_UPS: tuple[Message, ...] = (("ask.when_closed", {}), ("ask.outcome", {}), ("ask.file", {}))


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """The document asked for; all that the record names, and all that is missing, where none is."""
    compares = asked.aspect == _REVISION and bool(evidence.procedure.earlier)
    if asked.documents and not compares and not _is_beside_notice(asked, evidence):
        return _about_numbers(asked.documents, evidence)
    wanted = [_OF_ASPECT[each] for each in (asked.aspect or "").split(BESIDE) if each in _OF_ASPECT]
    findings = tuple(found for by_aspect in wanted for found in by_aspect(evidence))
    if asked.aspect and wanted and not findings:
        limits: tuple[Message, ...] = ((f"limit.document_{asked.aspect}", {}),)
        return Verdict(Status.NOT_FOUND, notice(evidence), Reason.NO_DOCUMENT, limits, _FOLLOW_UPS)
    if asked.aspect == _REVISION and any(found.message == _ORIGINAL for found in findings):
        return Verdict(Status.PARTIAL, findings, Reason.NO_DOCUMENT, (), _FOLLOW_UPS)
    return Verdict(Status.ANSWERED, findings or _all(evidence), follow_ups=_FOLLOW_UPS)


def _is_beside_notice(asked: Understanding, evidence: Evidence) -> bool:
    """Whether another document is asked for beside the notice that is named: "what opened CM 4120/26?"."""
    own = evidence.notice.document.value.family
    first, _, _ = (asked.aspect or "").partition(BESIDE)
    return first in _BESIDE_NOTICE and all(number.family == own for number in asked.documents)


def named_in(number: DocumentNumber, evidence: Evidence) -> tuple[Finding, ...]:
    """What the record says of a document it names, whatever its revision; empty when it names it nowhere."""
    roles = (
        (evidence.notice.document, notice),
        (evidence.notice.opened_by, _opening),
        (evidence.act.document, _act),
    )
    for stated, findings in roles:
        if stated is not None and stated.value.family == number.family:
            return findings(evidence)
    spans = [r.span for r in evidence.record.references if _is_about(r.identifier, number)]
    if not spans:
        return ()
    return (finding.stated("document.named", evidence.at(*spans[:3]), document=number),)


def holds(kind: str, evidence: Evidence) -> bool:
    """Whether the procedure has a revision, a corrigendum or an addendum, held or implied by its number."""
    return kind in _OF_ASPECT and bool(_OF_ASPECT[kind](evidence))


def notice(evidence: Evidence) -> tuple[Finding, ...]:
    """The notice itself, with its number and date."""
    number, dated = evidence.notice.document, evidence.notice.date_of_document
    if dated is None:
        return (finding.stated("document.notice", evidence.at(number.span), document=number.value),)
    places = evidence.at(number.span, dated.span)
    return (finding.stated("document.notice_dated", places, document=number.value, at=dated.value),)


def is_held(number: DocumentNumber, evidence: Evidence) -> bool:
    """Whether a record of the library is exactly that document, however its series is left out."""
    held = (record.notice.document.value for record in evidence.library.records)
    return any(version.is_exactly(number, each) for each in held)


def _about_numbers(numbers: tuple[DocumentNumber, ...], evidence: Evidence) -> Verdict:
    findings = tuple(f for number in numbers for f in named_in(number, evidence))
    missing = [number for number in numbers if not is_held(number, evidence)]
    limits = tuple(("limit.document_not_held", {"document": number}) for number in missing)
    if not findings:
        return Verdict(Status.NOT_FOUND, notice(evidence), Reason.NO_DOCUMENT, limits, _FOLLOW_UPS)
    status, reason = (Status.PARTIAL, Reason.NO_DOCUMENT) if missing else (Status.ANSWERED, None)
    return Verdict(status, findings, reason, limits, _FOLLOW_UPS)


def _all(evidence: Evidence) -> tuple[Finding, ...]:
    named = (*notice(evidence), *_opening(evidence), *_act(evidence))
    return (*named, *_earlier(evidence), *_missing(evidence))


def _opening(evidence: Evidence) -> tuple[Finding, ...]:
    by, on = evidence.notice.opened_by, evidence.notice.opened_on
    if by is None:
        return ()
    if on is None:
        return (finding.stated("document.opening", evidence.at(by.span), document=by.value),)
    places = evidence.at(by.span.joined(on.span))
    return (finding.stated("date.opened_by", places, document=by.value, at=on.value),)


def _act(evidence: Evidence) -> tuple[Finding, ...]:
    number = evidence.act.document
    if number is None:
        return ()
    return (finding.stated("document.act", evidence.at(number.span), document=number.value),)


def _missing(evidence: Evidence) -> tuple[Finding, ...]:
    """Documents the record names or implies that are not held; a revision implies its original."""
    named = [evidence.notice.opened_by, evidence.act.document]
    found = [
        finding.derived("document.not_held", evidence.at(stated.span), document=stated.value)
        for stated in named
        if stated is not None and not is_held(stated.value, evidence)
    ]
    number = evidence.notice.document
    if _is_revision(number.value) and not _is_original_held(number.value, evidence):
        found.append(finding.derived(_ORIGINAL, evidence.at(number.span), document=number.value))
    return tuple(found)


def _earlier(evidence: Evidence) -> tuple[Finding, ...]:
    """Earlier versions of the notice that are held as well."""
    return tuple(
        finding.stated(
            "document.earlier",
            (notice_place(earlier, earlier.notice.document.span),),
            document=earlier.notice.document.value,
        )
        for earlier in evidence.procedure.earlier
    )


def _revisions(evidence: Evidence) -> tuple[Finding, ...]:
    """The versions there are, and the original that is implied."""
    number = evidence.notice.document.value
    versions = (*_earlier(evidence), *(f for f in _missing(evidence) if f.message == _ORIGINAL))
    found = (*notice(evidence), *versions, *changes(evidence))
    is_one = versions or _is_revision(number) or evidence.procedure.superseded_by is not None
    return found if is_one else ()


def changes(evidence: Evidence) -> tuple[Finding, ...]:
    """Where the vote stands otherwise than in an earlier version that is held: now, and as told before."""
    found: list[Finding] = []
    for earlier in evidence.procedure.earlier:
        changed = version.changed_states(evidence, earlier)
        found += ballot.told(evidence, ballot.votes_of(evidence, changed))
        found += version.otherwise(evidence, earlier)
    return tuple(found)


def _is_revision(number: DocumentNumber) -> bool:
    return number.revision is not None or any(kind == "REV" for kind, _ in number.suffixes)


def _of_kind(evidence: Evidence, kind: str) -> tuple[Finding, ...]:
    """The held documents of the procedure that bear such a suffix."""
    records = (evidence.record, *evidence.procedure.earlier)
    found = [r for r in records if any(kind == each for each, _ in r.notice.document.value.suffixes)]
    return tuple(
        finding.stated(
            "document.notice",
            (notice_place(record, record.notice.document.span),),
            document=record.notice.document.value,
        )
        for record in found
    )


def _is_original_held(number: DocumentNumber, evidence: Evidence) -> bool:
    family = [record.notice.document.value for record in evidence.library.records]
    return any(held.family == number.family and not _is_revision(held) for held in family)


def _is_about(identifier: object, number: DocumentNumber) -> bool:
    return isinstance(identifier, DocumentNumber) and identifier.family == number.family


_OF_ASPECT: Mapping[str, Callable[[Evidence], tuple[Finding, ...]]] = {
    "notice": notice,
    "opening": _opening,
    "act": _act,
    "missing": _missing,
    "revision": _revisions,
    "opened": _opening,
    "corrigendum": lambda evidence: _of_kind(evidence, "COR"),
    "addendum": lambda evidence: _of_kind(evidence, "ADD"),
    "annex": lambda _: (),
}
