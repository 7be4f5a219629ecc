"""Which articles and acts the record cites, by whom, and the sentence each is cited in."""

from dataclasses import replace

from assistant import finding
from assistant.answer import Finding, Message, Reason, Speakers, Status, Verdict
from assistant.answers import on_topic, reasons
from assistant.citing.location import COUNCIL, NOTICE_PART
from assistant.evidence import Evidence
from assistant.question import Understanding
from corpus.identifiers import Provision
from corpus.model import Reference
from corpus.text import Span

_LEGAL_BASIS, _BASED = "legal_basis", "based on"
_FOLLOW_UPS: tuple[Message, ...] = (("ask.authors", {}), ("ask.file", {}))


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """The provisions asked for, else all of them; each once a speaker, with its sentence."""
    if asked.aspect == _LEGAL_BASIS:
        return _legal_basis(evidence)
    cited = [r for r in evidence.record.references if isinstance(r.identifier, Provision)]
    wanted = [r for r in cited if _is_wanted(asked, r)]
    if wanted:
        return Verdict(Status.ANSWERED, _told(evidence, wanted), follow_ups=_FOLLOW_UPS)
    limits: tuple[Message, ...] = (("limit.provision", {}),)
    held = _told(evidence, cited) or reasons.authors(evidence)
    return Verdict(Status.NOT_FOUND, held, Reason.NOT_IN_RECORDS, limits, _FOLLOW_UPS)


def _legal_basis(evidence: Evidence) -> Verdict:
    """What our notes give as the basis of the act: no notice states it, and what it cites is not it."""
    known = (place for place in evidence.library.pool(evidence.procedure.id).known if _BASED in place.quote)
    found = tuple(on_topic.quoted(evidence, place) for place in known)
    status = Status.PARTIAL if found else Status.NOT_FOUND
    limits: tuple[Message, ...] = (("limit.legal_basis", {}),)
    return Verdict(status, found, Reason.NOT_IN_RECORDS, limits, _FOLLOW_UPS)


def _is_wanted(asked: Understanding, reference: Reference) -> bool:
    """Whether a reference is to what was asked, and in a part by whom it was asked."""
    speakers = {*asked.states, *((asked.speaker,) if asked.speaker else ())}
    by = {COUNCIL} if reference.part == NOTICE_PART else set(reference.part.partition(":")[2].split("+"))
    if speakers and not speakers & by:
        return False
    identifier = reference.identifier
    return not asked.provisions or any(
        isinstance(identifier, Provision) and _is_within(identifier, wanted) for wanted in asked.provisions
    )


def _is_within(cited: Provision, wanted: Provision) -> bool:
    """Whether the cited provision is the wanted one or a part of it; an act left out is any act."""
    if wanted.act and wanted.act != cited.act:
        return False
    return wanted.article in {None, cited.article} and wanted.paragraph in {None, cited.paragraph}


def _own_document(provision: Provision, evidence: Evidence) -> tuple[Span, ...]:
    """Where the notice numbers the act, when a provision is one of that act itself."""
    number = evidence.act.document
    return (number.span,) if number is not None and str(number.value) == provision.act else ()


def _told(evidence: Evidence, references: list[Reference]) -> tuple[Finding, ...]:
    found, seen = [], set()
    for reference in references:
        sentence, provision = evidence.sentence_at(reference.span), reference.identifier
        if (sentence, provision) in seen or not isinstance(provision, Provision):
            continue
        seen.add((sentence, provision))
        told = _quoted(evidence, reference.part, sentence, provision)
        own = evidence.at(*_own_document(provision, evidence))
        found.append(replace(told, places=(*told.places, *own)))
    return tuple(found)


def _quoted(evidence: Evidence, part: str, sentence: Span, provision: Provision) -> Finding:
    """The sentence a provision is cited in, as the notice's or as its speaker's."""
    places = evidence.at(sentence)
    if part == NOTICE_PART:
        return finding.quoted(evidence, "provision.notice", places, provision=provision)
    who = Speakers(tuple(part.partition(":")[2].split("+")))
    return finding.claimed(evidence, "provision.statement", places, who=who, provision=provision)
