"""Who had a vote, and how many people stand behind a position: by each reading of the notice."""

from collections.abc import Mapping
from dataclasses import replace

from assistant import ballot, finding
from assistant.answer import Finding, Message, Reason, Slot, States, Status, Term, Verdict
from assistant.answers import law, majority
from assistant.citing import reference
from assistant.citing.citation import Place
from assistant.citing.computation import Computation
from assistant.counting import majority_working, whatif
from assistant.counting.readings import Reading
from assistant.evidence import Evidence
from assistant.question import Form, Intent, Understanding
from assistant.wording.working import of_reading
from corpus.model import Position

_VOTING = (Position.FOR, Position.AGAINST, Position.ABSTENTION)
_LARGEST = "largest"
_EXTREMES = frozenset({_LARGEST, "smallest"})
_FOLLOW_UPS: tuple[Message, ...] = (("ask.majority", {}), ("ask.tally", {}))


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """Who took part; or the share of the people behind positions or states."""
    if asked.intent is Intent.PARTICIPATION:
        return _participation(asked, evidence)
    every = evidence.readings.readings
    found = tuple(f for reading in every for f in _people(asked, evidence, reading))
    if not found:
        return Verdict(Status.NOT_FOUND, (), Reason.NOT_IN_RECORDS, _no_share(every[0]), _FOLLOW_UPS)
    limits: tuple[Message, ...] = (("limit.shares_only", {}),)
    return Verdict(Status.ANSWERED, found, None, limits, _FOLLOW_UPS, evidence.tally_document())


def _no_share(reading: Reading) -> tuple[Message, ...]:
    """Why no share of the population can be given."""
    year = reading.majority.year
    no_table: Message = ("limit.no_table", {"year": str(year)})
    return (no_table,) if year and reading.electorate.hundredths is None else (("limit.what_if", {}),)


def _people(asked: Understanding, evidence: Evidence, reading: Reading) -> tuple[Finding, ...]:
    """The share of the people that some states, or those at some positions, stand for."""
    if asked.aspect in _EXTREMES:
        return _extreme(asked, evidence, reading)
    if asked.states:
        return _behind_states(asked.states, reading)
    each = (f for position in _positions(asked) for f in behind(position, evidence, reading))
    return (*_behind_together(asked, reading), *each)


def _behind_together(asked: Understanding, reading: Reading) -> tuple[Finding, ...]:
    """The share of the people in all states at some positions, or at none of those named, taken together."""
    positions = _positions(asked)
    if not 1 < len(positions) < len(_VOTING):
        return ()
    votes = [vote for vote in reading.tally.votes if vote.position in positions]
    return _behind_states(tuple(vote.state for vote in votes), reading)


def _positions(asked: Understanding) -> tuple[Position, ...]:
    """The positions asked about; of "not in favour", the others that count in the vote."""
    named = asked.positions or (Position.FOR,)
    if asked.negated and (asked.positions or not asked.excluded):
        return tuple(position for position in _VOTING if position not in named)
    return named


def _behind_states(states: tuple[str, ...], reading: Reading) -> tuple[Finding, ...]:
    """The share of the people that live in these states, those without a vote left out."""
    taking_part = tuple(state for state in states if state in reading.electorate.states)
    people = majority.people_in(reading, taking_part, "of_states")
    slots: dict[str, Slot] = {"members": States(taking_part), "n": len(taking_part)}
    return (_share("states", reading, people, (), slots),) if people else ()


def behind(position: Position, evidence: Evidence, reading: Reading) -> tuple[Finding, ...]:
    """The share of the people in whose states the government voted so."""
    votes = [vote for vote in reading.tally.votes if vote.position is position]
    people = majority.people_in(reading, [vote.state for vote in votes], "of_states")
    people = of_reading(people, f"_{position}")
    slots: dict[str, Slot] = {"position": Term(f"position.{position}"), "n": len(votes)}
    places = ballot.places_of(evidence, votes)
    return (_share("position", reading, people, places, slots),) if people else ()


def _extreme(asked: Understanding, evidence: Evidence, reading: Reading) -> tuple[Finding, ...]:
    """The most or least populous of those at the positions or of the states asked about, else of all."""
    at = _positions(asked) if asked.positions else ()
    voted = [vote for vote in reading.tally.votes if vote.position in at]
    named = [vote for vote in reading.tally.votes if vote.state in asked.states]
    among = voted or (named if len(named) > 1 else reading.tally.votes)
    ranked = whatif.by_population(
        reading.electorate, {vote.state for vote in among} & {*reading.tally.roster}
    )
    one = ranked[:1] if asked.aspect == _LARGEST else ranked[-1:]
    people = majority.people_in(reading, one, "of_states")
    if not people or (asked.positions and not voted):
        return ()
    places = ballot.places_of(evidence, voted)
    found = _share(str(asked.aspect), reading, people, places, {"members": States(one)})
    is_asked = asked.form is Form.YES_NO and len(asked.states) == 1
    lead = ("yes" if one[0] in asked.states else "no") if is_asked else None
    rest = ballot.told(evidence, voted) if reading is evidence.readings.recommended else ()
    return (replace(found, lead=lead), *rest)


def _share(
    kind: str,
    reading: Reading,
    people: tuple[Computation, ...],
    places: tuple[Place, ...],
    subject: Mapping[str, Slot],
) -> Finding:
    """A share of the people, cited to the votes, the ground of the reading and the table."""
    cited = (*places, *reading.grounds[:1], reference.heading("population"))
    slots = {**majority.interval(people[-1]), **subject, "states": majority.excluded(reading)}
    return finding.computed(f"people.{kind}_{majority.ending(reading)}", people, cited, **slots)


def _participation(asked: Understanding, evidence: Evidence) -> Verdict:
    """Whether states took part, with how they voted; else who did not and how many did."""
    recommended = evidence.readings.recommended
    if asked.states:
        votes = ballot.votes_of(evidence, asked.states)
        found = list(ballot.told(evidence, votes))
        out = [vote.position is Position.NOT_PARTICIPATING for vote in votes]
        proposes_out = (Position.NOT_PARTICIPATING in asked.positions) is not asked.negated
        if found and asked.form is Form.YES_NO and len(set(out)) == 1:
            found[0] = replace(found[0], lead="yes" if out[0] is proposes_out else "no")
        found += ballot.other_readings(evidence, asked.states)
    else:
        kept_out = [v for v in recommended.tally.votes if v.position is Position.NOT_PARTICIPATING]
        every = evidence.readings.readings
        rosters = tuple(_roster(reading, is_recommended=reading is every[0]) for reading in every)
        proposed = {amount.value for amount in asked.amounts if amount.unit == "state"}
        if asked.form is Form.YES_NO and proposed and rosters:
            lead = "yes" if len(recommended.electorate.states) in proposed else "no"
            rosters = (replace(rosters[0], lead=lead), *rosters[1:])
        without = ballot.told(evidence, kept_out)
        asks_out = asked.negated or Position.NOT_PARTICIPATING in asked.positions
        found = [*without, *rosters] if asks_out else [*rosters, *without]
        found += law.grounds(every)
    if not found:
        return Verdict(Status.NOT_FOUND, (), Reason.NOT_IN_RECORDS, (("limit.vote", {}),), _FOLLOW_UPS)
    return Verdict(Status.ANSWERED, tuple(found), None, (), _FOLLOW_UPS, evidence.tally_document())


def _roster(reading: Reading, *, is_recommended: bool) -> Finding:
    """How many members have a vote under a reading."""
    states = States(tuple(exclusion.state for exclusion in reading.excluded))
    message = f"roster.{majority.ending(reading)}" if is_recommended or not states.codes else "roster.further"
    working = of_reading((majority_working.members_of(reading),), f"_{reading.id}")
    found = finding.referenced(message, reading.grounds, n=len(reading.electorate.states), states=states)
    return replace(found, computation=working[-1])
