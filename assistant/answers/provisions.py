"""Which articles and acts the record cites, by whom, and the sentence each is cited in."""

from assistant import finding
from assistant.answer import Finding, Message, Reason, Speakers, Status, Verdict
from assistant.answers import reasons
from assistant.evidence import Evidence
from assistant.location import COUNCIL, NOTICE_PART
from assistant.question import Understanding
from corpus.identifiers import Provision
from corpus.model import Reference

_FOLLOW_UPS: tuple[Message, ...] = (("ask.authors", {}), ("ask.file", {}))


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """The provisions asked for, else all of them; each once a speaker, with its sentence."""
    cited = [r for r in evidence.record.references if isinstance(r.identifier, Provision)]
    wanted = [r for r in cited if _is_wanted(asked, r)]
    if wanted:
        return Verdict(Status.ANSWERED, _told(evidence, wanted), follow_ups=_FOLLOW_UPS)
    limits: tuple[Message, ...] = (("limit.provision", {}),)
    held = _told(evidence, cited) or reasons.authors(evidence)
    return Verdict(Status.NOT_FOUND, held, Reason.NOT_IN_RECORDS, limits, _FOLLOW_UPS)


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


def _told(evidence: Evidence, references: list[Reference]) -> tuple[Finding, ...]:
    found, seen = [], set()
    for reference in references:
        sentence = evidence.sentence_at(reference.span)
        if (sentence, reference.identifier) in seen or not isinstance(reference.identifier, Provision):
            continue
        seen.add((sentence, reference.identifier))
        places = evidence.at(sentence)
        if reference.part == NOTICE_PART:
            found.append(finding.quoted(evidence, "provision.notice", places, provision=reference.identifier))
        else:
            who = Speakers(tuple(reference.part.partition(":")[2].split("+")))
            found.append(
                finding.claimed(
                    evidence, "provision.statement", places, who=who, provision=reference.identifier
                )
            )
    return tuple(found)
