"""What would have been: always hypothetical, always beside the real vote."""

from dataclasses import replace

from assistant import ballot, finding
from assistant.answer import Finding, Message, Moves, Reason, Slot, States, Status, Term, Verdict
from assistant.answers import definitions, law, majority, outcome
from assistant.citing.computation import Computation
from assistant.counting import majority_working, whatif
from assistant.counting.readings import Reading
from assistant.evidence import Evidence
from assistant.question import Form, Intent, Switch, Understanding
from corpus.model import MajorityRule, Position

_HYPOTHETICAL = "_hypothetical"
_DIFFERENCE, _UNANIMITY, _SINGLE = "difference", "unanimity", "single"
_BLOCKING = "blocking_minority"
_FOLLOW_UPS: tuple[Message, ...] = (("ask.majority", {}), ("ask.turning", {}), ("ask.tally", {}))


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """The vote with positions switched; or the smallest change that would have turned it."""
    if asked.intent is Intent.WHAT_IF and not asked.switches:
        asked = replace(asked, switches=_opposite(asked.states, evidence))
    is_turning = asked.intent is Intent.TURNING or not asked.switches
    found = _decisive(asked, evidence) if is_turning else _imagined(asked, evidence)
    real = outcome.findings(evidence)
    limits = law.limits(evidence.readings)
    if not found:
        limits = limits or (("limit.what_if", {}),)
        return Verdict(Status.NOT_FOUND, real, Reason.NOT_IN_RECORDS, limits, _FOLLOW_UPS)
    working = majority.computed(evidence, evidence.readings.recommended)
    findings = (*found, *real, *working, *law.grounds(evidence.readings.readings))
    limits = (*_strangers(asked, evidence), *limits)
    return Verdict(Status.ANSWERED, findings, None, limits, _FOLLOW_UPS, evidence.tally_document())


def _opposite(states: tuple[str, ...], evidence: Evidence) -> tuple[Switch, ...]:
    """Had they voted the other way: from in favour to against, from anything else to in favour.

    Of several, those in favour alone are moved, where there are any: they are whose support would be missing.
    """
    votes = ballot.votes_of(evidence, states)
    in_favour = [vote for vote in votes if vote.position is Position.FOR]
    to = Position.AGAINST if in_favour else Position.FOR
    return tuple(Switch(vote.state, to) for vote in in_favour or votes)


def against(states: tuple[str, ...], evidence: Evidence) -> tuple[Finding, ...]:
    """What would have come of it, had those of the states that were in favour been against."""
    votes = ballot.votes_of(evidence, states)
    moved = tuple(Switch(v.state, Position.AGAINST) for v in votes if v.position is Position.FOR)
    imagined = evidence.library.readings(evidence.procedure.id, moved)
    return tuple(
        found for reading in imagined.readings if moved for found in _result(moved, evidence, reading)
    )


def _imagined(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    """The result with the switches made, under each reading."""
    imagined = evidence.library.readings(evidence.procedure.id, asked.switches)
    found = [f for reading in imagined.readings for f in _result(imagined.switches, evidence, reading)]
    reached = imagined.recommended.majority.is_reached
    if asked.aspect == _UNANIMITY:
        return _with_opposition(found, asked, imagined.recommended)
    if asked.aspect == _DIFFERENCE:
        proposed = reached is not evidence.readings.recommended.majority.is_reached
    else:
        proposed = reached is not asked.negated
    if _BLOCKING in asked.topics:  # "would there be a blocking minority": there is none where it passes
        proposed, asked = not reached, replace(asked, form=Form.YES_NO)
    if found and asked.form is Form.YES_NO and reached is not None:
        found[0] = replace(found[0], lead="yes" if proposed else "no")
    return tuple(found)


def _with_opposition(found: list[Finding], asked: Understanding, imagined: Reading) -> tuple[Finding, ...]:
    """Whether it would have been unanimous: no where somebody would still be against, else left open."""
    opposed = any(vote.position is Position.AGAINST for vote in imagined.tally.votes)
    if found and opposed and asked.form is Form.YES_NO:
        found[0] = replace(found[0], lead="no")
    return tuple(found)


def _result(switches: tuple[Switch, ...], evidence: Evidence, reading: Reading) -> tuple[Finding, ...]:
    result, steps = reading.majority, majority.working_of(reading, _HYPOTHETICAL)
    people = majority.until(steps, "population_in_favour")
    if result.is_reached is None or not people:
        return _counted(switches, evidence, reading, steps)
    moved = tuple(dict.fromkeys(switch.state for switch in switches))
    told = "reached" if result.is_reached else "not_reached"
    places = (*ballot.places_of(evidence, ballot.votes_of(evidence, moved)), result.article)
    slots = {**majority.counts(reading), "share": majority.shown(people[-1]), "moves": _moves(switches)}
    return (finding.computed(f"imagined.{told}_{majority.ending(reading)}", people, places, **slots),)


def _counted(
    switches: tuple[Switch, ...], evidence: Evidence, reading: Reading, steps: tuple[Computation, ...]
) -> tuple[Finding, ...]:
    """What can be counted where population does not count or has no table: members in favour, or against."""
    result, moved = reading.majority, tuple(dict.fromkeys(switch.state for switch in switches))
    if result.is_weighted or reading.tally.unknown:
        return ()
    places = (*ballot.places_of(evidence, ballot.votes_of(evidence, moved)), result.article)
    ending, slots = majority.ending(reading), {**majority.counts(reading), "moves": _moves(switches)}
    if result.kind is not MajorityRule.UNANIMITY:
        working = majority.until(steps, "members_margin")
        return (finding.computed(f"imagined.members_{ending}", working, places, **slots),)
    against = [vote for vote in reading.tally.votes if vote.position is Position.AGAINST]
    working = majority_working.count_of(reading, against, "against", or_none=True)
    slots = {"n": len(against), "states": majority.excluded(reading), "moves": _moves(switches)}
    return (
        finding.computed(f"imagined.opposed_{ending}", working, places, **slots),
        definitions.defined("unanimity"),
    )


def _moves(switches: tuple[Switch, ...]) -> Moves:
    """The switches by position, in the order they are named."""
    positions = dict.fromkeys(switch.position for switch in switches)
    return Moves(
        tuple(
            (States(tuple(s.state for s in switches if s.position is to)), Term(f"position.{to}"))
            for to in positions
        )
    )


def _decisive(asked: Understanding, evidence: Evidence) -> tuple[Finding, ...]:
    """The smallest changes; yes or no first where it is asked whether certain members' votes were one."""
    found = _turning(evidence)
    turning = whatif.turning(evidence.readings.recommended)
    if not found or turning is None or asked.form is not Form.YES_NO:
        return found
    if asked.aspect == _SINGLE and not asked.states:
        return (replace(found[0], lead="yes" if turning.size == 1 else "no"), *found[1:])
    if not asked.states:
        return found
    is_one = tuple(sorted(asked.states)) in {tuple(sorted(each)) for each in turning.sets}
    return (replace(found[0], lead="yes" if is_one is not asked.negated else "no"), *found[1:])


def _turning(evidence: Evidence) -> tuple[Finding, ...]:
    """The smallest sets of members whose other vote would have turned the result, by each reading."""
    found = []
    for reading in evidence.readings.readings:
        turning = whatif.turning(reading)
        first = turning.sets[0] if turning is not None and turning.sets else ()
        if turning is None or not first:
            continue
        without = _with_switched(reading, first, turning.to)
        message = "only" if len(turning.sets) == 1 and turning.listed else "several"
        slots: dict[str, Slot] = {
            "n": len(first),
            "states": majority.excluded(reading),
            "moves": Moves(((States(first), Term(f"position.{turning.to}")),)),
        }
        changed = majority_working.heads(first, f"changed_{reading.id}")
        if without:
            slots["share"] = majority.shown(without[-1])
        else:
            message = "members"
        without = (changed, *without)
        places = (reading.majority.article, *reading.grounds[:1], *ballot.remainder_places(evidence))
        found.append(
            finding.computed(f"turning.{message}_{majority.ending(reading)}", without, places, **slots)
        )
    return tuple(found)


def _with_switched(reading: Reading, states: tuple[str, ...], to: Position) -> tuple[Computation, ...]:
    """The people behind the votes in favour once these members have moved."""
    in_favour = set(reading.tally.states(Position.FOR))
    moved = in_favour | set(states) if to is Position.FOR else in_favour - set(states)
    return majority.people_in(reading, moved, "with_switch")


def _strangers(asked: Understanding, evidence: Evidence) -> tuple[Message, ...]:
    """Switched states that had no seat: said, not counted."""
    imagined = evidence.library.readings(evidence.procedure.id, asked.switches)
    strangers = [switch.state for switch in imagined.ignored]
    return (("limit.not_members", {"states": States(tuple(strangers))}),) if strangers else ()
