"""What an answerer looks at: one procedure, its record, and the library and search behind them.

Knows how to reach what the record holds, as citable places. Refuses to know what was asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant import location
from assistant.answer import Rendering
from assistant.citation import Place
from assistant.counting.readings import VoteReadings
from assistant.counting.tally import Tally
from assistant.library import Library
from assistant.procedure import Procedure
from assistant.rendering import rendering_of
from corpus.model import Act, Notice, Paragraph, Record, Statement, Vote
from corpus.text import Span
from index.hit import Retriever

_SUBJECT = (location.NOTICE_PART, "subject")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence for one procedure.

    ``procedures`` are all that the question may be about; ``procedure`` is the one looked at.
    """

    library: Library
    retriever: Retriever
    procedures: tuple[Procedure, ...]
    procedure: Procedure

    def of(self, procedure: Procedure) -> "Evidence":
        """The evidence for another procedure."""
        return replace(self, procedure=procedure)

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

    def tally_document(self) -> Mapping[str, object]:
        """The vote as the API shows it."""
        return self.library.tally_document(self.procedure.id)

    def at(self, *spans: Span) -> tuple[Place, ...]:
        """Spans of the record as places, each in the part that holds it, without white space around."""
        return tuple(location.record_place(self.record, self._trimmed(span)) for span in spans)

    def statements_of(self, *speakers: str) -> tuple[Statement, ...]:
        """The statements made by any of these speakers, in the order of the record."""
        return tuple(s for s in self.record.statements if set(s.speakers) & set(speakers))

    def authors(self) -> tuple[str, ...]:
        """Everybody who made a statement, in the order of the record."""
        return tuple(dict.fromkeys(name for s in self.record.statements for name in s.speakers))

    def sentence_at(self, span: Span) -> Span:
        """The whole sentence around a span of the record; the span itself where it has none."""
        for paragraph in paragraphs(self.record):
            for sentence in paragraph.sentences:
                if sentence.contains(span):
                    return sentence
        return span

    def renderings_of(self, *places: Place) -> tuple[Rendering, ...]:
        """Our renderings of the sentences these places lie in, each once."""
        own = [place for place in places if place.source.record == self.record.id]
        parts = [(location.NOTICE_PART, self.notice.paragraphs)]
        parts += [(statement.part, statement.paragraphs) for statement in self.record.statements]
        found = (
            rendering_of(paragraph, gloss, [p.span for p in own if (p.part, p.label) == key])
            for part, paragraphs_ in parts
            for paragraph in paragraphs_
            for gloss in self.record.glosses
            if (key := (part, paragraph.label)) == (gloss.part, gloss.label)
            and any((place.part, place.label) == key for place in own)
        )
        return tuple(Rendering(each[0], self.at(each[1])[0]) for each in found if each is not None)

    def subject_renderings(self) -> tuple[Rendering, ...]:
        """Our renderings of the notice's subject line."""
        subject = self.notice.subject
        if subject is None:
            return ()
        own = (gloss for gloss in self.record.glosses if (gloss.part, gloss.label) == _SUBJECT)
        return tuple(Rendering(gloss, self.at(subject.span)[0]) for gloss in own)

    def _trimmed(self, span: Span) -> Span:
        text = self.record.source.quote(span)
        lead, trail = len(text) - len(text.lstrip()), len(text) - len(text.rstrip())
        return Span(span.start + lead, span.end - trail) if lead + trail < len(text) else span


def paragraphs(record: Record) -> tuple[Paragraph, ...]:
    """Every paragraph of a record: the notice's, then each statement's."""
    of_statements = (p for statement in record.statements for p in statement.paragraphs)
    return (*record.notice.paragraphs, *of_statements)
