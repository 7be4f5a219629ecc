"""Every vote of the records, counted under its recommended reading: who stood where, found in no time.

Knows which procedures had a vote. Counting is done once for each; what a row cites is made when the
row is looked at.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from threading import Lock

from assistant.counting import readings
from assistant.counting.tally import MemberVote
from assistant.procedure import Procedure
from assistant.procedures.votebook import Cast, Rows, VoteBook
from corpus.model import Position

_READ_AGAIN = 1024  # votes whose rows are kept made: what one page shows, several times


@dataclass(frozen=True, slots=True)
class VoteRow:
    """One member in the vote of one procedure, under the recommended reading."""

    procedure: Procedure
    day: date | None
    vote: MemberVote


@dataclass(frozen=True, slots=True)
class _Counted:
    """A procedure, the day of its vote, and who stood where; nobody, where no position is known."""

    procedure: Procedure
    day: date | None
    cast: Cast


class CountedVotes:
    """The votes of some procedures; ``before`` are those of an earlier library, not to be counted again."""

    def __init__(self, procedures: tuple[Procedure, ...], before: "CountedVotes | None" = None) -> None:
        self._procedures = procedures
        self._before = before._by_id if before else {}
        self._by_id: dict[str, _Counted] = {}
        self._voted: tuple[_Counted, ...] = ()
        self._book: VoteBook | None = None
        self._counting = Lock()
        self._votes = lru_cache(maxsize=_READ_AGAIN)(_votes_of)

    def rows(
        self,
        state: str | None,
        position: Position | None,
        first: date | None = None,
        last: date | None = None,
    ) -> Rows[VoteRow]:
        """The rows of a state and a position between two days, by day, procedure and state."""
        return Rows(self.count().lines(state, position, first, last), self._row)

    def count(self) -> VoteBook:
        """The book of all votes; the first to ask counts them."""
        with self._counting:
            if self._book is None:
                self._by_id = {p.id: self._counted(p) for p in self._procedures}
                voted = [counted for counted in self._by_id.values() if counted.cast]
                self._voted = tuple(sorted(voted, key=lambda c: (c.day or date.min, c.procedure.id)))
                self._book = VoteBook((counted.day, counted.cast) for counted in self._voted)
                self._before = {}
            return self._book

    def _counted(self, procedure: Procedure) -> _Counted:
        known = self._before.get(procedure.id)
        if known is not None and known.procedure == procedure:
            return known
        day, tally = readings.recommended_tally(procedure)
        cast = {vote.state: vote.position for vote in tally.votes}
        is_known = len(tally.unknown) < len(tally.roster)
        return _Counted(procedure, day, cast if is_known else {})

    def _row(self, line: int) -> VoteRow:
        place, state = self.count().read(line)
        voted = self._voted[place]
        return VoteRow(voted.procedure, voted.day, self._votes(voted.procedure)[state])


def _votes_of(procedure: Procedure) -> Mapping[str, MemberVote]:
    _, tally = readings.recommended_tally(procedure)
    return {vote.state: vote for vote in tally.votes}
