"""Which of many acts: that with most or fewest votes of a kind, those with so many, the last, the silent.

Knows acts side by side. Refuses to weigh one act against another but by what is counted or dated.
"""

from collections.abc import Sequence

from assistant import ballot
from assistant.answer import Message, Status, Verdict
from assistant.answers import across, ballots, coverage, outcome, timeline
from assistant.answers.ballots import Votes
from assistant.counting import readings
from assistant.evidence import Evidence
from assistant.question import DateKind
from assistant.understanding.sweep import Sweep

_FEW = 3
_FOLLOW_UPS: tuple[Message, ...] = (("ask.outcome", {}), ("ask.authors", {}))


def extreme(votes: Votes) -> Verdict | None:
    """The act with the most votes of a kind, or the fewest; the others too where few are compared."""
    counts = _counts(votes)
    is_most = votes.wanted.sweep is Sweep.MOST
    best = max(counts) if is_most else min(counts)
    first = [each for each, n in zip(votes.seen, counts, strict=True) if n == best]
    others = [pair for pair in zip(votes.seen, counts, strict=True) if pair[1] != best]
    others = others if len(votes.seen) <= _FEW else []
    places = [p for each in first for p in ballot.clause_places(each, each.vote.positions)]
    places = places or [p for each in first for p in ballot.remainder_places(each)]
    message = "list.most_votes" if is_most else "list.fewest_votes"
    found = ballots.counted(message, best, places, votes.positions())
    told = [f for each in first for f in across.vote(each)]
    for each, n in others:
        own = ballot.clause_places(each, each.vote.positions) or ballot.remainder_places(each)
        told += [*across.vote(each), ballots.counted("list.total", n, own, votes.positions())]
    return Verdict(Status.ANSWERED, (found, *told), follow_ups=_FOLLOW_UPS)


def bounded(votes: Votes) -> Verdict | None:
    """The acts with as many votes of a kind as the question says: just one, more than two."""
    bound = votes.wanted.bound
    if bound is None or bound.number is None:
        return None
    number = bound.number
    so = [each for each, n in zip(votes.seen, _counts(votes), strict=True) if bound.holds(n, number)]
    counted = coverage.votes(tuple(each.procedure for each in so), votes.seen[0])
    own = ((each, [v for v in each.tally.votes if votes.stood_so(each, v)]) for each in so)
    told = (f for each, named in own for f in across.vote(each, named))
    return Verdict(Status.ANSWERED, (counted, *told), follow_ups=_FOLLOW_UPS)


def silent(votes: Votes) -> Verdict | None:
    """The acts on which nobody made a statement."""
    so = [each for each in votes.seen if not each.record.statements]
    counted = coverage.votes(tuple(each.procedure for each in so), votes.seen[0])
    return Verdict(Status.ANSWERED, (counted, *map(coverage.procedure, so)), follow_ups=_FOLLOW_UPS)


def dated(votes: Votes) -> Verdict | None:
    """The last act voted on, or the first: when, and how it ended."""
    days = [readings.vote_day(each.record) for each in votes.seen]
    known = [day for day in days if day is not None]
    if not known:
        return None
    wanted = max(known) if votes.wanted.sweep is Sweep.LATEST else min(known)
    so: Sequence[Evidence] = [each for each, day in zip(votes.seen, days, strict=True) if day == wanted]
    told = (
        f
        for each in so
        for f in (
            coverage.procedure(each),
            *timeline.findings(DateKind.CLOSED, each),
            *outcome.findings(each)[:1],
            *across.vote(each)[1:],
        )
    )
    return Verdict(Status.ANSWERED, tuple(told), follow_ups=_FOLLOW_UPS)


def _counts(votes: Votes) -> list[int]:
    return [sum(votes.stood_so(each, v) for v in each.tally.votes) for each in votes.seen]
