"""A result told as three numbers ("21-2-4"), held against the vote under each reading of who took part."""

from dataclasses import replace

from assistant.answer import Verdict
from assistant.answers import electorate, law, lists
from assistant.counting.readings import Reading
from assistant.evidence import Evidence
from assistant.question import Understanding
from corpus.model import Position

_NUMBERS, _SHARES = "numbers", "shares"
_TOLD = (Position.FOR, Position.AGAINST, Position.ABSTENTION)


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """The vote, begun with whether a result told is the recommended reading's; the grounds of each.

    With the share of the people behind each side, where that is asked for too.
    """
    if asked.aspect == _SHARES:
        return _with_shares(asked, evidence)
    if asked.aspect != _NUMBERS:
        return lists.answer(asked, evidence)
    whole = replace(asked, aspect=None, states=(), excluded=(), others=False, negated=False)
    verdict = lists.answer(whole, evidence)
    if not verdict.findings or verdict.tally is None:
        return verdict
    readings = evidence.readings.readings
    first = replace(verdict.findings[0], lead=_lead(asked, [_counted(reading) for reading in readings]))
    return replace(verdict, findings=(first, *verdict.findings[1:], *law.grounds(readings)))


def _with_shares(asked: Understanding, evidence: Evidence) -> Verdict:
    """The vote with the share of the people behind each side of it, by each reading."""
    verdict = lists.answer(replace(asked, aspect=None, positions=()), evidence)
    readings = evidence.readings.readings
    people = (f for r in readings for side in _TOLD for f in electorate.behind(side, evidence, r))
    return replace(verdict, findings=(*verdict.findings, *people))


def _counted(reading: Reading) -> tuple[int, ...]:
    """The votes in favour, against and the abstentions."""
    return tuple(sum(vote.position is position for vote in reading.tally.votes) for position in _TOLD)


def _lead(asked: Understanding, counted: list[tuple[int, ...]]) -> str | None:
    """Yes to the recommended reading's, no to nobody's; neither to another reading's, or to two results."""
    told = tuple(int(amount.value) for amount in asked.amounts)
    if len(told) != len(_TOLD) or told in counted[1:]:
        return None
    return "yes" if told == counted[0] else "no"
