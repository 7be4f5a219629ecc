"""The majority: the rule and result the notice states, and what the vote computes to, reading by reading."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from assistant import ballot, finding
from assistant.answer import Finding, Message, Quantity, Reason, Slot, States, Status, Verdict
from assistant.answers import definitions, law, outcome
from assistant.citing import reference
from assistant.citing.computation import Computation, Input, round_half_up
from assistant.counting import majority_working
from assistant.counting.majority_working import RATIO
from assistant.counting.readings import Reading
from assistant.evidence import Evidence
from assistant.question import Bound, Form, Understanding
from assistant.wording import working
from corpus.model import MajorityRule

_UNANIMITY, _MARGIN, _THRESHOLD, _MISSED = "unanimity", "margin", "threshold", "missed"
_COMPUTED = frozenset({_THRESHOLD, "share"})  # the numbers are asked for, not what the notice states
_PERCENT = 100
_FOLLOW_UPS: tuple[Message, ...] = (("ask.turning", {}), ("ask.blocking", {}), ("ask.tally", {}))


def answer(asked: Understanding, evidence: Evidence) -> Verdict:
    """What the notice states first, then the computation under each reading."""
    every = evidence.readings.readings
    stated = outcome.majority_stated(evidence)
    counted = tuple(found for reading in every for found in computed(evidence, reading))
    counted += tuple(found for reading in every[:1] for found in _difference(reading))
    if asked.aspect == _UNANIMITY:
        findings = (*stated, *_dissent(evidence))
    elif asked.aspect == _MARGIN and asked.bound is None:
        findings = (*(found for reading in every for found in _margin(evidence, reading)), *stated, *counted)
    elif asked.aspect in _COMPUTED or asked.bound is not None:
        findings = (*counted, *stated)
    else:
        findings = (*stated, *counted)
    if asked.aspect == _THRESHOLD and asked.form is not Form.YES_NO and findings:
        findings = (*findings, *_rule(evidence))
    findings = (*findings, *law.grounds(every)) if findings else ()
    without = law.limits(evidence.readings)
    if not findings:
        return Verdict(Status.NOT_FOUND, (), Reason.NOT_IN_RECORDS, (("limit.majority", {}), *without))
    if asked.form is Form.YES_NO and asked.bound is not None:
        lead = _share_lead(asked.bound, every)
        findings = tuple(sorted(findings, key=lambda f: not f.message.startswith("majority.population")))
        findings = (replace(findings[0], lead=lead), *findings[1:])
    elif asked.form is Form.YES_NO and asked.aspect != _MARGIN:
        findings = (replace(findings[0], lead=_lead(asked, evidence)), *findings[1:])
    return Verdict(Status.ANSWERED, findings, None, without, _FOLLOW_UPS, evidence.tally_document())


def _rule(evidence: Evidence) -> tuple[Finding, ...]:
    """What a qualified majority takes, where that is the rule."""
    is_qualified = evidence.readings.recommended.majority.kind is MajorityRule.QUALIFIED
    return (definitions.defined("qualified_majority"),) if is_qualified else ()


def computed(evidence: Evidence, reading: Reading) -> tuple[Finding, ...]:
    """Members and people in favour under one reading, each against its threshold."""
    result = reading.majority
    if reading.tally.unknown or result.kind is MajorityRule.UNANIMITY or result.is_weighted:
        return ()
    steps = working_of(reading)
    cited = (result.article, *reading.grounds[:1], *ballot.remainder_places(evidence)[:1])
    members, message = until(steps, "members_in_favour"), f"majority.members_{ending(reading)}"
    found = [finding.computed(message, members, cited, share=shown(members[-1]), **counts(reading))]
    people = until(steps, "population_in_favour")
    if people and result.population_needed is not None:
        needed = Quantity(round_half_up(result.population_needed, 2), RATIO)
        message = f"majority.population_{ending(reading)}"
        places = (result.article, *reading.grounds[:1], reference.heading("population"))
        slots = {**interval(people[-1]), "needed": needed, "states": excluded(reading)}
        found.append(finding.computed(message, people, places, **slots))
    return tuple(found)


def counts(reading: Reading) -> dict[str, Slot]:
    """Members in favour, all members and members needed under a reading, and whom it keeps out."""
    result = reading.majority
    return {
        "n": result.members_for,
        "total": result.members_total,
        "needed": result.members_needed,
        "states": excluded(reading),
    }


def _difference(reading: Reading) -> tuple[Finding, ...]:
    """That the computed result is not the one the notice states; said, never smoothed over."""
    result = reading.majority
    if result.agrees is not False:
        return ()
    told = "reached" if result.is_reached else "not_reached"
    return (finding.derived(f"majority.differs_{told}", (*result.stated_places, result.article)),)


def working_of(reading: Reading, mark: str = "") -> tuple[Computation, ...]:
    """All computations of a reading, under ids that no other reading has; ``mark`` sets what-ifs apart."""
    return working.of_reading(majority_working.computations(reading), f"{mark}_{reading.id}")


def people_in(reading: Reading, states: Iterable[str], name: str) -> tuple[Computation, ...]:
    """The share of the people that live in some states, after the sums behind it; empty without a table."""
    return working.of_reading(majority_working.population_share(reading, states, name), f"_{reading.id}")


def not_in_favour(reading: Reading) -> tuple[Computation, ...]:
    """How many members that take part are not in favour, after the counts it is made of."""
    members, in_favour = (until(working_of(reading), name)[-1] for name in ("members", "in_favour"))
    inputs = tuple(
        Input(name, name, c.value, c.unit, computation=c.id)
        for name, c in (("members", members), ("in_favour", in_favour))
    )
    name, value = "not_in_favour", members.value - in_favour.value
    formula = "members - in_favour"
    rest = Computation(f"{name}_{reading.id}", name, value, members.unit, formula, inputs, 0)
    return (members, in_favour, rest)


def until(computations: tuple[Computation, ...], name: str) -> tuple[Computation, ...]:
    """The computation of that name after those it may be made of; empty where there is none."""
    place = next((n for n, c in enumerate(computations) if c.label == name), None)
    return () if place is None else computations[: place + 1]


def interval(computation: Computation) -> dict[str, Slot]:
    """A computed share with the bounds that the rounding of the table allows."""
    return {
        "share": shown(computation),
        "low": bound(computation, computation.low),
        "high": bound(computation, computation.high),
    }


def excluded(reading: Reading) -> States:
    """The members a reading keeps out."""
    return States(tuple(exclusion.state for exclusion in reading.excluded))


def ending(reading: Reading) -> str:
    """How the messages of a reading end: counted with all members, or without some."""
    return "without" if reading.excluded else "all"


def shown(computation: Computation) -> Quantity:
    """A computed value, rounded as the computation says."""
    return Quantity(computation.rounded, computation.unit)


def bound(computation: Computation, value: Fraction | None) -> Quantity:
    """A bound of a computed value, rounded as the value is."""
    exact = computation.value if value is None else value
    return Quantity(round_half_up(exact, computation.decimals), computation.unit)


def plain(item: Input) -> Decimal:
    """An input's value in digits, rounded to two places where it is no shorter number."""
    return round_half_up(item.value, 0 if item.value.denominator == 1 else 2)


def _margin(evidence: Evidence, reading: Reading) -> tuple[Finding, ...]:
    """By how much the thresholds were passed: in members, and in points of population."""
    points = until(working_of(reading), "population_margin")
    if not points:
        return ()
    places = (reading.majority.article, *reading.grounds[:1], *ballot.remainder_places(evidence)[:1])
    margin = Quantity(round_half_up(points[-1].value * 100, 2), "point")
    message, n = f"majority.margin_{ending(reading)}", reading.majority.members_margin
    return (finding.computed(message, points, places, n=n, margin=margin, states=excluded(reading)),)


def _dissent(evidence: Evidence) -> tuple[Finding, ...]:
    """Everybody the notice names as not in favour."""
    return ballot.told(evidence, ballot.votes_of(evidence, (p.state for p in evidence.vote.positions)))


def _share_lead(bound: Bound, every: Iterable[Reading]) -> str | None:
    """Whether the share of the people in favour stands so to a percentage: where all readings agree."""
    if bound.number is None:
        return None
    shares = [
        share for r in every if (interval := r.majority.population) for share in (interval.low, interval.high)
    ]
    found = {bound.holds(share * _PERCENT, bound.number) for share in shares}
    return None if len(found) != 1 else "yes" if found == {True} else "no"


def _lead(asked: Understanding, evidence: Evidence) -> str | None:
    reached = evidence.vote.majority_reached or evidence.vote.adopted
    rule = evidence.vote.majority_rule
    by_unanimity = rule is not None and rule.value is MajorityRule.UNANIMITY
    if asked.aspect == _UNANIMITY and not (by_unanimity and reached):
        return "no" if evidence.vote.positions else "yes"
    if reached is None or (asked.aspect == _THRESHOLD and not asked.amounts):
        return None
    proposed = asked.negated if asked.aspect != _MISSED else not asked.negated
    return "yes" if reached.value is not proposed else "no"
