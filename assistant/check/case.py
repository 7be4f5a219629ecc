"""The procedure a draft is held against, with everything of it that a check looks at.

Knows how to reach what the record holds as citable places. Refuses to know what the draft says.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assistant import location, reference
from assistant.citation import Place
from assistant.counting.pool import PoolFigures
from assistant.counting.readings import Reading, VoteReadings, vote_day
from assistant.counting.tally import MemberVote
from assistant.library import Library
from assistant.procedure import Procedure
from corpus.model import Notice, Position, Record, Stated, Statement
from corpus.text import Span


@dataclass(frozen=True, slots=True)
class Case:
    """One procedure of a library."""

    library: Library
    procedure: Procedure

    @property
    def record(self) -> Record:
        """The record that counts for the procedure."""
        return self.procedure.record

    @property
    def notice(self) -> Notice:
        """The notice of that record."""
        return self.record.notice

    @property
    def title(self) -> Stated[str] | None:
        """The title of the act, else the subject of the notice."""
        return self.procedure.act.title or self.notice.subject

    @property
    def readings(self) -> VoteReadings:
        """The readings of the vote."""
        return self.library.readings(self.procedure.id)

    @property
    def recommended(self) -> Reading:
        """The reading the law speaks for."""
        return self.readings.recommended

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

    def at(self, *spans: Span) -> tuple[Place, ...]:
        """Spans of the record as places."""
        return tuple(location.record_place(self.record, span) for span in spans)

    def votes_of(self, state: str) -> tuple[MemberVote, ...]:
        """The vote of a state under each reading, the recommended one first."""
        votes = (reading.tally.vote_of(state) for reading in self.readings.readings)
        return tuple(vote for vote in votes if vote is not None)

    def places_of(self, states: Iterable[str]) -> tuple[Place, ...]:
        """Where the recommended reading has the votes of these states from, each place once."""
        votes = (self.recommended.tally.vote_of(state) for state in states)
        return tuple(dict.fromkeys(place for vote in votes if vote for place in vote.places))

    def places_of_the_rest(self) -> tuple[Place, ...]:
        """Where the notice speaks of all delegations that it does not name."""
        remainder = self.procedure.act.vote.remainder
        return () if remainder is None else self.at(remainder.span)

    def at_position(self, position: Position) -> tuple[str, ...]:
        """The members at a position under the recommended reading."""
        return self.recommended.tally.states(position)

    def statements_of(self, state: str) -> tuple[Statement, ...]:
        """The statements a speaker made, alone or with others."""
        return tuple(each for each in self.record.statements if state in each.speakers)

    def authors(self) -> tuple[str, ...]:
        """Everybody who made a statement, in the order of the record."""
        return tuple(dict.fromkeys(name for each in self.record.statements for name in each.speakers))

    def author_places(self) -> tuple[Place, ...]:
        """Where the authors of statements are named, else where these begin; else the notice itself."""
        named = [author.span for author in self.notice.statement_authors]
        if named:
            return self.at(Span(min(named).start, max(named).end))
        headings = [each.heading for each in self.record.statements]
        return self.at(*(headings or [self.notice.document.span]))
