"""Blocking: whether there was a blocking minority, whether some states could form one."""

from collections.abc import Sequence
from dataclasses import replace

from assistant import ballot, finding
from assistant.answer import Finding, Message, Reason, Slot, States, Status, Verdict
from assistant.answers import definitions, law, majority, outcome
from assistant.answers import whatif as whatif_answers
from assistant.citing import reference
from assistant.citing.citation import Place
from assistant.citing.computation import Computation
from assistant.counting import majority_working, whatif
from assistant.counting.readings import Reading
from assistant.counting.whatif import Coalition
from assistant.evidence import Evidence
from assistant.question import Form, Intent, Understanding
from assistant.understanding.aspect import JOINED
from assistant.wording.working import of_reading
from corpus.model import MajorityRule, Position

_VETO, _STATE, _DID, _SINGLE = "veto", "state", "did", "single"
_TERMS = {MajorityRule.UNANIMITY: "unanimity", MajorityRule.SIMPLE: "simple_majority"}
_FOLLOW_UPS: tuple[Message, ...] = (("ask.turning", {}), ("ask.majority", {}), ("ask.tally", {}))


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """The blocking minority of the real vote; or that of the states or number asked about."""
    number = next((int(a.value) for a in asked.amounts if a.unit in {None, _STATE}), None)
    if evidence.readings.recommended.majority.kind is not MajorityRule.QUALIFIED:
        return Verdict(Status.ANSWERED, _by_heads(asked, number, evidence), follow_ups=_FOLLOW_UPS)
    if asked.aspect == _SINGLE:
        return whatif_answers.answer(replace(asked, intent=Intent.TURNING), evidence)
    every = evidence.readings.readings
    if asked.states:
        states = _allies(asked, evidence)
        found = [f for reading in every for f in _coalition(reading, states)]
        found += whatif_answers.against(states, evidence)
        lead = _lead([whatif.coalition(reading, states).blocks for reading in every])
    elif number is not None:
        found = [f for reading in every for f in _of_number(reading, number)]
        lead = _lead([whatif.heaviest(reading, number).blocks for reading in every])
    else:
        found = [f for reading in every for f in _in_the_vote(evidence, reading)]
        if asked.form is Form.HOW_MANY and not asked.positions:
            found = [*(f for reading in every for f in _fewest(reading)), *found]
        lead = _lead([r.majority.blocking.is_formed if r.majority.blocking else None for r in every])
    if found and asked.form is Form.YES_NO and asked.aspect not in {_VETO, _DID}:
        found[0] = replace(found[0], lead=lead)
    if asked.aspect == _VETO:
        found = [*_no_veto(asked, evidence), *found]
    if asked.aspect == _DID:
        found = [*_as_they_voted(asked, evidence), *found]
    note = () if asked.aspect == _VETO else (definitions.defined("blocking_minority"),)
    findings = (*found, *outcome.findings(evidence), *note)
    if not found:
        limits = law.limits(evidence.readings) or (("limit.what_if", {}),)
        return Verdict(Status.NOT_FOUND, findings, Reason.NOT_IN_RECORDS, limits, _FOLLOW_UPS)
    return Verdict(
        Status.ANSWERED, findings, None, law.limits(evidence.readings), _FOLLOW_UPS, evidence.tally_document()
    )


def _as_they_voted(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    """How the states said to have blocked it did vote; no first where it was adopted all the same."""
    told = ballot.told(evidence, ballot.votes_of(evidence, asked.states))
    adopted = evidence.vote.adopted
    lead = "no" if adopted is not None and adopted.value and asked.form is Form.YES_NO else None
    return (replace(told[0], lead=lead), *told[1:]) if told else ()


def _allies(asked: Understanding, evidence: Evidence) -> tuple[str, ...]:
    """The states named; together with all that were not in favour, where "the dissenters" are named too."""
    both = set(asked.positions) == {Position.AGAINST, Position.ABSTENTION}
    if not both and asked.aspect != JOINED:
        return asked.states
    dissenting = (v.state for v in evidence.tally.votes if v.position in asked.positions)
    return tuple(dict.fromkeys((*dissenting, *asked.states)))


def _by_heads(asked: Understanding, number: int | None, evidence: Evidence) -> tuple[Finding, ...]:
    """Where population does not count: whether these, or so many, could stop the act; else whether it was."""
    reading = evidence.readings.recommended
    note = definitions.defined(_TERMS[reading.majority.kind])
    if (asked.states or number is not None) and asked.form is Form.YES_NO:
        together = whatif.coalition(reading, asked.states) if asked.states else None
        blocks = (together or whatif.heaviest(reading, number or 0)).blocks
        real = majority.answer(replace(asked, form=Form.WHAT, aspect=None), evidence).findings
        return (replace(note, lead=_lead([blocks])), *real)
    prevented = replace(asked, negated=not asked.negated, aspect=None)
    against = [vote for vote in reading.tally.votes if vote.position is Position.AGAINST]
    who = ballot.told(evidence, against) if asked.form is Form.WHO else ()
    return (*who, *majority.answer(prevented, evidence).findings, note)


def _no_veto(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    """That there is no veto under a qualified majority; then how the states asked about did vote."""
    none = finding.referenced("blocking.no_veto", (reference.note("teu-16-4"),))
    lead = "no" if asked.form is Form.YES_NO else None
    return (replace(none, lead=lead), *ballot.told(evidence, ballot.votes_of(evidence, asked.states)))


def _in_the_vote(evidence: Evidence, reading: Reading) -> tuple[Finding, ...]:
    """Those not in favour, against what a blocking minority needs."""
    blocking, people = reading.majority.blocking, _not_in_favour(reading)
    if blocking is None or not people or blocking.is_formed is None:
        return ()
    told = "formed" if blocking.is_formed else "not_formed"
    places = (
        reference.note("blocking-minority"),
        reading.majority.article,
        *ballot.clause_places(evidence, evidence.vote.positions),
    )
    slots: dict[str, Slot] = {"n": blocking.members, "share": majority.shown(people[-1])}
    working = (*_counts(reading), *people)
    return (finding.computed(_message(told, reading), working, places, **slots, **_needed(reading)),)


def _counts(reading: Reading, **states: Sequence[str]) -> tuple[Computation, ...]:
    """The numbers of members told beside a share: how many block at the least, and how many these are."""
    named = (majority_working.heads(found, name) for name, found in states.items())
    return of_reading((*majority_working.blocking_needed(reading), *named), f"_{reading.id}")


def _message(told: str, reading: Reading) -> str:
    """The message, by whether the rule asks for a number of members that block."""
    plain = "" if reading.electorate.blocking_members is not None else "_plain"
    return f"blocking.{told}{plain}_{majority.ending(reading)}"


def _needed(reading: Reading) -> dict[str, Slot]:
    """How many members it takes to block, where the rule asks for a number; whom the reading keeps out."""
    least = reading.electorate.blocking_members
    slots: dict[str, Slot] = {"states": majority.excluded(reading)}
    return slots if least is None else {"needed": least, **slots}


def _coalition(reading: Reading, states: tuple[str, ...]) -> tuple[Finding, ...]:
    """Whether these states together could block, were all others in favour."""
    together = whatif.coalition(reading, states)
    people = majority.people_in(reading, together.states, "of_states")
    if together.blocks is None or not people:
        return _too_few(reading, together)
    told = "could" if together.blocks else "could_not"
    slots: dict[str, Slot] = {
        "n": len(together.states),
        "share": majority.shown(people[-1]),
        "moved": States(together.states),
    }
    working = (*_counts(reading, together=together.states), *people)
    return (finding.computed(_message(told, reading), working, _law(reading), **slots, **_needed(reading)),)


def _too_few(reading: Reading, together: Coalition) -> tuple[Finding, ...]:
    """That fewer members than a blocking minority needs cannot block, whatever the population."""
    needed = reading.electorate.blocking_members
    if together.blocks is not False or needed is None or reading.excluded or not together.states:
        return ()
    counted = _counts(reading, together=together.states)
    slots: dict[str, Slot] = {"n": len(together.states), "needed": needed, "moved": States(together.states)}
    return (finding.computed("blocking.too_few_all", counted, _law(reading), **slots),)


def _of_number(reading: Reading, number: int) -> tuple[Finding, ...]:
    """Whether some states of that number could block: the most populous ones could, if any."""
    if not 0 < number <= len(reading.electorate.states):
        return ()
    power = whatif.power_of_blocking(reading)
    together = whatif.heaviest(reading, number)
    people = majority.people_in(reading, together.states, "of_states")
    if together.blocks is None or not people or power.fewest is None or power.always is None:
        return ()
    message = f"blocking.{'some' if together.blocks else 'none'}_of_number_{majority.ending(reading)}"
    ranked = reading.electorate.most_populous
    smallest = ranked[len(ranked) - power.always :]
    counted = _counts(reading, together=together.states, fewest=power.largest, always=smallest)
    return (
        finding.computed(
            message, (*counted, *people), _law(reading), n=number,
            moved=States(together.states), share=majority.shown(people[-1]), fewest=power.fewest,
            always=power.always, states=majority.excluded(reading),
        ),
    )  # fmt: skip


def _fewest(reading: Reading) -> tuple[Finding, ...]:
    """How many members it takes to block at the least, and how many always can."""
    fewest = whatif.power_of_blocking(reading).fewest
    return _of_number(reading, fewest) if fewest is not None else ()


def _law(reading: Reading) -> tuple[Place, ...]:
    """What a blocking minority is, the provision that applies, and why this reading."""
    return (reference.note("blocking-minority"), reading.majority.article, *reading.grounds[:1])


def _not_in_favour(reading: Reading) -> tuple[Computation, ...]:
    in_favour = reading.tally.states(Position.FOR)
    rest = [state for state in reading.electorate.states if state not in in_favour]
    people = majority.people_in(reading, rest, "population_not_in_favour")
    return (*majority.not_in_favour(reading), *people) if people else ()


def _lead(results: list[bool | None]) -> str | None:
    """Yes or no where every reading says so."""
    return None if len(set(results)) != 1 or results[0] is None else "yes" if results[0] else "no"
