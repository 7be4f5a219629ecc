"""The words themselves: the sentence an answer rests on, and who said something."""

from collections.abc import Sequence
from dataclasses import replace

from assistant import ballot, finding
from assistant.answer import Finding, Message, Quotes, Speakers, Status, Verdict
from assistant.answers import figures, passages, refusals, timeline
from assistant.citation import Place
from assistant.evidence import Evidence
from assistant.grounds import declaration
from assistant.location import COUNCIL
from assistant.question import Intent, Refusal, Understanding
from assistant.topic import concepts_at

_MOST = 4
_FOLLOW_UPS: tuple[Message, ...] = (("ask.tally", {}), ("ask.authors", {}))


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """The sentence asked for: of a figure, a date, a vote, a statement; else the nearest passage."""
    for basis in (
        said_on(asked, evidence),
        _figures(asked, evidence),
        _dates(asked, evidence),
        _votes(asked, evidence),
    ):
        if basis:
            return Verdict(Status.ANSWERED, shown(evidence, basis), follow_ups=_FOLLOW_UPS)
    if asked.intent is Intent.EVIDENCE:
        return refusals.answer(replace(asked, refusal=Refusal.UNCLEAR), evidence)
    return passages.answer(asked, evidence)


def said_on(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    """The sentences on the topics asked about: those that name most of them, of whoever is asked about."""
    wanted = asked.states or ((asked.speaker,) if asked.speaker else ())
    statements = evidence.statements_of(*wanted) if wanted else evidence.record.statements
    sentences = [s for statement in statements for p in statement.paragraphs for s in p.sentences]
    if not wanted:
        sentences += [s for paragraph in evidence.notice.paragraphs for s in paragraph.sentences]
    named = [(span, len(concepts_at(evidence, span) & set(asked.topics))) for span in sentences]
    most = max((count for _, count in named), default=0)
    chosen = [span for span, count in named if most and count == most]
    return tuple(_quoted(evidence, place) for place in evidence.at(*chosen[:_MOST]))


def shown(evidence: Evidence, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The places of other findings, each as its whole sentence in its own words."""
    places = {_sentence(evidence, place): None for found in findings for place in found.places}
    return tuple(_quoted(evidence, place) for place in places)


def _figures(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    if not asked.amounts:
        return ()
    chosen = figures.chosen_figures(asked, figures.all_figures(evidence), evidence)
    return figures.as_findings(evidence, chosen)


def _dates(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    return timeline.findings(asked.date_kind, evidence) if asked.date_kind else ()


def _votes(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    """How named states or all at a position voted; a state's own announcement beside it."""
    if asked.topics:
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


def _sentence(evidence: Evidence, place: Place) -> Place:
    if place.source.record != evidence.record.id:
        return place
    return evidence.at(evidence.sentence_at(place.span))[0]


def _quoted(evidence: Evidence, place: Place) -> Finding:
    if place.speaker == COUNCIL:
        return finding.quoted("passage.notice", (place,))
    if place.speaker is None:
        return finding.referenced("passage.reference", (place,), quote=Quotes((place,)))
    return finding.claimed(
        evidence, "passage.statement", (place,), who=Speakers(tuple(place.speaker.split("+")))
    )
