"""What many votes give together: who never dissented, who was outvoted, which act met most opposition.

Knows votes by the dozen. Refuses to answer where one act alone is meant.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from assistant import ballot
from assistant.answer import Message, Slot, Status, Term, Verdict
from assistant.answers import across, act_sweeps, ballots, coverage, outcome
from assistant.answers.ballots import Voted, Votes
from assistant.evidence import Evidence
from assistant.procedure import Procedure
from assistant.procedures.library import Library
from assistant.question import Form, Intent, Understanding
from assistant.scoping import joining
from assistant.scoping.scope import scope_of
from assistant.understanding.subject import policy
from assistant.understanding.sweep import Sweep, Swept, swept

_OUTVOTED, _OFTEN = "outvoted", "often"
_OF_FEW = frozenset({Sweep.CHANGED, Sweep.ALIKE, Sweep.ONE_ALONE, Sweep.TURNED, Sweep.EVERY})
_DEEDS = policy.deeds() | {joining.BESIDE}
_SEVERAL = 2
_MOST_TOLD = 8
_FOLLOW_UPS: tuple[Message, ...] = (("ask.outcome", {}), ("ask.authors", {}))


def answer(asked: Understanding, evidence: Evidence) -> Verdict | None:
    """What is asked of many votes at once; None where a question is on one, or asks something else."""
    wanted = swept(asked.question, asked.language)
    if wanted is None or asked.non_members or "procedure" in asked.carried:
        return None
    meant = _meant(asked, wanted, evidence.library)
    seen = tuple(each for each in map(evidence.of, meant) if each.vote.positions or each.vote.remainder)
    if len(seen) < _SEVERAL:
        return None
    return _ANSWERERS[wanted.sweep](Votes(asked, wanted, seen))


def _meant(asked: Understanding, wanted: Swept, library: Library) -> Sequence[Procedure]:
    """The acts that are looked at: those named, all where none is; both of a notice where sides changed."""
    on_votes = replace(asked, intent=Intent.POSITION_LIST, topics=(), speaker=None)
    meant = scope_of(on_votes, library).procedures
    if wanted.sweep not in _OF_FEW:
        return meant
    if len(meant) == len(library.procedures):
        return ()
    acts = Counter(each.record.id for each in meant)
    record, most = acts.most_common(1)[0]
    if (
        most > 1 and set(asked.matters) <= _DEEDS
    ):  # "the signing, not the provisional application": the pair, no other act that signs
        return [each for each in meant if each.record.id == record]
    return library.procedures_in(record) if len(meant) == 1 else meant


def _never(votes: Votes) -> Verdict | None:
    """The members that stood so in none of the votes."""
    positions = votes.wanted.positions
    if len(positions) > 1 and set(positions) != ballots.DISSENT:
        return None
    return _without(votes, votes.stood_so, "list.never", votes.positions())


def _loyal(votes: Votes) -> Verdict | None:
    """The members that were in favour whenever they took part: those that never dissented."""
    return _without(votes, ballots.dissents, "list.never", Term(f"position.{ballots.DISSENTING}"))


def _unbeaten(votes: Votes) -> Verdict | None:
    """The members that never lost."""
    return _without(votes, ballots.lost, "list.never", Term(f"position.{_OUTVOTED}"))


def _winners(votes: Votes) -> Verdict | None:
    """The members that won every vote they took part in."""
    return _without(votes, ballots.not_won, "list.unbeaten", None)


def _without(votes: Votes, voted: Voted, message: str, position: Term | None) -> Verdict | None:
    """The members none of whose votes was so."""
    times = votes.times(voted)
    members = dict.fromkeys(v.state for each in votes.seen for v in each.tally.votes)
    states = tuple(sorted(state for state in members if not times[state]))
    if not states:
        return None
    own = [(each, [v for v in each.tally.votes if v.position in ballots.DISSENT]) for each in votes.seen]
    slots: dict[str, Slot] = {"position": position} if position is not None else {}
    found = ballots.listed(message, states, len(votes.seen), ballots.places(own, of_all=True), slots)
    return Verdict(Status.ANSWERED, (found,), follow_ups=_FOLLOW_UPS)


def _repeated(votes: Votes) -> Verdict | None:
    """The members that stood so more than once, most often first, and each vote in which they did."""
    least = 1 if votes.wanted.sweep is Sweep.ONCE else _SEVERAL
    return _by_times(votes, votes.stood_so, least, votes.positions())


def _outvoted(votes: Votes) -> Verdict | None:
    """The votes a state lost; who was outvoted how often, where none is named."""
    if votes.asked.states:
        return _of_state(votes, ballots.lost)
    least = 1
    if votes.asked.aspect == _OFTEN:
        least = max(votes.times(ballots.lost).values(), default=1)
    return _by_times(votes, ballots.lost, least, Term(f"position.{_OUTVOTED}"))


def _by_times(votes: Votes, voted: Voted, least: int, position: Term) -> Verdict | None:
    """Who voted so at least so often, grouped by how often; and the votes in which they did."""
    times = votes.times(voted)
    own = [
        (each, [v for v in each.tally.votes if voted(each, v) and times[v.state] >= least])
        for each in votes.seen
    ]
    groups = sorted({n for n in times.values() if n >= least}, reverse=True)
    if not groups:
        return None
    places, slots = ballots.places(own), {"position": position}
    found = [
        ballots.listed("list.times", tuple(sorted(s for s in times if times[s] == n)), n, places, slots)
        for n in groups
    ]
    told = [f for each, named in own if named and len(named) <= _MOST_TOLD for f in across.vote(each, named)]
    return Verdict(Status.ANSWERED, (*found, *told), follow_ups=_FOLLOW_UPS)


def _of_state(votes: Votes, voted: Voted) -> Verdict:
    """The votes that came out so for the states named, each with how they stood and how it ended."""
    own = [(each, ballot.votes_of(each, votes.asked.states)) for each in votes.seen]
    so = [(each, named) for each, named in own if any(voted(each, v) for v in named)]
    those = tuple(each.procedure for each, _ in so)
    counted = coverage.votes(those, votes.seen[0])
    if votes.wanted.form is Form.YES_NO:
        counted = replace(counted, lead="yes" if so else "no")
    told = (f for each, named in so for f in (*across.vote(each, named), *outcome.findings(each)[:1]))
    return Verdict(Status.ANSWERED, (counted, *told), follow_ups=_FOLLOW_UPS)


def _won_by(votes: Votes) -> Verdict | None:
    return _of_state(votes, ballots.won) if votes.asked.states else None


def _dissented(votes: Votes) -> Verdict | None:
    return _of_state(votes, ballots.dissents) if votes.asked.states else None


def _total(votes: Votes) -> Verdict | None:
    """How many votes there were at a position in all the procedures together."""
    n = votes.times(votes.stood_so).total()
    own = [(each, [v for v in each.tally.votes if votes.stood_so(each, v)]) for each in votes.seen]
    found = ballots.counted("list.total", n, ballots.places(own), votes.positions())
    told = [f for each, named in own if named and len(named) <= _MOST_TOLD for f in across.vote(each, named)]
    return Verdict(Status.ANSWERED, (found, *told), follow_ups=_FOLLOW_UPS)


def _changed(votes: Votes) -> Verdict | None:
    """Who stood differently from one act to the other."""
    return across.side_by_side(votes.seen)


def _alike(votes: Votes) -> Verdict | None:
    """Whether a state stood in one act as in the other."""
    return across.alike(votes.asked, votes.seen) if len(votes.asked.states) == 1 else None


def _one_alone(votes: Votes) -> Verdict | None:
    """Who stood so in one of two acts and not in the other."""
    if len(votes.seen) != _SEVERAL:
        return None
    times = votes.times(votes.stood_so)
    return across.side_by_side(votes.seen, {state for state, n in times.items() if n == 1})


def _turned(votes: Votes) -> Verdict | None:
    """Who stood one way in one of two acts and another way in the other, where both acts are named."""
    return across.side_by_side(votes.seen) if len(_DEEDS & {*votes.asked.matters}) > 1 else None


def _together(votes: Votes) -> Verdict | None:
    """In how many votes two members stood alike, and each vote in which they did not."""
    own = [(each, ballot.votes_of(each, votes.asked.states)) for each in votes.seen]
    alike = [each for each, named in own if len({v.position for v in named}) == 1]
    apart = [(each, named) for each, named in own if each not in alike]
    counted = coverage.votes(tuple(each.procedure for each in alike), votes.seen[0])
    if votes.wanted.form is Form.YES_NO:
        counted = replace(counted, lead="no" if apart else "yes")
    told = (f for each, named in apart for f in across.vote(each, named))
    return Verdict(Status.ANSWERED, (counted, *told), follow_ups=_FOLLOW_UPS)


def _in_every(votes: Votes) -> Verdict | None:
    """The members that stood so in every one of the acts, and the votes themselves."""
    if len(votes.wanted.positions) != 1:
        return None
    records = {each.record.id for each in votes.seen}
    by_record = [_standing_so(votes, record) for record in sorted(records)]
    every = frozenset.intersection(*(frozenset(times) for times in by_record))
    if len(records) == 1:  # every act of the one notice; of several notices, some act of each
        every = frozenset(state for state, n in by_record[0].items() if n == len(votes.seen))
    own = [(each, [v for v in each.tally.votes if votes.stood_so(each, v)]) for each in votes.seen]
    told = [f for each, named in own if len(named) <= _MOST_TOLD for f in across.vote(each, named)]
    times, slots = votes.times(votes.stood_so), {"position": votes.positions()}
    found = [
        ballots.listed(
            "list.times", tuple(sorted(s for s in every if times[s] == n)), n, ballots.places(own), slots
        )
        for n in sorted({times[state] for state in every}, reverse=True)
    ]
    return Verdict(Status.ANSWERED, (*found, *told), follow_ups=_FOLLOW_UPS) if told else None


def _standing_so(votes: Votes, record: str) -> Counter[str]:
    """In how many acts of one notice each member stood so."""
    return replace(votes, seen=tuple(each for each in votes.seen if each.record.id == record)).times(
        votes.stood_so
    )


_ANSWERERS: Mapping[Sweep, Callable[[Votes], Verdict | None]] = {
    Sweep.NEVER: _never,
    Sweep.LOYAL: _loyal,
    Sweep.UNBEATEN: _unbeaten,
    Sweep.WINNERS: _winners,
    Sweep.REPEATED: _repeated,
    Sweep.ONCE: _repeated,
    Sweep.OUTVOTED: _outvoted,
    Sweep.WON: _won_by,
    Sweep.TOTAL: _total,
    Sweep.MOST: act_sweeps.extreme,
    Sweep.FEWEST: act_sweeps.extreme,
    Sweep.BOUNDED: act_sweeps.bounded,
    Sweep.SILENT: act_sweeps.silent,
    Sweep.LATEST: act_sweeps.dated,
    Sweep.EARLIEST: act_sweeps.dated,
    Sweep.TOGETHER: _together,
    Sweep.TURNED: _turned,
    Sweep.DISSENTED: _dissented,
    Sweep.CHANGED: _changed,
    Sweep.ALIKE: _alike,
    Sweep.ONE_ALONE: _one_alone,
    Sweep.EVERY: _in_every,
}
