"""Why a state voted as it did: what its statement says, in its order, each ground quoted.

A state that gave no statement has no reasons; nothing else is offered in their place.
"""

from assistant import ballot, finding
from assistant.answer import Finding, Message, Reason, Speakers, States, Status, Verdict
from assistant.answers.grounds import declaration, grounds
from assistant.answers.positions import states_asked
from assistant.evidence import Evidence
from assistant.question import Form, Understanding
from corpus.model import Position, Statement


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """The reasons of each state asked about; of every author where only a position is named."""
    states = _states(asked, evidence)
    silent = tuple(state for state in states if not evidence.statements_of(state))
    speaking = tuple(state for state in states if state not in silent)
    limits: tuple[Message, ...] = (("limit.no_statement", {"states": States(silent)}),) if silent else ()
    if not speaking:
        findings = (*ballot.told(evidence, ballot.votes_of(evidence, silent)), *authors(evidence))
        follow_ups = follow_ups_of(evidence, evidence.authors()[:2])
        told = asked.form is Form.YES_NO and len(asked.positions) > 1  # "against or abstaining, and why?"
        status = Status.PARTIAL if told else Status.NOT_FOUND
        return Verdict(status, findings, Reason.NO_STATEMENT_BY_STATE, limits, follow_ups)
    statements = evidence.statements_of(*speaking)
    findings = tuple(found for statement in statements for found in _reasons(evidence, statement))
    beside = ballot.told(evidence, ballot.votes_of(evidence, silent))
    status = Status.PARTIAL if silent else Status.ANSWERED
    reason = Reason.NO_STATEMENT_BY_STATE if silent else None
    others = [author for author in evidence.authors() if author not in speaking]
    follow_ups = (*follow_ups_of(evidence, others[:2]), ("ask.tally", {}))
    return Verdict(status, (*findings, *beside), reason, limits, follow_ups)


def authors(evidence: Evidence) -> tuple[Finding, ...]:
    """Who made statements; empty where nobody did."""
    statements = evidence.record.statements
    if not statements:
        return ()
    named = [author.span for author in evidence.notice.statement_authors]
    spans = [named[0].joined(named[-1])] if named else [statement.heading for statement in statements]
    places = evidence.at(*spans)
    return (finding.stated("statement.authors", places, who=Speakers(evidence.authors())),)


def follow_ups_of(evidence: Evidence, states: tuple[str, ...] | list[str]) -> tuple[Message, ...]:
    """Why each of these states voted so; only for members that have a vote here."""
    voted = [state for state in states if evidence.tally.vote_of(state) is not None]
    return tuple(("ask.why", {"states": States((state,))}) for state in voted)


def _states(asked: Understanding, evidence: Evidence) -> tuple[str, ...]:
    """The states asked about; else those at the positions named; else those not in favour."""
    if asked.states or asked.others:
        return states_asked(asked, evidence)
    if asked.speaker is not None:
        return (asked.speaker,)
    positions = asked.positions or (Position.AGAINST, Position.ABSTENTION)
    named = evidence.vote.positions
    return tuple(each.state for each in named if (each.position in positions) is not asked.negated)


def _reasons(evidence: Evidence, statement: Statement) -> tuple[Finding, ...]:
    """How the author voted, its grounds point by point, and the sentence that declares the vote."""
    votes = ballot.votes_of(evidence, statement.speakers)
    who = Speakers(statement.speakers)
    found = list(ballot.told(evidence, votes))
    found.append(finding.stated("statement.grounds", evidence.at(statement.heading), who=who))
    for ground in grounds(evidence.record, statement):
        places = evidence.at(*ground.spans)
        point = ground.paragraph.label
        found.append(finding.claimed(evidence, "statement.says", places, who=who, point=point))
    span = declaration(statement)
    if span is not None:
        found.append(finding.claimed(evidence, "statement.declares", evidence.at(span), who=who))
    return tuple(found)
