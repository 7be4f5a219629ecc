"""The dossier that a draft is held against, with what only a check looks at.

Refuses to know what the draft says.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assistant.citing import location, reference
from assistant.citing.citation import Place
from assistant.counting.pool import PoolFigures
from assistant.counting.readings import vote_day
from assistant.counting.tally import MemberVote
from assistant.procedures.dossier import Dossier
from corpus.model import Position
from corpus.text import Span


@dataclass(frozen=True, slots=True)
class Case(Dossier):
    """The dossier that a draft is held against."""

    @property
    def pool(self) -> PoolFigures:
        """The figures of the procedure's statements."""
        return self.library.pool(self.procedure.id)

    @property
    def day(self) -> date | None:
        """The day of the vote."""
        return vote_day(self.record)

    @property
    def known(self) -> tuple[Place, ...]:
        """What our notes say of the procedure beside the records."""
        return reference.about(self.procedure.id)

    def votes_of(self, state: str) -> tuple[MemberVote, ...]:
        """The vote of a state under each reading, the recommended one first."""
        votes = (reading.tally.vote_of(state) for reading in self.readings.readings)
        return tuple(vote for vote in votes if vote is not None)

    def places_of(self, states: Iterable[str]) -> tuple[Place, ...]:
        """Where the recommended reading has the votes of these states from, each place once."""
        votes = (self.tally.vote_of(state) for state in states)
        return tuple(dict.fromkeys(place for vote in votes if vote for place in vote.places))

    def places_of_the_rest(self) -> tuple[Place, ...]:
        """Where the notice speaks of all delegations that it does not name."""
        remainder = self.vote.remainder
        return () if remainder is None else (location.remainder_place(self.record, remainder.span),)

    def at_position(self, position: Position) -> tuple[str, ...]:
        """The members at a position under the recommended reading."""
        return self.tally.states(position)

    def author_places(self) -> tuple[Place, ...]:
        """Where the authors of statements are named, else where these begin; else the notice itself."""
        named = [author.span for author in self.notice.statement_authors]
        if named:
            return self.at(Span(min(named).start, max(named).end))
        headings = [each.heading for each in self.record.statements]
        return self.at(*(headings or [self.notice.document.span]))
