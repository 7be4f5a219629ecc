"""Who had a vote, and how many people stand behind a position: by each reading of the notice."""

from dataclasses import replace

from assistant import ballot, finding, reference
from assistant.answer import Finding, Message, Reason, Slot, States, Status, Term, Verdict
from assistant.answers import majority
from assistant.counting import majority_working
from assistant.counting.readings import Reading
from assistant.evidence import Evidence
from assistant.question import Form, Intent, Understanding
from assistant.wording.working import of_reading
from corpus.model import Position

_FOLLOW_UPS: tuple[Message, ...] = (("ask.majority", {}), ("ask.tally", {}))


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """Who took part; or the share of the people behind positions or states."""
    if asked.intent is Intent.PARTICIPATION:
        return _participation(asked, evidence)
    every = evidence.readings.readings
    found = tuple(f for reading in every for f in _people(asked, evidence, reading))
    if not found:
        limits: tuple[Message, ...] = (("limit.no_table", {"year": str(every[0].majority.year)}),)
        return Verdict(Status.NOT_FOUND, (), Reason.NOT_IN_RECORDS, limits, _FOLLOW_UPS)
    limits = (("limit.shares_only", {}),)
    return Verdict(Status.ANSWERED, found, None, limits, _FOLLOW_UPS, evidence.tally_document())


def _people(asked: Understanding, evidence: Evidence, reading: Reading) -> tuple[Finding, ...]:
    """The share of the people that some states, or those at some positions, stand for."""
    positions = asked.positions or (Position.FOR,)
    states = asked.states or tuple(v.state for v in reading.tally.votes if v.position in positions)
    people = majority.people_in(reading, states, "of_states")
    taking_part = tuple(state for state in states if state in reading.electorate.states)
    if not people or not taking_part:
        return ()
    votes = [vote for vote in reading.tally.votes if vote.state in taking_part]
    places = () if asked.states else ballot.places_of(evidence, votes)
    subject: dict[str, Slot] = {"members": States(taking_part)}
    if not asked.states:
        subject = {"position": Term(f"position.{positions[0]}")}
    message = f"people.{'states' if asked.states else 'position'}_{majority.ending(reading)}"
    law = (*places, *reading.grounds[:1], reference.heading("population"))
    slots = {**majority.interval(people[-1]), **subject, "n": len(taking_part)}
    return (finding.computed(message, people, law, **slots, states=majority.excluded(reading)),)


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
        rosters = tuple(_roster(reading) for reading in evidence.readings.readings)
        proposed = {amount.value for amount in asked.amounts if amount.unit == "state"}
        if asked.form is Form.YES_NO and proposed and rosters:
            lead = "yes" if len(recommended.electorate.states) in proposed else "no"
            rosters = (replace(rosters[0], lead=lead), *rosters[1:])
        without = ballot.told(evidence, kept_out)
        asks_out = asked.negated or Position.NOT_PARTICIPATING in asked.positions
        found = [*without, *rosters] if asks_out else [*rosters, *without]
    if not found:
        return Verdict(Status.NOT_FOUND, (), Reason.NOT_IN_RECORDS, (("limit.vote", {}),), _FOLLOW_UPS)
    return Verdict(Status.ANSWERED, tuple(found), None, (), _FOLLOW_UPS, evidence.tally_document())


def _roster(reading: Reading) -> Finding:
    """How many members have a vote under a reading."""
    states = States(tuple(exclusion.state for exclusion in reading.excluded))
    message = f"roster.{majority.ending(reading)}"
    working = of_reading((majority_working.members_of(reading),), f"_{reading.id}")
    found = finding.referenced(message, reading.grounds, n=len(reading.electorate.states), states=states)
    return replace(found, computation=working[-1])
