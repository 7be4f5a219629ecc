"""The working of a majority: every count and share down to the characters it comes from.

Knows how a tally's numbers are counted: from names, from the remainder, from the rows of the members and
population tables. Population shares carry the rounding of the table as an interval.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from assistant.answer import EvidenceKind
from assistant.citing import reference
from assistant.citing.computation import Computation, Input
from assistant.counting import plain_count as counting
from assistant.counting import roster
from assistant.counting.electorate import Interval
from assistant.counting.readings import Reading
from assistant.counting.tally import MemberVote
from corpus.model import MajorityRule, Position

RATIO = "ratio"
MEMBER = "member"
PERCENT = "percent"
WHAT_IF = "assumption.what_if"
_DECIMALS = {RATIO: 4, PERCENT: 2, MEMBER: 0}


def computations(reading: Reading) -> tuple[Computation, ...]:
    """All of a reading's numbers, each after those it is computed from.

    Ids: ``members``, ``in_favour``, ``members_needed``, ``members_in_favour`` (a share),
    ``members_margin``, ``population_in_favour`` (a share), ``population_margin``. Those on the
    population are missing without a table, those on thresholds under unanimity and where votes were weighted.
    """
    members, in_favour = members_of(reading), _in_favour(reading)
    thresholds = reading.majority.kind is not MajorityRule.UNANIMITY and not reading.majority.is_weighted
    needed = (_members_needed(reading, members),) if thresholds else ()
    found = [members, in_favour, *needed]
    if members.value:
        share = in_favour.value / members.value
        inputs = (_result(in_favour), _result(members))
        found.append(_computed("members_in_favour", share, RATIO, "in_favour / members", inputs))
    for least in needed:
        inputs = (_result(in_favour), _result(least))
        margin = in_favour.value - least.value
        found.append(_computed("members_margin", margin, MEMBER, "in_favour - members_needed", inputs))
    if reading.majority.kind is MajorityRule.QUALIFIED:
        found += _population(reading)
    return tuple(found)


def count_of(
    reading: Reading, votes: Sequence[MemberVote], id_: str, *, or_none: bool = False
) -> tuple[Computation, ...]:
    """How many members these are, each cited to what puts it there.

    All votes in favour, where they follow from the remainder, are what the others leave over; the working
    then begins with ``members``. ``id_`` names the count; ``or_none`` counts nobody as 0, too.
    """
    in_favour = [vote for vote in reading.tally.votes if vote.position is Position.FOR]
    if list(votes) and sorted(v.state for v in votes) == [v.state for v in in_favour]:
        counted = _in_favour(reading)
        working = (members_of(reading),) if counted.inputs[0].computation else ()
        return (*working, replace(counted, id=id_))
    place_by_state = {vote.state: None if vote.hypothetical else vote.places[0] for vote in votes}
    return (counting.count(id_, MEMBER, place_by_state, WHAT_IF),) if place_by_state or or_none else ()


def population_share(reading: Reading, states: Iterable[str], id_: str) -> tuple[Computation, ...]:
    """The share of the electorate's population that lives in some states, after the sums behind it.

    Empty where there is no table for the year, or none of the states takes part. Ids:
    ``ID_percent``, ``electorate_percent`` and ``ID`` itself, the last.
    """
    electorate, wanted = reading.electorate, set(states)
    chosen = tuple(state for state in electorate.states if state in wanted)
    share = electorate.population_of(chosen)
    if share is None or not chosen:
        return ()
    part = _sum_of_rows(f"{id_}_percent", reading, chosen)
    whole = _sum_of_rows("electorate_percent", reading, electorate.states)
    formula, inputs = f"{part.id} / {whole.id}", (_result(part), _result(whole))
    return (part, whole, _computed(id_, share.value, RATIO, formula, inputs, bounds=share))


def members_of(reading: Reading) -> Computation:
    """How many members take part: the seats of that day, less those that do not."""
    seats = len(reading.tally.votes)
    absent = reading.tally.count(Position.NOT_PARTICIPATING)
    inputs = [Input("seats", "seats", Fraction(seats), MEMBER, place=reference.heading("members"))]
    if absent:
        inputs.append(_count(reading, Position.NOT_PARTICIPATING))
    formula = "seats - not_participating" if absent else "seats"
    return _computed("members", Fraction(seats - absent), MEMBER, formula, tuple(inputs))


def heads(states: Iterable[str], id_: str) -> Computation:
    """How many members these are, each cited to its row in the table of members."""
    place_by_state = {state: roster.memberships(state)[-1].place for state in states}
    return counting.count(id_, MEMBER, place_by_state)


def blocking_needed(reading: Reading) -> tuple[Computation, ...]:
    """How many members a blocking minority must include, under the id ``blocking_needed``; empty where none.

    Source: TEU 16(4): four; TFEU 238(3)(a): the fewest that pass 35 % of the people, plus one.
    """
    needed = reading.electorate.blocking_members
    if needed is None:
        return ()
    article, name = reading.majority.article, "blocking_needed"
    if reading.electorate.is_whole:
        least = Input("at_least", name, Fraction(needed), MEMBER, place=article)
        return (_computed(name, Fraction(needed), MEMBER, "at_least", (least,)),)
    passing = heads(reading.electorate.most_populous[: needed - 1], "passing")
    one = Input("one", "one_more", Fraction(1), MEMBER, place=article)
    counted = _computed(name, Fraction(needed), MEMBER, "passing + one", (_result(passing), one))
    return (passing, counted)


def _in_favour(reading: Reading) -> Computation:
    """How many members are in favour: what the others leave over, or as many as are named."""
    counted = reading.tally
    total = Fraction(counted.count(Position.FOR))
    votes = (vote for vote in counted.votes if vote.position is Position.FOR)
    if total and all(vote.evidence is EvidenceKind.STATED for vote in votes):
        named = _count(reading, Position.FOR)
        return _computed("in_favour", total, MEMBER, named.name, (named,))
    members = Input("members", "members", Fraction(len(counted.roster)), MEMBER, computation="members")
    others = [_count(reading, p) for p in (Position.AGAINST, Position.ABSTENTION, None) if _has(reading, p)]
    formula = " - ".join(["members", *(item.name for item in others)])
    return _computed("in_favour", total, MEMBER, formula, (members, *others))


def _has(reading: Reading, position: Position | None) -> bool:
    return any(vote.position is position for vote in reading.tally.votes)


def _count(reading: Reading, position: Position | None) -> Input:
    """How many members stand at a position, cited to the words that put them there."""
    votes = [vote for vote in reading.tally.votes if vote.position is position]
    name = "named_in_favour" if position is Position.FOR else str(position or "unknown")
    is_assumed = any(vote.hypothetical for vote in votes)
    place = next((vote.places[-1] for vote in votes if vote.evidence is EvidenceKind.STATED), None)
    place = place or next((vote.places[0] for vote in votes if vote.places), reference.heading("members"))
    return Input(
        name,
        name,
        Fraction(len(votes)),
        MEMBER,
        place=None if is_assumed else place,
        assumption=WHAT_IF if is_assumed else None,
    )


def _members_needed(reading: Reading, members: Computation) -> Computation:
    """The least number of members in favour: the share of the treaty, rounded up."""
    majority, count = reading.majority, _result(members)
    needed = Fraction(majority.members_needed)
    if majority.member_share_needed is None:
        return _computed("members_needed", needed, MEMBER, "floor(members / 2) + 1", (count,))
    share = Input("share", "member_threshold", majority.member_share_needed, RATIO, place=majority.article)
    floor = Input("at_least", "fewest_members", needed, MEMBER, place=majority.article)
    if majority.members_needed == -(-members.value * share.value // 1):
        return _computed("members_needed", needed, MEMBER, "ceil(share * members)", (share, count))
    return _computed("members_needed", needed, MEMBER, "at_least", (floor,))


def _population(reading: Reading) -> tuple[Computation, ...]:
    found = population_share(reading, reading.tally.states(Position.FOR), "population_in_favour")
    needed = reading.majority.population_needed
    if not found or needed is None:
        return ()
    article = reading.majority.article
    threshold = Input("threshold", "population_threshold", needed, RATIO, place=article)
    share, formula = found[-1], "population_in_favour - threshold"
    return (
        *found,
        _computed("population_margin", share.value - needed, RATIO, formula, (_result(share), threshold)),
    )


def _sum_of_rows(id_: str, reading: Reading, states: tuple[str, ...]) -> Computation:
    """The published shares of some states, added up; each row is cited."""
    rows = roster.population_shares(reading.majority.year or 0) or {}
    inputs = tuple(
        Input(state, "published_share", Fraction(rows[state].percent), PERCENT, place=rows[state].place)
        for state in states
    )
    value = sum((item.value for item in inputs), Fraction(0))
    spread = len(inputs) * Fraction(roster.HALF_OF_THE_LAST_DIGIT)
    bounds = Interval(value, value - spread, value + spread)
    return _computed(id_, value, PERCENT, " + ".join(states), inputs, bounds=bounds)


def _computed(  # noqa: PLR0913 - the fields of one value
    id_: str,
    value: Fraction,
    unit: str,
    formula: str,
    inputs: tuple[Input, ...],
    *,
    bounds: Interval | None = None,
) -> Computation:
    return Computation(
        id=id_,
        label=id_,
        value=value,
        unit=unit,
        formula=formula,
        inputs=inputs,
        decimals=_DECIMALS[unit],
        low=bounds.low if bounds else None,
        high=bounds.high if bounds else None,
    )


def _result(computation: Computation) -> Input:
    """Another computation's value as an input."""
    return Input(
        computation.id, computation.label, computation.value, computation.unit, computation=computation.id
    )
