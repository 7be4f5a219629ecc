"""The words themselves: the sentence an answer rests on, and who said something."""

from collections.abc import Sequence
from dataclasses import replace

from assistant import ballot, finding
from assistant.answer import Finding, Message, Status, Verdict
from assistant.answers import documents, figures, on_topic, outcome, passages, refusals, timeline
from assistant.answers.grounds import declaration
from assistant.citing.citation import Place
from assistant.evidence import Evidence
from assistant.question import Intent, Refusal, Understanding
from assistant.understanding import aspect
from assistant.understanding.atoms import PLAIN_TOPICS

_FOLLOW_UPS: tuple[Message, ...] = (("ask.tally", {}), ("ask.authors", {}))


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """The sentence asked for: of a figure, a date, a vote, a statement; else the nearest passage."""
    if asked.documents:
        return documents.answer(asked, evidence)
    for find in (_figures, on_topic.said_on, _dates, on_topic.numbered, _votes, _result):
        basis = find(asked, evidence)
        if basis:
            return Verdict(Status.ANSWERED, shown(evidence, basis), follow_ups=_FOLLOW_UPS)
    if asked.intent is Intent.EVIDENCE:
        return refusals.answer(replace(asked, refusal=Refusal.UNCLEAR), evidence)
    return passages.answer(asked, evidence)


def shown(evidence: Evidence, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The places of other findings, each as its whole sentence in its own words."""
    places = {_sentence(evidence, place): None for found in findings for place in found.places}
    return tuple(on_topic.quoted(evidence, place) for place in places)


def _figures(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    if not asked.amounts:
        return ()
    chosen = figures.chosen_figures(asked, figures.all_figures(evidence), evidence)
    return figures.as_findings(evidence, chosen)


def _dates(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    return timeline.findings(asked.date_kind, evidence) if asked.date_kind else ()


def _votes(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    """How named states or all at a position voted; a state's own announcement beside it."""
    if set(asked.topics) - PLAIN_TOPICS:
        return ()
    states = asked.states or tuple(
        vote.state for vote in evidence.tally.votes if vote.position in asked.positions
    )
    if not states:
        return ()
    announced = tuple(
        finding.claimed(evidence, "passage.statement", evidence.at(span), who=finding.speakers(statement))
        for statement in evidence.statements_of(*asked.states)
        if (span := declaration(statement)) is not None
    )
    return (*ballot.told(evidence, ballot.votes_of(evidence, states)), *announced)


def _result(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    """What the notice says of the majority, or of what came of the procedure."""
    if set(asked.topics) - PLAIN_TOPICS or asked.aspect not in {aspect.MAJORITY, aspect.OUTCOME}:
        return ()
    told = outcome.majority_stated(evidence) if asked.aspect == aspect.MAJORITY else ()
    return told or outcome.findings(evidence)


def _sentence(evidence: Evidence, place: Place) -> Place:
    if place.source.record != evidence.record.id:
        return place
    return evidence.at(evidence.sentence_at(place.span))[0]
