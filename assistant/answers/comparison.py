"""Two or more states side by side: how they voted, and what each says on the same points."""

from collections.abc import Sequence
from dataclasses import replace

from assistant import ballot, finding
from assistant.answer import Finding, Message, Reason, Speakers, States, Status, Verdict
from assistant.answers import reasons, statements
from assistant.answers.grounds import grounds
from assistant.evidence import Evidence
from assistant.question import Form, Understanding
from assistant.scoping.topic import concepts_in
from corpus.model import Statement
from corpus.text import Span

_UNLIKE, _POINTS = "unlike", "points"


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """The votes first; then, point by point, each side quoted; then the points only one side makes."""
    states = asked.states or evidence.authors()
    votes = ballot.votes_of(evidence, states)
    findings = list(ballot.told(evidence, votes))
    if findings and asked.form is Form.YES_NO and not asked.topics and asked.aspect != _POINTS:
        alike = len({vote.position for vote in votes}) == 1
        proposed = alike is not (asked.aspect == _UNLIKE)
        findings[0] = replace(findings[0], lead="yes" if proposed is not asked.negated else "no")
        return Verdict(Status.ANSWERED, tuple(findings), follow_ups=(("ask.tally", {}), ("ask.authors", {})))
    speaking = tuple(state for state in states if evidence.statements_of(state))
    silent = tuple(state for state in states if state not in speaking)
    points = _points(asked, evidence, evidence.statements_of(*speaking))
    findings = [*points, *findings] if asked.aspect == _POINTS else [*findings, *points]
    limits: tuple[Message, ...] = (("limit.no_statement", {"states": States(silent)}),) if silent else ()
    follow_ups = (*reasons.follow_ups_of(evidence, speaking[:2]), ("ask.tally", {}))
    if not findings:
        return Verdict(Status.NOT_FOUND, (), Reason.NOT_IN_RECORDS, limits, follow_ups)
    status = Status.PARTIAL if silent and speaking else Status.ANSWERED
    reason = Reason.NO_STATEMENT_BY_STATE if silent and speaking else None
    return Verdict(status, tuple(findings), reason, limits if speaking else (), follow_ups)


def _points(asked: Understanding, evidence: Evidence, compared: tuple[Statement, ...]) -> tuple[Finding, ...]:
    """The concepts the grounds of several statements share, each side quoted; all of a side without."""
    if len(compared) < 2:
        return tuple(f for s in compared for f in statements.said_on(evidence, s, asked.topics))
    sentences = {statement.part: _ground_sentences(evidence, statement) for statement in compared}
    topics = asked.topics or _shared(evidence, list(sentences.values()))
    chosen: dict[tuple[str, Span], Statement] = {}
    for topic in topics:
        for statement in compared:
            for span in _on(evidence, sentences[statement.part], topic)[:1]:
                chosen[statement.part, span] = statement
    told = {part for part, _ in chosen}
    chosen |= {
        (s.part, span): s
        for s in compared
        for span in sentences[s.part]
        if not asked.topics or s.part not in told
        if (s.part, span) not in chosen
    }
    return tuple(
        finding.claimed(evidence, "compare.point", evidence.at(span), who=Speakers(statement.speakers))
        for (_, span), statement in chosen.items()
    )


def _ground_sentences(evidence: Evidence, statement: Statement) -> tuple[Span, ...]:
    found = grounds(evidence.record, statement)
    return tuple(
        sentence
        for ground in found
        for sentence in ground.paragraph.sentences
        if any(span.contains(sentence) for span in ground.spans)
    )


def _on(evidence: Evidence, sentences: Sequence[Span], topic: str) -> tuple[Span, ...]:
    """The sentences that name a concept."""
    return tuple(span for span in sentences if topic in _concepts(evidence, span))


def _shared(evidence: Evidence, sides: Sequence[Sequence[Span]]) -> tuple[str, ...]:
    """The concepts that every side names, in the order of the first."""
    named = [[c for span in side for c in sorted(_concepts(evidence, span))] for side in sides]
    everywhere = set(named[0]).intersection(*named[1:])
    return tuple(concept for concept in dict.fromkeys(named[0]) if concept in everywhere)


def _concepts(evidence: Evidence, span: Span) -> frozenset[str]:
    return concepts_in(evidence.record.source.quote(span), evidence.notice.language)
