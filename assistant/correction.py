"""What a question takes for granted, held against the record before anything is answered.

A claim inside a question is never evidence. Knows how each kind of premise is checked; gives the
correction, with its citation, or nothing where the record bears the premise out or is silent.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction

from assistant import ballot
from assistant.answer import Finding, Message, Reason, Status, Verdict
from assistant.answers import documents, figures, lists, outcome, statements, timeline
from assistant.counting.tally import MemberVote
from assistant.evidence import Evidence
from assistant.question import DateKind, Premise, PremiseKind, Understanding
from assistant.understanding.premises import ALL
from corpus.model import MajorityRule, Position

NOT_SO = "not_so"
Check = Callable[[Premise, Evidence], tuple[Finding, ...]]


def corrections(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    """What is so instead of each premise the record contradicts, the first one led by "not so"."""
    found = [
        f
        for premise in asked.premises
        if premise.kind in _CHECKS
        for f in _CHECKS[premise.kind](premise, evidence)
    ]
    distinct = list({(f.message, str(f.slots)): f for f in found}.values())
    return (replace(distinct[0], lead=NOT_SO), *distinct[1:]) if distinct else ()


def missing(asked: Understanding, evidence: Evidence) -> Verdict | None:
    """The refusal of a question about a statement or document that is not there."""
    for premise in asked.premises:
        if premise.kind is PremiseKind.STATEMENT and premise.state:
            if not evidence.statements_of(premise.state):
                return statements.no_statement(evidence, (premise.state,))
        elif premise.document and not documents.holds(premise.document, evidence):
            limits: tuple[Message, ...] = (("limit.document_named", {"document": premise.document}),)
            held = documents.notice(evidence)
            return Verdict(Status.NOT_FOUND, held, Reason.NO_DOCUMENT, limits, (("ask.documents", {}),))
    return None


def _position(premise: Premise, evidence: Evidence) -> tuple[Finding, ...]:
    """The real position, where no reading bears out what is taken for granted."""
    if premise.state is None or premise.position is None:
        return ()
    votes = [reading.tally.vote_of(premise.state) for reading in evidence.readings.readings]
    positions = {vote.position for vote in votes if vote is not None}
    if not positions or None in positions:
        return ()
    holds = positions != {premise.position} if premise.negated else premise.position in positions
    if holds:
        return ()
    return ballot.told(evidence, ballot.votes_of(evidence, (premise.state,)))


def _outcome(premise: Premise, evidence: Evidence) -> tuple[Finding, ...]:
    adopted = evidence.vote.adopted
    if premise.adopted is None or adopted is None or adopted.value is premise.adopted:
        return ()
    return outcome.findings(evidence)


def _figure(premise: Premise, evidence: Evidence) -> tuple[Finding, ...]:
    """The figures there are, where none is the amount taken for granted; whose it is, where another's."""
    everything = figures.all_figures(evidence)
    if premise.adopted and not (premise.amount and figures.is_told_by_council(premise.amount, evidence)):
        claimed = [(s, f) for s, f in everything if premise.amount and figures.fits(premise.amount, f)]
        return figures.as_findings(evidence, claimed)
    by_state = [(s, f) for s, f in everything if premise.state is None or premise.state in s.speakers]
    if premise.amount is None or any(figures.fits(premise.amount, figure) for _, figure in by_state):
        return ()
    if premise.amount.value in _thresholds(evidence):
        return ()
    claimed_by_others = [(s, f) for s, f in everything if figures.fits(premise.amount, f)]
    if claimed_by_others:
        return figures.as_findings(evidence, claimed_by_others)
    same_unit = [(s, f) for s, f in by_state if premise.amount.unit in {None, f.unit}]
    return figures.as_findings(evidence, same_unit or by_state)


def _thresholds(evidence: Evidence) -> set[Fraction]:
    """The percentages of the voting rule, which are nobody's figures."""
    result = evidence.readings.recommended.majority
    needed = (result.member_share_needed, result.population_needed)
    return {share * 100 for share in needed if share is not None}


def _count(premise: Premise, evidence: Evidence) -> tuple[Finding, ...]:
    if premise.position is None or premise.amount is None:
        return ()
    tallies = [reading.tally for reading in evidence.readings.readings]
    away: set[Position | None] = {premise.position, Position.NOT_PARTICIPATING}
    everyone = {vote.position for tally in tallies for vote in tally.votes}
    counts = {sum(_is_counted(vote, premise, away) for vote in tally.votes) for tally in tallies}
    if premise.amount.value in counts or (premise.amount.value == ALL and everyone <= away):
        return ()
    votes = [vote for vote in evidence.tally.votes if _is_counted(vote, premise, away)]
    return (lists.count(evidence, premise.position, votes, "not_" if premise.negated else ""),)


def _is_counted(vote: MemberVote, premise: Premise, away: set[Position | None]) -> bool:
    """Whether a vote is one of those a premise counts: at its position or, negated, away from it."""
    return vote.position not in away if premise.negated else vote.position is premise.position


def _date(premise: Premise, evidence: Evidence) -> tuple[Finding, ...]:
    dated = timeline.findings(premise.date_kind or DateKind.ALL, evidence)
    period = premise.period
    if period is not None and period.month is None and _is_titled(period.year, evidence):
        return ()
    if not dated or any(timeline.is_on(found, premise.date, premise.period) for found in dated):
        return ()
    return timeline.findings(premise.date_kind or DateKind.CLOSED, evidence)


def _is_titled(year: int | None, evidence: Evidence) -> bool:
    """Whether a year is in the title of the act: "the pool for 2026" is no vote in 2026."""
    title = evidence.act.title or evidence.notice.subject
    return title is not None and str(year) in title.value


def _rule(premise: Premise, evidence: Evidence) -> tuple[Finding, ...]:
    stated = evidence.vote.majority_rule
    if premise.rule not in set(MajorityRule) or stated is None or stated.value == premise.rule:
        return ()
    return outcome.majority_stated(evidence)


_CHECKS: Mapping[PremiseKind, Check] = {
    PremiseKind.POSITION: _position,
    PremiseKind.OUTCOME: _outcome,
    PremiseKind.FIGURE: _figure,
    PremiseKind.COUNT: _count,
    PremiseKind.DATE: _date,
    PremiseKind.RULE: _rule,
}
