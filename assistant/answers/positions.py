"""How the states asked about voted, one by one."""

from dataclasses import replace

from assistant import ballot, finding
from assistant.answer import Finding, Message, Reason, States, Status, Verdict
from assistant.answers import silence
from assistant.answers.grounds import declaration
from assistant.counting import readings, roster
from assistant.counting.tally import MemberVote
from assistant.evidence import Evidence
from assistant.question import Form, Understanding
from assistant.scoping.strange import is_settled, matters_in_records, vocabulary_of, words_after_the_vote
from assistant.understanding.continuation import AUTHORS
from assistant.understanding.quantifier import Quantifier
from corpus.model import Position

_EURO_AREA = "euro_area"


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """Each state's position; yes or no first where the question proposes one."""
    if silence.is_silent(evidence):
        return silence.answer(asked, evidence)
    votes = ballot.votes_of(evidence, states_asked(asked, evidence))
    if asked.aspect in {Quantifier.ANY, Quantifier.NONE}:
        votes = tuple(sorted(votes, key=lambda vote: not _stands_so(asked, vote)))
    others = _others_so(asked, evidence)
    unknown = tuple(vote.state for vote in votes if vote.position is None)
    findings = list(ballot.told(evidence, (*votes, *others)))
    if findings and asks_more(asked, evidence):
        return _beyond(tuple(findings), evidence)
    if findings and not unknown:
        findings[0] = replace(findings[0], lead=_lead(asked, votes, others))
    findings += ballot.other_readings(evidence, (vote.state for vote in votes))
    findings += _announced(evidence, votes)
    limits: tuple[Message, ...] = (("limit.position", {"states": States(unknown)}),) if unknown else ()
    follow_ups = _follow_ups(evidence, votes)
    if not findings:
        return Verdict(Status.NOT_FOUND, (), Reason.NOT_IN_RECORDS, limits, (("ask.outcome", {}),))
    status = Status.PARTIAL if unknown else Status.ANSWERED
    return Verdict(status, tuple(findings), None, limits, follow_ups, evidence.tally_document())


def asks_more(asked: Understanding, evidence: Evidence) -> bool:
    """Whether a yes/no question proposes more than a position ("Hungary's opposition surprised …")."""
    if asked.form is not Form.YES_NO or not words_after_the_vote(asked, vocabulary_of(evidence.library)):
        return False
    return not is_settled(asked, (evidence.procedure,), matters_in_records(evidence.library))


def _beyond(findings: tuple[Finding, ...], evidence: Evidence) -> Verdict:
    """Nothing on what is asked beyond the position, which is given instead."""
    limits: tuple[Message, ...] = (("limit.passage", {}), ("limit.held", {}))
    follow_ups: tuple[Message, ...] = (("ask.authors", {}), ("ask.tally", {}))
    return Verdict(
        Status.NOT_FOUND, findings, Reason.NOT_IN_RECORDS, limits, follow_ups, evidence.tally_document()
    )


def states_asked(asked: Understanding, evidence: Evidence) -> tuple[str, ...]:
    """The members named; the rest of the roster where "the others" are meant or nobody is named."""
    everyone = tuple(vote.state for vote in evidence.tally.votes)
    day = readings.vote_day(evidence.record)
    if _EURO_AREA in asked.groups and not asked.states and day is not None:
        apart = {*roster.outside_euro(day), *asked.excluded}
        return tuple(state for state in everyone if state not in apart)
    if asked.aspect == AUTHORS:
        return tuple(state for state in everyone if state in evidence.authors())
    if asked.others or not asked.states:
        return tuple(state for state in everyone if state not in {*asked.states, *asked.excluded})
    return tuple(state for state in asked.states if state not in asked.excluded)


def _lead(asked: Understanding, votes: tuple[MemberVote, ...], others: tuple[MemberVote, ...]) -> str | None:
    """Yes where all stand as proposed, no where none does or none took part; ``others`` stand so too.

    Several positions ("for, against or neither"), or none that is recognised, propose nothing that yes
    could answer.
    """
    if asked.form is not Form.YES_NO or len(asked.positions) > 1:
        return None
    if not asked.positions:
        return "no" if all(vote.position is Position.NOT_PARTICIPATING for vote in votes) else None
    so = [_stands_so(asked, vote) for vote in votes]
    match asked.aspect:
        case Quantifier.NONE if len(so) > 1:
            return "no" if any(so) else "none_of_them"
        case Quantifier.ANY:
            return "yes" if any(so) else "no"
        case Quantifier.ONLY:
            return "yes" if all(so) and not others else "no"
        case Quantifier.MIXED:
            return None
        case Quantifier.MERELY if others and any(so):
            return None
    return "yes" if all(so) else "partly" if any(so) else "no"


def _stands_so(asked: Understanding, vote: MemberVote) -> bool:
    """Whether a member stands as proposed."""
    return (vote.position in asked.positions) is not asked.negated


def _others_so(asked: Understanding, evidence: Evidence) -> tuple[MemberVote, ...]:
    """The members that stand as proposed besides those said to be alone in it."""
    if asked.aspect not in {Quantifier.ONLY, Quantifier.MERELY} or not asked.positions:
        return ()
    votes = (v for v in evidence.tally.votes if v.position not in {None, Position.NOT_PARTICIPATING})
    return tuple(vote for vote in votes if vote.state not in asked.states and _stands_so(asked, vote))


def _announced(evidence: Evidence, votes: tuple[MemberVote, ...]) -> tuple[Finding, ...]:
    """The sentence in which a single state's own statement announces its vote."""
    if len(votes) != 1:
        return ()
    announced = ((s, declaration(s)) for s in evidence.statements_of(votes[0].state))
    return tuple(
        finding.claimed(evidence, "statement.announces", evidence.at(span), who=finding.speakers(statement))
        for statement, span in announced
        if span is not None
    )


def _follow_ups(evidence: Evidence, votes: tuple[MemberVote, ...]) -> tuple[Message, ...]:
    """Why, where the state gave a statement; else what the vote came to."""
    authors = evidence.authors()
    with_reasons = [vote.state for vote in votes if vote.state in authors][:1]
    why: tuple[Message, ...] = tuple(("ask.why", {"states": States((state,))}) for state in with_reasons)
    return (*why, ("ask.tally", {}), ("ask.outcome", {}))
