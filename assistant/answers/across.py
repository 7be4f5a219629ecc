"""What is asked of several procedures at once: who voted so most often, whether votes were alike, both acts.

Knows votes side by side. Refuses to weigh one procedure against another.
"""

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace

from assistant import ballot, finding
from assistant.answer import Finding, Message, Slot, States, Status, Term, Verdict
from assistant.answers import coverage
from assistant.counting import plain_count
from assistant.counting.tally import MemberVote
from assistant.evidence import Evidence
from assistant.question import Form, Intent, Understanding
from assistant.understanding.quantifier import Quantifier
from corpus.model import Position

_OFTEN, _UNLIKE, _JOINING = "often", "unlike", "joining"
_MOST_PLACES = 12
_FOLLOW_UPS: tuple[Message, ...] = (("ask.outcome", {}), ("ask.authors", {}))


def answer(asked: Understanding, seen: Sequence[Evidence]) -> Verdict | None:
    """The answer that only several votes together give; None where each is answered by itself."""
    told = [evidence for evidence in seen if evidence.vote.positions or evidence.vote.remainder is not None]
    if len(told) < len(seen[:2]):
        return None
    if asked.aspect == _OFTEN and asked.positions:
        return _joined([_most_often(position, told) for position in asked.positions])
    if asked.intent is Intent.COMPARISON and not (
        asked.states or (asked.topics and asked.aspect != _JOINING)
    ):
        return side_by_side(told)
    if asked.intent is Intent.COMPARISON and len(asked.states) == 1 and not asked.topics:
        return alike(asked, told)
    is_of_all = asked.aspect == Quantifier.BOTH and asked.form is Form.YES_NO
    if is_of_all and asked.intent is Intent.STATE_POSITION and len(asked.positions) == 1:
        return _in_all(asked, told)
    return None


def _joined(verdicts: Sequence[Verdict]) -> Verdict:
    """One verdict of what is told of each position."""
    found = [verdict.findings[0] for verdict in verdicts]
    rest = [each for verdict in verdicts for each in verdict.findings[1:]]
    return replace(verdicts[0], findings=(*found, *rest))


def _most_often(position: Position, seen: Sequence[Evidence]) -> Verdict:
    """The members that stood so in most of the votes, and each vote in which they did."""
    standing = [(evidence, [v for v in evidence.tally.votes if v.position is position]) for evidence in seen]
    counts = Counter(vote.state for _, votes in standing for vote in votes)
    most = max(counts.values(), default=0)
    first = tuple(sorted(state for state, n in counts.items() if n == most))
    own = [(evidence, [v for v in votes if v.state in first]) for evidence, votes in standing]
    places = [place for evidence, votes in own for place in ballot.places_of(evidence, votes)]
    if not places:
        return Verdict(Status.ANSWERED, tuple(f for e in seen for f in vote(e)), follow_ups=_FOLLOW_UPS)
    slots: dict[str, Slot] = {"states": States(first, by_name=True), "n": most}
    slots["position"] = Term(f"position.{position}")
    found = finding.derived("list.most_often", tuple(dict.fromkeys(places))[:_MOST_PLACES], **slots)
    found = replace(found, computation=plain_count.over_procedures(f"most_often_{position}", most))
    votes_told = (f for evidence, votes in own if votes for f in vote(evidence, votes))
    return Verdict(Status.ANSWERED, (found, *votes_told), follow_ups=_FOLLOW_UPS)


def side_by_side(seen: Sequence[Evidence], among: Set[str] | None = None) -> Verdict:
    """Whether everybody, or those meant, stood alike in all the votes; who did not; and each vote."""
    stood = [{vote.state: vote.position for vote in evidence.tally.votes} for evidence in seen]
    everyone = dict.fromkeys(state for votes in stood for state in votes)
    differing = tuple(state for state in everyone if len({votes.get(state) for votes in stood}) > 1)
    differing = tuple(state for state in differing if among is None or state in among)
    places = tuple(place for e in seen for place in ballot.clause_places(e, e.vote.positions))
    places = places or tuple(place for e in seen for place in ballot.remainder_places(e))
    message = "compare.votes_differ" if differing else "compare.votes_same"
    slots: dict[str, Slot] = {"states": States(differing, by_name=True)} if differing else {}
    found = finding.derived(message, places[:_MOST_PLACES], **slots)
    return Verdict(Status.ANSWERED, (found, *(f for e in seen for f in vote(e))), follow_ups=_FOLLOW_UPS)


def alike(asked: Understanding, seen: Sequence[Evidence]) -> Verdict:
    """Whether one state stood alike in every one of the votes, and how it did in each."""
    own = [(evidence, ballot.votes_of(evidence, asked.states)) for evidence in seen]
    stood = {vote.position for _, votes in own for vote in votes}
    told = [f for evidence, votes in own for f in vote(evidence, votes)]
    is_so = (len(stood) == 1) is not (asked.aspect == _UNLIKE)
    lead = ("yes" if is_so is not asked.negated else "no") if asked.form is Form.YES_NO else None
    return Verdict(Status.ANSWERED, (replace(told[0], lead=lead), *told[1:]), follow_ups=_FOLLOW_UPS)


def _in_all(asked: Understanding, seen: Sequence[Evidence]) -> Verdict:
    """Whether the states stood so in every one of the votes, and how they did in each."""
    own = [(evidence, ballot.votes_of(evidence, asked.states)) for evidence in seen]
    so = [(vote.position in asked.positions) is not asked.negated for _, votes in own for vote in votes]
    told = [f for evidence, votes in own for f in vote(evidence, votes)]
    lead = "yes" if all(so) else "no"
    return Verdict(Status.ANSWERED, (replace(told[0], lead=lead), *told[1:]), follow_ups=_FOLLOW_UPS)


def vote(evidence: Evidence, votes: Sequence[MemberVote] | None = None) -> tuple[Finding, ...]:
    """One vote under the name of its act: of some members, else of all that the notice names."""
    named = votes
    if named is None:
        named = ballot.votes_of(evidence, (stated.state for stated in evidence.vote.positions))
    return (coverage.procedure(evidence), *ballot.told(evidence, named))
