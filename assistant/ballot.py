"""How members stood, as findings: those at one position for one reason are told together.

Knows which words of the notice give a member its position: its own naming, the remainder with its
exceptions, or the law. Refuses to know what was asked.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant import finding
from assistant.answer import EvidenceKind, Finding, Slot, States
from assistant.citing import location
from assistant.citing.citation import Place
from assistant.counting import majority_working
from assistant.counting.readings import Reading
from assistant.counting.tally import MemberVote
from assistant.evidence import Evidence
from assistant.wording.working import of_reading
from corpus.model import Position, StatedPosition
from corpus.text import Span

_LONGEST_CLAUSE = 500
_FEW = 3
_WORD = re.compile(r"[^\W\d_]+")
_PREPOSITION = re.compile(r"(?:,|(?<![^\W\d_])[^\W\d_]{1,3})\s(?=([^\W\d_]+))")  # "and" follows a name
_SMALL_WORDS = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]{1,3}(?:[ \n]|['’])){1,2}\Z")
_LONGEST_LEAD = 9
TRAILS = {EvidenceKind.DERIVED: "by_remainder", EvidenceKind.REFERENCE: "by_law"}
POSITIONS = (Position.FOR, Position.AGAINST, Position.ABSTENTION, Position.NOT_PARTICIPATING)


def votes_of(evidence: Evidence, states: Iterable[str]) -> tuple[MemberVote, ...]:
    """The votes of these members under the recommended reading, in the order asked for."""
    found = (evidence.tally.vote_of(state) for state in dict.fromkeys(states))
    return tuple(vote for vote in found if vote is not None)


def told(evidence: Evidence, votes: Sequence[MemberVote]) -> tuple[Finding, ...]:
    """One finding for all members that stood alike for the same reason, in the order of the votes."""
    groups: dict[tuple[Position | None, EvidenceKind], list[MemberVote]] = {}
    for vote in votes:
        groups.setdefault((vote.position, vote.evidence), []).append(vote)
    return tuple(_told(evidence, group) for group in groups.values() if group[0].position is not None)


def took_no_part(evidence: Evidence, positions: Sequence[Position]) -> tuple[Finding, ...]:
    """Those the notice says took no part, where abstentions are listed: both may be "sitting it out"."""
    if tuple(positions) != (Position.ABSTENTION,):
        return ()
    stated = (p.state for p in evidence.vote.positions if p.position is Position.NOT_PARTICIPATING)
    return told(evidence, votes_of(evidence, stated))


def places_of(evidence: Evidence, votes: Sequence[MemberVote]) -> tuple[Place, ...]:
    """What gives these members their positions, each place once."""
    named = {vote.state for vote in votes if vote.evidence is EvidenceKind.STATED}
    places = list(clause_places(evidence, (p for p in evidence.vote.positions if p.state in named)))
    if any(vote.evidence is EvidenceKind.DERIVED for vote in votes):
        places += remainder_places(evidence)
    remaining = [vote for vote in votes if vote.evidence is EvidenceKind.REFERENCE]
    places += [place for vote in remaining for place in vote.places]
    return tuple(dict.fromkeys(places))


def clause_places(evidence: Evidence, positions: Iterable[StatedPosition]) -> tuple[Place, ...]:
    """The words that name members and give them a position, one place a clause, with all whom it names."""
    by_clause: dict[Span, Span] = {}
    clauses = dict.fromkeys(stated.clause for stated in positions)
    for stated in evidence.vote.positions:
        by_clause[stated.clause] = by_clause.get(stated.clause, stated.clause).joined(stated.span)
    spans = [by_clause.get(clause, clause) for clause in clauses]
    spans = [
        whole if len(whole) <= _LONGEST_CLAUSE else clause
        for clause, whole in zip(clauses, spans, strict=True)
    ]
    return evidence.at(*(_with_preposition(evidence, span) for span in spans))


def _with_preposition(evidence: Evidence, span: Span) -> Span:
    """A list with the small words before it that stand before its later names too: "de la France, de …"."""
    text = evidence.record.source.text
    within = set(_PREPOSITION.findall(text[span.start : span.end]))
    before = _SMALL_WORDS.search(text, max(0, span.start - _LONGEST_LEAD), span.start)
    repeated = [m.start() for m in _WORD.finditer(before[0]) if m[0] in within] if before else []
    return Span(before.start() + repeated[0], span.end) if before and repeated else span


def remainder_places(evidence: Evidence) -> tuple[Place, ...]:
    """The words on "all delegations" and, after them, the exceptions that are named."""
    remainder = evidence.vote.remainder
    if remainder is None:
        return ()
    return (
        location.remainder_place(evidence.record, remainder.span),
        *clause_places(evidence, evidence.vote.positions),
    )


def other_readings(evidence: Evidence, states: Iterable[str]) -> tuple[Finding, ...]:
    """Members that a further reading of the notice puts elsewhere, and why."""
    found = []
    for reading in evidence.readings.readings[1:]:
        for state in dict.fromkeys(states):
            here, there = evidence.tally.vote_of(state), reading.tally.vote_of(state)
            if here and there and there.position is not None and here.position is not there.position:
                found.append(_elsewhere(reading, there, there.position))
    return tuple(found)


def _elsewhere(reading: Reading, vote: MemberVote, position: Position) -> Finding:
    """Where a further reading puts a member, and how many stand there then."""
    votes = [each for each in reading.tally.votes if each.position is position]
    count = majority_working.count_of(reading, votes, f"count_{position}")
    working = of_reading((majority_working.members_of(reading), *count), f"_{reading.id}")
    members = len(reading.electorate.states)
    slots: dict[str, Slot] = {"states": States((vote.state,)), "n": len(votes), "members": members}
    found = finding.derived(f"reading.{position}", vote.places[:1], **slots)
    return replace(found, computation=working[-1], working=working[:-1])


def _told(evidence: Evidence, group: Sequence[MemberVote]) -> Finding:
    states = States(tuple(vote.state for vote in group))
    position, kind = group[0].position, group[0].evidence
    places = places_of(evidence, group)
    if kind is EvidenceKind.STATED:
        return finding.stated(f"voted.{position}", places, states=states)
    if kind is EvidenceKind.REFERENCE:
        return replace(finding.referenced(f"voted.{position}", places, states=states), trail=TRAILS[kind])
    rows = [vote.places[-1] for vote in group if vote.places] if len(group) <= _FEW else []
    found = finding.derived(f"voted.{position}", (*places, *rows), states=states)
    return replace(found, trail=TRAILS[kind])
