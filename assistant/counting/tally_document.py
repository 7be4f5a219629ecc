"""A vote as the API shows it: every reading, every member, every place, ready for JSON.

Knows the field names of the vote object. Numbers are exact fractions and rounded percentages, both
as text; citations are numbered within the document.
"""

from dataclasses import asdict
from fractions import Fraction

from assistant.citing.citation import Citation, Place, cite
from assistant.citing.computation import round_half_up
from assistant.counting import roster
from assistant.counting.electorate import Interval
from assistant.counting.majority import BlockingMinority, Majority
from assistant.counting.readings import Reading, VoteReadings
from assistant.counting.tally import MemberVote, Tally
from assistant.question import Switch
from corpus.model import MajorityRule, Position

_DECIMALS = 2
Document = dict[str, object]


class _Footnotes:
    """Numbers the places of one document as they are met."""

    def __init__(self) -> None:
        self.citations: dict[Place, Citation] = {}

    def numbers(self, places: tuple[Place, ...]) -> list[int]:
        """The numbers of the places, new ones added."""
        for place in places:
            self.citations.setdefault(place, cite(place, len(self.citations) + 1))
        return [self.citations[place].n for place in dict.fromkeys(places)]


def tally_document(readings: VoteReadings) -> Document:
    """The vote object: all readings, the recommended one first; the real vote beside a what-if."""
    notes = _Footnotes()
    record, act = readings.procedure.record, readings.procedure.act
    return {
        "procedure": readings.procedure.id,
        "record": record.id,
        "document": str(record.notice.document.value),
        "act": act.title.value if act.title else None,
        "date": readings.day.isoformat() if readings.day else None,
        "hypothetical": readings.is_hypothetical,
        "switches": [_switch(switch) for switch in readings.switches],
        "ignored_switches": [_switch(switch) for switch in readings.ignored],
        "recommended": readings.recommended.id,
        "readings_agree": readings.agree,
        "opt_ins": [
            {"state": o.state, "act": o.act, "citations": notes.numbers((o.place,))} for o in readings.opt_ins
        ],
        "readings": [_reading(reading, notes) for reading in readings.readings],
        "real": [_reading(reading, notes) for reading in readings.real.readings] if readings.real else None,
        "citations": [asdict(citation) for citation in notes.citations.values()],
    }


def _reading(reading: Reading, notes: _Footnotes) -> Document:
    return {
        "id": reading.id,
        "excluded": [
            {
                "state": exclusion.state,
                "rule": exclusion.rule.id,
                "certainty": exclusion.rule.certainty,
                "citations": notes.numbers(exclusion.places),
            }
            for exclusion in reading.excluded
        ],
        "grounds": notes.numbers(reading.grounds),
        "totals": _totals(reading.tally),
        "positions": [_position(vote, reading, notes) for vote in reading.tally.votes],
        "majority": _majority(reading.majority, notes),
    }


def _totals(tally: Tally) -> Document:
    return {**{str(p): tally.count(p) for p in Position}, "unknown": len(tally.unknown)}


def _position(vote: MemberVote, reading: Reading, notes: _Footnotes) -> Document:
    published = (roster.population_shares(reading.majority.year or 0) or {}).get(vote.state)
    takes_part = vote.position is not Position.NOT_PARTICIPATING
    return {
        "state": vote.state,
        "position": str(vote.position) if vote.position else None,
        "evidence": str(vote.evidence),
        "hypothetical": vote.hypothetical,
        "citations": notes.numbers(vote.places),
        "published_percent": str(published.percent) if published else None,
        "population": _share(reading.electorate.population_of((vote.state,))) if takes_part else None,
        "population_citations": notes.numbers((published.place,)) if published else [],
    }


def _majority(majority: Majority, notes: _Footnotes) -> Document:
    weighted = majority.is_weighted
    return {
        "rule": str(majority.kind),
        "rule_stated": majority.kind_stated,
        "reinforced": majority.reinforced,
        "article": majority.article.source.record.removeprefix("reference-"),
        "members": majority.members_total,
        "members_for": majority.members_for,
        "members_needed": None if weighted else majority.members_needed,
        "member_share": _percent(majority.member_share),
        "member_share_needed": None if weighted else _percent(majority.member_share_needed),
        "members_margin": None if weighted else majority.members_margin,
        "weighted": weighted,
        "population_year": majority.year,
        "population_note": _population_note(majority),
        "population": _share(majority.population),
        "population_needed": None if weighted else _percent(majority.population_needed),
        "population_margin": _percent(majority.population_margin),
        "blocking_minority": None if weighted else _blocking(majority.blocking),
        "reached": majority.is_reached,
        "stated": majority.stated,
        "agrees": majority.agrees,
        "citations": notes.numbers((*majority.stated_places, majority.article)),
    }


def _population_note(majority: Majority) -> str | None:
    """Why there is no share of the population; None where there is one, or the rule needs none."""
    if majority.kind is not MajorityRule.QUALIFIED or majority.population is not None:
        return None
    if majority.is_weighted:
        return "votes before 1 November 2014 were weighted by other rules"
    return f"no population table for {majority.year}" if majority.year else "the day of the vote is not known"


def _blocking(blocking: BlockingMinority | None) -> Document | None:
    if blocking is None:
        return None
    return {
        "members": blocking.members,
        "members_needed": blocking.members_needed,
        "population": _share(blocking.population),
        "population_above": _percent(blocking.population_needed),
        "formed": blocking.is_formed,
    }


def _share(interval: Interval | None) -> Document | None:
    if interval is None:
        return None
    return {
        "exact": str(interval.value),
        "percent": _percent(interval.value),
        "low": _percent(interval.low),
        "high": _percent(interval.high),
    }


def _percent(share: Fraction | None) -> str | None:
    """A share in percent, rounded half up to two decimals."""
    return None if share is None else str(round_half_up(share * 100, _DECIMALS))


def _switch(switch: Switch) -> Document:
    return {"state": switch.state, "position": str(switch.position)}
