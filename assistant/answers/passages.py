"""Anything else the records may speak of: the nearest passages, and nothing where none is near."""

from dataclasses import replace

from assistant import finding
from assistant.answer import Finding, Message, Reason, Speakers, Status, Verdict
from assistant.answers import coverage, on_topic, refusals
from assistant.citing.location import COUNCIL, record_place
from assistant.evidence import Evidence
from assistant.question import Refusal, Understanding
from assistant.scoping.strange import matter_words, vocabulary_of
from assistant.understanding import reading
from assistant.understanding.atoms import PLAIN_TOPICS
from assistant.understanding.token import cleaned
from index.hit import Filters, Hit

_MOST = 3
_OURS = frozenset({"object", "position", "time", "body", "state", "country", "group", "provision", "claimed"})
_NEAR_THE_BEST = 0.75
_FOLLOW_UPS: tuple[Message, ...] = (("ask.authors", {}), ("ask.subject", {}))


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """The passages that speak of it, each under its speaker's name."""
    is_strange = bool(matter_words(asked, vocabulary_of(evidence.library)))
    on_commission = asked.aspect == on_topic.COMMISSION and not is_strange
    if on_commission and (named := on_topic.naming_commission(asked, evidence)):
        return Verdict(Status.ANSWERED, named, follow_ups=_FOLLOW_UPS)
    speakers = on_topic.speakers_in(asked, evidence)
    found = on_topic.dated(asked, evidence)
    found = found or (() if _is_foreign(asked, evidence) else findings(asked, evidence, speakers))
    found = found or on_topic.said_on(asked, evidence)
    if found:
        return Verdict(Status.ANSWERED, found, follow_ups=_FOLLOW_UPS)
    if _is_elsewhere(asked):
        return refusals.answer(replace(asked, refusal=Refusal.OUT_OF_SCOPE), evidence)
    limits: tuple[Message, ...] = (("limit.passage", {}), ("limit.held", {}))
    held = coverage.in_brief(evidence)
    return Verdict(Status.NOT_FOUND, held, Reason.NOT_IN_RECORDS, limits, coverage.EXAMPLES)


def _is_elsewhere(asked: Understanding) -> bool:
    """Whether not one word is of votes, acts, documents, dates, institutions or states."""
    found = reading.read(cleaned(asked.question), asked.language)
    named = {tag.split(".")[0] for mark in found.marks for tag in mark.tags}
    return not (asked.topics or asked.matters or asked.carried or named & _OURS)


def _is_foreign(asked: Understanding, evidence: Evidence) -> bool:
    """Whether all that a question names, no topic among it, is in no record nor rendering of its language."""
    records = evidence.library.records
    spoken = {r.notice.language for r in records} | {g.language for r in records for g in r.glosses}
    words = matter_words(asked)
    strange = matter_words(asked, vocabulary_of(evidence.library))
    plain = set(asked.topics) <= PLAIN_TOPICS
    return asked.language in spoken and plain and bool(words) and words == strange


def findings(asked: Understanding, evidence: Evidence, speakers: tuple[str, ...]) -> tuple[Finding, ...]:
    """What the relevant passages say; of these speakers only, where any are named."""
    hits = [hit for hit in _hits(asked, evidence) if not speakers or hit.passage.speaker in speakers]
    relevant = [hit for hit in hits if hit.relevance >= evidence.retriever.relevant_from]
    best = max((hit.relevance for hit in relevant), default=0.0)
    near = [hit for hit in relevant if hit.relevance >= best * _NEAR_THE_BEST][:_MOST]
    return tuple(_quoted(evidence, hit) for hit in near)


def _hits(asked: Understanding, evidence: Evidence) -> tuple[Hit, ...]:
    only = len(evidence.procedures) < len(evidence.library.procedures)
    filters = Filters(procedure=evidence.procedure.id if only and len(evidence.procedures) == 1 else None)
    query = asked.search_text or asked.question
    return evidence.retriever.search(query, language=asked.language, filters=filters, limit=20)


def _quoted(evidence: Evidence, hit: Hit) -> Finding:
    """A passage as its speaker's: the Council's in the notice, a state's in a statement."""
    record = evidence.library.record(hit.passage.record)
    places = (record_place(record, hit.passage.span),)
    if hit.passage.speaker == COUNCIL:
        return finding.quoted(evidence, "passage.notice", places)
    who = Speakers(tuple(hit.passage.speaker.split("+")))
    return finding.claimed(evidence, "passage.statement", places, who=who)
