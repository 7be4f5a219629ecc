"""The tally: every member of the Council and where it stood, and how we know.

A tally partitions the roster: each member stands in exactly one position, or in none that the
notice establishes. Named members are *stated*; those that "all other delegations" covers are
*derived* by remainder; members whom the law keeps out are *reference*.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from assistant.answer import EvidenceKind
from assistant.citing import location
from assistant.citing.citation import Place
from assistant.counting.participation import Exclusion
from assistant.counting.roster import Member
from corpus.model import Position, Record, StatedPosition, Vote


@dataclass(frozen=True, slots=True)
class MemberVote:
    """Where one member stood; ``position`` is None where the notice does not say.

    ``places`` begin with the most telling one: the member's name where it is named, the words on
    the remainder where it is not, the note on the law where the law keeps it out.
    ``hypothetical`` marks a position that a what-if put in the place of the real one.
    """

    state: str
    position: Position | None
    evidence: EvidenceKind
    places: tuple[Place, ...]
    hypothetical: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """All members by code. ``outsiders`` are states the notice gives a position but no member seat."""

    votes: tuple[MemberVote, ...]
    outsiders: tuple[StatedPosition, ...] = ()

    @property
    def roster(self) -> tuple[str, ...]:
        """The members that take part in the vote."""
        return tuple(v.state for v in self.votes if v.position is not Position.NOT_PARTICIPATING)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The members whose position the notice does not establish."""
        return tuple(v.state for v in self.votes if v.position is None)

    def states(self, position: Position) -> tuple[str, ...]:
        """The members at that position."""
        return tuple(v.state for v in self.votes if v.position is position)

    def count(self, position: Position) -> int:
        """How many members stood at that position."""
        return len(self.states(position))

    def vote_of(self, state: str) -> MemberVote | None:
        """The vote of a member; None for a state without a seat."""
        return next((v for v in self.votes if v.state == state), None)

    def switched(self, positions: Mapping[str, Position]) -> "Tally":
        """The tally with some members elsewhere, each marked hypothetical; others are unmoved."""
        votes = (
            v
            if positions.get(v.state, v.position) is v.position
            else replace(v, position=positions[v.state], hypothetical=True)
            for v in self.votes
        )
        return replace(self, votes=tuple(votes))


def tally_of(
    record: Record, vote: Vote, members: Iterable[Member], excluded: Iterable[Exclusion] = ()
) -> Tally:
    """The tally of a vote over the given members, some of them kept out by law."""
    stated = {position.state: position for position in vote.positions}
    out = {exclusion.state: exclusion for exclusion in excluded}
    votes = tuple(
        _stated_vote(record, stated[member.iso2])
        if member.iso2 in stated
        else _excluded_vote(out[member.iso2])
        if member.iso2 in out
        else _remaining_vote(record, vote, member)
        for member in members
    )
    seats = {v.state for v in votes}
    return Tally(votes, tuple(position for position in vote.positions if position.state not in seats))


def _stated_vote(record: Record, stated: StatedPosition) -> MemberVote:
    spans = dict.fromkeys((stated.span, stated.clause))
    places = tuple(location.record_place(record, span) for span in spans)
    return MemberVote(stated.state, stated.position, EvidenceKind.STATED, places)


def _excluded_vote(exclusion: Exclusion) -> MemberVote:
    return MemberVote(exclusion.state, Position.NOT_PARTICIPATING, EvidenceKind.REFERENCE, exclusion.places)


def _remaining_vote(record: Record, vote: Vote, member: Member) -> MemberVote:
    if vote.remainder is None:
        return MemberVote(member.iso2, None, EvidenceKind.DERIVED, ())
    places = (location.remainder_place(record, vote.remainder.span), member.place)
    return MemberVote(member.iso2, vote.remainder.value, EvidenceKind.DERIVED, places)
