"""Voting power: how often a member's vote decides; a matter of the rule, never of one vote."""

from collections.abc import Sequence

from assistant import finding
from assistant.answer import Finding, Message, Reason, Slot, States, Status, Verdict
from assistant.answers import definitions, law, majority
from assistant.citing import reference
from assistant.counting import power, power_working
from assistant.counting.power import Power
from assistant.counting.readings import Reading
from assistant.evidence import Evidence
from assistant.question import Understanding
from assistant.wording.working import of_reading

_SMALLEST = "smallest"
_FEW = 3
_MOST = 6
_FOLLOW_UPS: tuple[Message, ...] = (("ask.turning", {}), ("ask.blocking", {}), ("ask.majority", {}))


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """The power of the members named, else of those with the most (or the least), by each reading."""
    every = evidence.readings.readings
    found = tuple(f for reading in every for f in _powers(asked, reading))
    if not found:
        return Verdict(
            Status.NOT_FOUND, (), Reason.NOT_IN_RECORDS, law.limits(evidence.readings), _FOLLOW_UPS
        )
    note = definitions.defined("voting_power")
    return Verdict(Status.ANSWERED, (*found, note), None, _left_out(asked, evidence), _FOLLOW_UPS)


def _powers(asked: Understanding, reading: Reading) -> tuple[Finding, ...]:
    every = power.powers(reading.electorate) or ()
    ranked = sorted(every, key=lambda each: (-each.banzhaf, each.state))
    named = [each for each in ranked if each.state in asked.states][:_MOST]
    chosen = (ranked[::-1] if asked.aspect == _SMALLEST else ranked)[:_FEW]
    if asked.states:
        chosen = named
    return tuple(_told(reading, each, every) for each in chosen)


def _told(reading: Reading, member: Power, every: Sequence[Power]) -> Finding:
    """One member's power by both indices, each with its count."""
    working = of_reading(power_working.computations(member, every), f"_{member.state}_{reading.id}")
    shown = {computation.label: majority.shown(computation) for computation in working}
    slots: dict[str, Slot] = {
        "members": States((member.state,)),
        "states": majority.excluded(reading),
        "banzhaf": shown["banzhaf"],
        "share": shown["banzhaf_share"],
        "shapley": shown["shapley"],
    }
    places = (
        reference.note("voting-power"),
        reading.majority.article,
        *reading.grounds[:1],
        reference.heading("population"),
    )
    return finding.computed(f"power.member_{majority.ending(reading)}", working, places, **slots)


def _left_out(asked: Understanding, evidence: Evidence) -> tuple[Message, ...]:
    """States asked about that have no vote under the recommended reading, and so no power."""
    voting = evidence.readings.recommended.electorate.states
    strangers = tuple(state for state in asked.states if state not in voting)
    return (("limit.no_power", {"states": States(strangers)}),) if strangers else ()
