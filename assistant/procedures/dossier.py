"""Everything that is held of one procedure: its record, its act, its vote, its statements, as citable places.

Knows how to reach what the record holds. Refuses to know what is asked of it, or claimed.
"""

from dataclasses import dataclass

from assistant.citing import location
from assistant.citing.citation import Place
from assistant.counting.readings import VoteReadings
from assistant.counting.tally import Tally
from assistant.procedure import Procedure
from assistant.procedures.library import Library
from corpus.model import Act, Notice, Record, Stated, Statement, Vote
from corpus.text import Span


@dataclass(frozen=True, slots=True)
class Dossier:
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
    def act(self) -> Act:
        """The act the procedure is about."""
        return self.procedure.act

    @property
    def title(self) -> Stated[str] | None:
        """The title of the act, else the subject of the notice."""
        return self.procedure.title

    @property
    def vote(self) -> Vote:
        """The vote on the act, as stated."""
        return self.act.vote

    @property
    def readings(self) -> VoteReadings:
        """The readings of the vote, the recommended one first."""
        return self.library.readings(self.procedure.id)

    @property
    def tally(self) -> Tally:
        """The tally under the recommended reading."""
        return self.readings.recommended.tally

    def at(self, *spans: Span) -> tuple[Place, ...]:
        """Spans of the record as places, each in the part that holds it, without white space around."""
        return tuple(location.record_place(self.record, self._trimmed(span)) for span in spans)

    def statements_of(self, *speakers: str) -> tuple[Statement, ...]:
        """The statements made by any of these speakers, in the order of the record."""
        return tuple(s for s in self.record.statements if set(s.speakers) & set(speakers))

    def authors(self) -> tuple[str, ...]:
        """Everybody who made a statement, in the order of the record."""
        return tuple(dict.fromkeys(name for s in self.record.statements for name in s.speakers))

    def _trimmed(self, span: Span) -> Span:
        text = self.record.source.quote(span)
        lead, trail = len(text) - len(text.lstrip()), len(text) - len(text.rstrip())
        return Span(span.start + lead, span.end - trail) if lead + trail < len(text) else span
