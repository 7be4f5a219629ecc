"""Who voted so, who did not, how many, and the vote as a whole. Lists are complete."""

from collections.abc import Sequence
from dataclasses import replace

from assistant import ballot, finding
from assistant.answer import EvidenceKind, Finding, Message, Reason, Slot, States, Status, Verdict
from assistant.answers import outcome, silence
from assistant.answers.positions import states_asked
from assistant.citing.citation import Place
from assistant.citing.location import COUNCIL
from assistant.counting import majority_working
from assistant.counting.tally import MemberVote
from assistant.evidence import Evidence
from assistant.question import Form, Intent, Understanding
from assistant.wording.working import of_reading
from corpus.model import Position

_ALL, _MOST, _NONE, _ANY = "all", "most", "none", "any"
_LIKE, _UNLIKE, _NAMED = "like", "unlike", "named"
_SENTENCE_UP_TO = 6
_DISSENT = {Position.AGAINST, Position.ABSTENTION}
_FOLLOW_UPS: tuple[Message, ...] = (("ask.tally", {}), ("ask.majority", {}), ("ask.authors", {}))


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """The list or the count asked for; a vote the notice does not tell is said to be missing."""
    if not evidence.vote.positions and evidence.vote.remainder is None:
        if silence.is_silent(evidence):
            return silence.answer(asked, evidence)
        findings = outcome.findings(evidence)
        status = Status.PARTIAL if findings else Status.NOT_FOUND
        return Verdict(status, findings, Reason.NOT_IN_RECORDS, (("limit.vote", {}),))
    if asked.aspect in {_LIKE, _UNLIKE} and (asked.states or asked.excluded):
        asked = _like(asked, evidence)
    if asked.aspect == _NAMED:
        findings = _by_name(evidence)
    elif asked.intent is Intent.TALLY or not asked.positions:
        findings = _whole(replace(asked, negated=False), evidence)
    elif asked.intent is Intent.POSITION_COUNT:
        findings = _held_against(asked, evidence, _counts(asked, evidence))
    else:
        findings = _lists(asked, evidence)
    if asked.intent is Intent.POSITION_LIST and not (asked.negated or _is_narrowed(asked)):
        findings = (*findings, *ballot.took_no_part(evidence, asked.positions))
    return Verdict(Status.ANSWERED, findings, follow_ups=_FOLLOW_UPS, tally=evidence.tally_document())


def _by_name(evidence: Evidence) -> tuple[Finding, ...]:
    """Everybody the notice names, whatever for, and then what for."""
    stated = tuple(dict.fromkeys(position.state for position in evidence.vote.positions))
    votes = ballot.votes_of(evidence, stated)
    places = ballot.clause_places(evidence, evidence.vote.positions)
    return (finding.stated("list.named", places, states=States(stated)), *ballot.told(evidence, votes))


def _like(asked: Understanding, evidence: Evidence) -> Understanding:
    """Who voted like a state: the others at its position; or unlike it: those at any other."""
    votes = ballot.votes_of(evidence, asked.states or asked.excluded)
    positions = tuple(dict.fromkeys(vote.position for vote in votes if vote.position is not None))
    if asked.aspect == _UNLIKE:
        positions = tuple(p for p in ballot.POSITIONS if p not in positions)
    return replace(asked, states=(), excluded=(*asked.excluded, *asked.states), positions=positions)


def count(evidence: Evidence, position: Position, votes: Sequence[MemberVote], negated: str = "") -> Finding:
    """How many stand at a position, and which ones."""
    if not votes:
        return finding.derived(f"nobody.{negated}{position}", _where_none(evidence))
    kinds = {vote.evidence for vote in votes}
    kind = next(iter(kinds)) if len(kinds) == 1 else EvidenceKind.DERIVED
    slots: dict[str, Slot] = {"n": len(votes), "states": _named(votes)}
    speaker = COUNCIL if kind is EvidenceKind.STATED else None
    reading = evidence.readings.recommended
    name = f"count_{negated}{position}"
    working = of_reading(majority_working.count_of(reading, votes, name), f"_{reading.id}")
    found = Finding(
        f"count.{negated}{position}", kind, ballot.places_of(evidence, votes), slots, speaker,
        computation=working[-1], working=working[:-1],
    )  # fmt: skip
    return replace(found, trail=ballot.TRAILS.get(kind)) if len(kinds) == 1 else found


def _whole(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    counts = [
        count(evidence, position, votes)
        for position in ballot.POSITIONS
        if (votes := _selected(asked, evidence, (position,)))
    ]
    return (*counts, *outcome.findings(evidence), *_elsewhere(evidence, ballot.POSITIONS))


def _counts(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    votes = _selected(asked, evidence, asked.positions)
    if not votes:
        counts = list(_nobody(asked, evidence))
    elif asked.negated:
        counts = [count(evidence, asked.positions[0], votes, "not_")]
    else:
        by_position = ((p, _selected(asked, evidence, (p,))) for p in asked.positions)
        counts = [count(evidence, p, group) for p, group in by_position if group or not _is_narrowed(asked)]
        if set(asked.positions) == _DISSENT:
            counts.append(count(evidence, Position.FOR, votes, "not_"))
    return (*counts, *_elsewhere(evidence, asked.positions))


def _held_against(
    asked: Understanding, evidence: Evidence, counts: tuple[Finding, ...]
) -> tuple[Finding, ...]:
    """The counts, begun with whether the first stands as proposed to a number or to the second."""
    if asked.bound is None:
        return counts
    numbers = [
        len(_selected(replace(asked, positions=(position,)), evidence, (position,)))
        for position in asked.positions
    ]
    other = asked.bound.number if asked.bound.number is not None else numbers[-1]
    lead = "yes" if asked.bound.holds(numbers[0], other) else "no"
    return (replace(counts[0], lead=lead), *counts[1:])


def _lists(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    votes = _selected(asked, evidence, asked.positions)
    if asked.form is Form.YES_NO and asked.aspect == _ALL:
        findings = _whether_all(asked, evidence)
    elif not votes:
        findings = _nobody(asked, evidence)
    elif asked.negated:
        findings = (_complement(asked, evidence, votes), *_by_position(evidence, votes))
    elif _names_several(asked):
        return _counts(asked, evidence)
    else:
        findings = _by_position(evidence, votes)
    if asked.form is Form.YES_NO and asked.aspect != _ALL:
        findings = (replace(findings[0], lead=_lead(asked, evidence, len(votes))), *findings[1:])
    return (*findings, *_elsewhere(evidence, asked.positions))


def _names_several(asked: Understanding) -> bool:
    """Whether the positions are told one by one: "for, against and abstaining", not "unlike Germany"."""
    is_plain = asked.aspect not in {_LIKE, _UNLIKE} and asked.form is not Form.YES_NO
    return is_plain and len(asked.positions) > 1 and set(asked.positions) != _DISSENT


def _lead(asked: Understanding, evidence: Evidence, n: int) -> str | None:
    """Yes or no to whether any stood so; or none, or most, or the number that is named.

    That some were in favour is no yes to whether "they" were.
    """
    proposed = {int(amount.value) for amount in asked.amounts if amount.unit in {None, "state"}}
    if proposed and len(asked.positions) == 1:
        readings = evidence.readings.readings
        counts = {sum(v.position in asked.positions for v in r.tally.votes) for r in readings[1:]}
        return "yes" if n in proposed else None if counts & proposed else "no"
    if asked.aspect == _NONE:
        return "no" if n else "yes"
    if asked.aspect == _MOST:
        return "yes" if 2 * n > len(evidence.readings.recommended.electorate.states) else "no"
    is_open = len(asked.positions) > 1 or (asked.positions == (Position.FOR,) and not asked.negated)
    if n and is_open and asked.aspect != _ANY:
        return None
    return "yes" if n else "no"


def _is_narrowed(asked: Understanding) -> bool:
    """Whether only some members are asked about."""
    return bool(asked.states or asked.excluded)


def _nobody(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    """None stood so: of all members; or none of those asked about, with where they stood and who did."""
    elsewhere = _selected(replace(asked, states=(), excluded=(), others=False), evidence, asked.positions)
    at_all = _by_position(evidence, elsewhere)
    if asked.negated and len(asked.positions) > 1:
        return _whole(replace(asked, negated=False, states=(), excluded=()), evidence)
    if not elsewhere or not _is_narrowed(asked):
        negated = "not_" if asked.negated else ""
        return tuple(count(evidence, position, (), negated) for position in asked.positions)
    if asked.others or not asked.states:
        return (replace(at_all[0], lead="nobody_else"), *at_all[1:])
    where = ballot.told(evidence, ballot.votes_of(evidence, states_asked(asked, evidence)))
    lead = "none_of_them" if len(asked.states) > 1 else "no"
    return (replace(where[0], lead=lead), *where[1:], *at_all) if where else at_all


def _whether_all(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    """Whether all stood so: no, with those that did not; or yes."""
    rest = _selected(replace(asked, negated=not asked.negated), evidence, asked.positions)
    so = _selected(asked, evidence, asked.positions)
    findings = _by_position(evidence, rest or so)
    return (replace(findings[0], lead="no" if rest else "yes"), *findings[1:])


def _complement(asked: Understanding, evidence: Evidence, votes: Sequence[MemberVote]) -> Finding:
    position = asked.positions[0]
    return finding.derived(f"list.not_{position}", ballot.places_of(evidence, votes), states=_named(votes))


def _by_position(evidence: Evidence, votes: Sequence[MemberVote]) -> tuple[Finding, ...]:
    """A short list as a sentence, a long one counted."""
    found: list[Finding] = []
    for position in dict.fromkeys(vote.position for vote in votes if vote.position is not None):
        group = [vote for vote in votes if vote.position is position]
        is_short = len(group) <= _SENTENCE_UP_TO
        found += ballot.told(evidence, group) if is_short else (count(evidence, position, group),)
    return tuple(found)


def _selected(
    asked: Understanding, evidence: Evidence, positions: tuple[Position, ...]
) -> tuple[MemberVote, ...]:
    """The members at the positions or, negated, those that took part but did not vote so."""
    among = set(states_asked(asked, evidence))
    votes = [vote for vote in evidence.tally.votes if vote.state in among and vote.position is not None]
    if asked.negated:
        votes = [v for v in votes if v.position not in {*positions, Position.NOT_PARTICIPATING}]
    else:
        votes = [v for v in votes if v.position in positions]
    return _in_order(evidence, votes)


def _in_order(evidence: Evidence, votes: Sequence[MemberVote]) -> tuple[MemberVote, ...]:
    """Named members in the order of the notice, then the others by code."""
    order = [stated.state for stated in evidence.vote.positions]
    return tuple(sorted(votes, key=lambda v: order.index(v.state) if v.state in order else len(order)))


def _elsewhere(evidence: Evidence, positions: Sequence[Position]) -> tuple[Finding, ...]:
    """What a further reading adds to or takes from these positions."""
    everyone = [vote.state for vote in evidence.tally.votes]
    readings = evidence.readings.readings
    concerned = [
        state
        for state in everyone
        if {vote.position for r in readings if (vote := r.tally.vote_of(state))} & set(positions)
    ]
    return ballot.other_readings(evidence, concerned)


def _where_none(evidence: Evidence) -> tuple[Place, ...]:
    return ballot.remainder_places(evidence) or ballot.clause_places(evidence, evidence.vote.positions)


def _named(votes: Sequence[MemberVote]) -> States:
    by_name = len(votes) > _SENTENCE_UP_TO
    return States(tuple(vote.state for vote in votes), by_name)
