"""Two or more states side by side: how they voted, and what each says on the same points."""

from assistant import ballot, finding
from assistant.answer import Finding, Message, Reason, Speakers, States, Status, Verdict
from assistant.answers import reasons, statements
from assistant.evidence import Evidence
from assistant.question import Understanding
from assistant.topic import concepts_in, sentences_about
from corpus.model import Statement

_MOST_POINTS = 4


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """The votes first; then, point by point, each side quoted; then the points only one side makes."""
    states = asked.states or evidence.authors()
    votes = ballot.votes_of(evidence, states)
    findings = list(ballot.told(evidence, votes))
    speaking = tuple(state for state in states if evidence.statements_of(state))
    silent = tuple(state for state in states if state not in speaking)
    findings += _points(asked, evidence, evidence.statements_of(*speaking))
    limits: tuple[Message, ...] = (("limit.no_statement", {"states": States(silent)}),) if silent else ()
    follow_ups = (*reasons.follow_ups_of(evidence, speaking[:2]), ("ask.tally", {}))
    if not findings:
        return Verdict(Status.NOT_FOUND, (), Reason.NOT_IN_RECORDS, limits, follow_ups)
    status = Status.PARTIAL if silent and speaking else Status.ANSWERED
    reason = Reason.NO_STATEMENT_BY_STATE if silent and speaking else None
    return Verdict(status, tuple(findings), reason, limits if speaking else (), follow_ups)


def _points(asked: Understanding, evidence: Evidence, compared: tuple[Statement, ...]) -> tuple[Finding, ...]:
    """The concepts several statements name, in the order of the first; all grounds where there is none."""
    if len(compared) < 2:
        return tuple(f for s in compared for f in statements.said_on(evidence, s, asked.topics))
    shared = asked.topics or _shared(evidence, compared)
    found = [f for topic in shared[:_MOST_POINTS] for s in compared for f in _on(evidence, s, topic)]
    by_place = {(f.places[0].span, f.places[0].part): f for f in reversed(found)}
    ordered = [f for f in found if by_place.get((f.places[0].span, f.places[0].part)) is f]
    return tuple(ordered)


def _on(evidence: Evidence, statement: Statement, topic: str) -> tuple[Finding, ...]:
    """The first sentence of a statement on a topic."""
    for paragraph in statement.paragraphs:
        for span in sentences_about(evidence, paragraph, (topic,)):
            who = Speakers(statement.speakers)
            place = evidence.at(span)
            return (finding.claimed(evidence, "compare.point", place, who=who),)
    return ()


def _shared(evidence: Evidence, compared: tuple[Statement, ...]) -> tuple[str, ...]:
    """The concepts every compared statement names, rarest kinds first by the order of the first statement."""
    source, language = evidence.record.source, evidence.notice.language
    named = [
        [c for p in s.paragraphs for c in sorted(concepts_in(source.quote(p.span), language))]
        for s in compared
    ]
    everywhere = set(named[0]).intersection(*map(set, named[1:]))
    return tuple(concept for concept in dict.fromkeys(named[0]) if concept in everywhere)
