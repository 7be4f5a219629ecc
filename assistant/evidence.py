"""What an answerer looks at: the dossier of one procedure, the others that may be meant, and the search.

Refuses to know what was asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant.answer import Rendering
from assistant.citing import location
from assistant.citing.citation import Place
from assistant.citing.rendering import rendering_of
from assistant.procedure import Procedure
from assistant.procedures.dossier import Dossier
from corpus.model import Paragraph, Record
from corpus.text import Span
from index.hit import Retriever

_SUBJECT = (location.NOTICE_PART, "subject")


@dataclass(frozen=True, slots=True)
class Evidence(Dossier):
    """The evidence for one procedure; ``procedures`` are all that the question may be about."""

    retriever: Retriever
    procedures: tuple[Procedure, ...]

    def of(self, procedure: Procedure) -> "Evidence":
        """The evidence for another procedure."""
        return replace(self, procedure=procedure)

    def tally_document(self) -> Mapping[str, object]:
        """The vote as the API shows it."""
        return self.library.tally_document(self.procedure.id)

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


def paragraphs(record: Record) -> tuple[Paragraph, ...]:
    """Every paragraph of a record: the notice's, then each statement's."""
    of_statements = (p for statement in record.statements for p in statement.paragraphs)
    return (*record.notice.paragraphs, *of_statements)
