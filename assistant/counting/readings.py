"""The readings of a vote: one a possible electorate, each counted out, the recommended one first.

Who may vote is law that a record seldom states. Where it could be read in more than one way, every
reading is computed with its ground, and it is said whether they come to the same result.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from assistant.citing import location, reference
from assistant.citing.citation import Place
from assistant.counting import majority, participation, roster, tally
from assistant.counting.electorate import Electorate
from assistant.counting.majority import Majority, StatedOutcome
from assistant.counting.participation import Exclusion
from assistant.counting.tally import Tally
from assistant.procedure import Procedure
from assistant.question import Switch
from corpus.model import MajorityRule, Position, Record

AS_STATED = "as-stated"
ALL_MEMBERS = "all-members"
_DOUBLE_MAJORITY_FROM = date(2014, 11, 1)  # before it votes were weighted (TEU 16(4) and (5), Protocol No 36)


@dataclass(frozen=True, slots=True)
class Reading:
    """One electorate, the tally and the majority that follow from it.

    ``id`` is "all-members", "as-stated" (the notice names who did not take part) or "without-DK".
    ``excluded`` are the members the law keeps out here; ``grounds`` what that is read from.
    """

    id: str
    excluded: tuple[Exclusion, ...]
    grounds: tuple[Place, ...]
    electorate: Electorate
    tally: Tally
    majority: Majority


@dataclass(frozen=True, slots=True)
class VoteReadings:
    """All readings of one vote, the recommended one first.

    ``switches`` that were applied make them hypothetical; the real vote is then in ``real``.
    ``ignored`` are switches of states that had no seat that day. ``day`` is the day of the vote.
    """

    procedure: Procedure
    day: date | None
    readings: tuple[Reading, ...]
    opt_ins: tuple[participation.OptIn, ...]
    switches: tuple[Switch, ...] = ()
    ignored: tuple[Switch, ...] = ()
    real: "VoteReadings | None" = None

    @property
    def recommended(self) -> Reading:
        """The reading the law speaks for."""
        return self.readings[0]

    @property
    def is_hypothetical(self) -> bool:
        """Whether a what-if was applied."""
        return self.real is not None

    @property
    def agree(self) -> bool:
        """Whether all readings come to the same result."""
        return len({reading.majority.is_reached for reading in self.readings}) == 1

    def reading(self, id_: str) -> Reading | None:
        """The reading of that id."""
        return next((reading for reading in self.readings if reading.id == id_), None)


def readings_of(procedure: Procedure) -> VoteReadings:
    """The readings of a procedure's vote."""
    day, members, electorates = _possible(procedure)
    readings = tuple(
        _reading(procedure, tally.tally_of(procedure.record, procedure.act.vote, members, out), day, out)
        for out in electorates
    )
    return VoteReadings(procedure, day, readings, participation.opt_ins(procedure.record))


def recommended_tally(procedure: Procedure) -> tuple[date | None, Tally]:
    """The day and the tally of the recommended reading alone: what a list of many votes needs."""
    day, members, electorates = _possible(procedure)
    return day, tally.tally_of(procedure.record, procedure.act.vote, members, electorates[0])


def _possible(
    procedure: Procedure,
) -> tuple[date | None, tuple[roster.Member, ...], tuple[tuple[Exclusion, ...], ...]]:
    """The day of a vote, the members on that day, and whom each reading keeps out, the recommended first."""
    record, day = procedure.record, vote_day(procedure.record)
    seated = day or date(2000 + record.notice.document.value.year, 12, 31)
    members = roster.members_on(seated)
    stated = {position.state for position in procedure.act.vote.positions}
    excluded = [
        exclusion
        for exclusion in participation.exclusions(record, seated, roster.outside_euro(seated))
        if exclusion.state not in stated and exclusion.state in {member.iso2 for member in members}
    ]
    return day, members, _electorates(procedure, excluded)


def switched(real: VoteReadings, switches: Iterable[Switch]) -> VoteReadings:
    """The same vote with some members elsewhere, the real one kept beside it.

    A switch of "@abstention" (or another position) is one of every member that stood there under
    the recommended reading; "@others" is everybody taking part elsewhere whom no other switch names.
    """
    asked = _resolved(real.recommended.tally, tuple(switches))
    seats = {vote.state for vote in real.recommended.tally.votes}
    applied = tuple(switch for switch in asked if switch.state in seats)
    positions = {switch.state: switch.position for switch in applied}
    counted = [
        _reading(real.procedure, reading.tally.switched(positions), real.day, reading.excluded)
        for reading in real.readings
    ]
    by_id = {reading.id: reading for reading in reversed(counted)}  # a member brought in may make two alike
    readings = tuple(reading for reading in counted if by_id[reading.id] is reading)
    ignored = tuple(switch for switch in asked if switch.state not in seats)
    return replace(real, readings=readings, switches=applied, ignored=ignored, real=real)


def _resolved(counted: Tally, switches: tuple[Switch, ...]) -> tuple[Switch, ...]:
    """The switches with groups of voters replaced by the members they stand for."""
    named = {switch.state for switch in switches}
    members_by_group: dict[str, tuple[str, ...]] = {f"@{p}": counted.states(p) for p in Position}
    members_by_group["@others"] = tuple(state for state in counted.roster if state not in named)
    stands = {(vote.state, vote.position) for vote in counted.votes}
    return tuple(
        Switch(state, switch.position)
        for switch in switches
        for state in members_by_group.get(switch.state, (switch.state,))
        if switch.state != "@others" or (state, switch.position) not in stands
    )


def vote_day(record: Record) -> date | None:
    """The day of the vote: when the procedure closed, else the date of the document."""
    known = record.notice.closed_at or record.notice.date_of_document
    return date(known.value.year, known.value.month, known.value.day) if known else None


def _electorates(procedure: Procedure, excluded: list[Exclusion]) -> tuple[tuple[Exclusion, ...], ...]:
    """Whom each reading keeps out by law, the recommended reading first.

    The firm exclusions are recommended, unless the notice itself names who did not take part.
    """
    firm = tuple(exclusion for exclusion in excluded if exclusion.firm)
    every = tuple(excluded)
    names_them = any(p.position is Position.NOT_PARTICIPATING for p in procedure.act.vote.positions)
    order = ((), firm, every) if names_them else (firm, every, ())
    return tuple(dict.fromkeys(order))


def _reading(
    procedure: Procedure, counted: Tally, day: date | None, excluded: tuple[Exclusion, ...]
) -> Reading:
    vote, record = procedure.act.vote, procedure.record
    absent = counted.states(Position.NOT_PARTICIPATING)  # a what-if may have brought a member in
    excluded = tuple(exclusion for exclusion in excluded if exclusion.state in absent)
    reached = vote.majority_reached or vote.adopted
    said = [stated.span for stated in (vote.majority_rule, reached) if stated is not None]
    stated = StatedOutcome(
        kind_stated=vote.majority_rule is not None,
        reached=reached.value if reached else None,
        places=tuple(location.record_place(record, span) for span in said),
    )
    kind = vote.majority_rule.value if vote.majority_rule else MajorityRule.QUALIFIED
    electorate = _electorate(counted, kind, vote.reinforced, day)
    result = majority.majority_of(counted, electorate, day.year if day else None, stated)
    return Reading(
        id=_reading_id(counted, excluded),
        excluded=excluded,
        grounds=_grounds(procedure, counted, excluded),
        electorate=electorate,
        tally=counted,
        majority=result,
    )


def _electorate(counted: Tally, kind: MajorityRule, reinforced: bool, day: date | None) -> Electorate:
    states = counted.roster
    shares = roster.population_shares(day.year) if day else None
    hundredths = (
        tuple(int(shares[state].percent * 100) for state in states)
        if shares is not None and all(state in shares for state in states)
        else None
    )
    weighted = day is not None and day < _DOUBLE_MAJORITY_FROM
    return Electorate(states, kind, reinforced, len(states) == len(counted.votes), hundredths, weighted)


def _reading_id(counted: Tally, excluded: tuple[Exclusion, ...]) -> str:
    if excluded:
        return "-".join(["without", *sorted(exclusion.state for exclusion in excluded)])
    return AS_STATED if counted.count(Position.NOT_PARTICIPATING) else ALL_MEMBERS


def _grounds(procedure: Procedure, counted: Tally, excluded: tuple[Exclusion, ...]) -> tuple[Place, ...]:
    """What speaks for a reading: the law and what points to it, else the words of the notice."""
    if excluded:
        return tuple(dict.fromkeys(place for exclusion in excluded for place in exclusion.places))
    named = [v.places[0] for v in counted.votes if v.position is Position.NOT_PARTICIPATING and v.places]
    remainder = procedure.act.vote.remainder
    if named or remainder is None:
        return tuple(named) or (reference.note("members-take-part"),)
    return (location.remainder_place(procedure.record, remainder.span),)
