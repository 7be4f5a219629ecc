"""Votes by the dozen: how each member stood in all of them, and what counting over them gives.

Knows who lost and who won. Refuses to know what was asked.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant import ballot, finding
from assistant.answer import Finding, Slot, States, Term
from assistant.citing.citation import Place
from assistant.counting import plain_count
from assistant.counting.tally import MemberVote
from assistant.evidence import Evidence
from assistant.question import Understanding
from assistant.understanding.sweep import Swept
from corpus.model import Position

Voted = Callable[[Evidence, MemberVote], bool]
DISSENT = frozenset({Position.AGAINST, Position.ABSTENTION})
DISSENTING = "dissent"
_MOST_PLACES = 12


@dataclass(frozen=True, slots=True)
class Votes:
    """The votes looked at, and what is asked of them."""

    asked: Understanding
    wanted: Swept
    seen: tuple[Evidence, ...]

    def positions(self) -> Term:
        """The positions asked about, in a word."""
        named = self.wanted.positions
        return Term(f"position.{named[0] if len(named) == 1 else DISSENTING}")

    def stood_so(self, _: Evidence, vote: MemberVote) -> bool:
        """Whether a vote is at one of the positions asked about."""
        return vote.position in self.wanted.positions

    def times(self, voted: Voted) -> Counter[str]:
        """In how many of the votes each member voted so."""
        return Counter(v.state for each in self.seen for v in each.tally.votes if voted(each, v))


def lost(evidence: Evidence, vote: MemberVote) -> bool:
    """Whether a member was against what was adopted, or in favour of what was not."""
    adopted = evidence.vote.adopted
    return adopted is not None and vote.position is (Position.AGAINST if adopted.value else Position.FOR)


def won(evidence: Evidence, vote: MemberVote) -> bool:
    """Whether a member was in favour of what was adopted, or against what was not."""
    adopted = evidence.vote.adopted
    return adopted is not None and vote.position is (Position.FOR if adopted.value else Position.AGAINST)


def not_won(evidence: Evidence, vote: MemberVote) -> bool:
    """Whether a member took part and did not win."""
    return vote.position is not Position.NOT_PARTICIPATING and not won(evidence, vote)


def dissents(_: Evidence, vote: MemberVote) -> bool:
    """Whether a member was against, or abstained."""
    return vote.position in DISSENT


def places(
    own: Iterable[tuple[Evidence, Sequence[MemberVote]]], *, of_all: bool = False
) -> tuple[Place, ...]:
    """The words that give these votes; those on all delegations where nobody is named and all are meant."""
    found = [
        place
        for each, named in own
        for place in (ballot.places_of(each, named) or (ballot.remainder_places(each) if of_all else ()))
    ]
    return tuple(dict.fromkeys(found))[:_MOST_PLACES]


def listed(
    message: str, states: tuple[str, ...], n: int, places: Sequence[Place], slots: Mapping[str, Slot]
) -> Finding:
    """These members, under what they have in common, and in how many votes."""
    named: dict[str, Slot] = {**slots, "states": States(states, by_name=True), "n": n}
    found = finding.derived(message, places, **named)
    return replace(found, computation=plain_count.over_procedures(message.rpartition(".")[2], n))


def counted(message: str, n: int, places: Sequence[Place], position: Term) -> Finding:
    """A number of votes at a position."""
    found = finding.derived(message, tuple(dict.fromkeys(places))[:_MOST_PLACES], n=n, position=position)
    return replace(found, computation=plain_count.over_procedures(message.rpartition(".")[2], n))
