"""What a stretch of a record is about: the concepts of the lexicon that its words name."""

from collections.abc import Iterable
from functools import lru_cache

from assistant.evidence import Evidence
from assistant.understanding import cues
from assistant.understanding.token import tokenise
from corpus.model import Paragraph
from corpus.text import Span

_PREFIX = f"{cues.TOPIC}."


@lru_cache(maxsize=4096)
def concepts_in(text: str, language: str) -> frozenset[str]:
    """The concepts a text of a language names."""
    marks = cues.cues(language).topics.marks([token.folded for token in tokenise(text)])
    return frozenset(tag.removeprefix(_PREFIX) for mark in marks for tag in mark.tags)


def concepts_at(evidence: Evidence, span: Span) -> frozenset[str]:
    """The concepts a stretch of the record names."""
    return concepts_in(evidence.record.source.quote(span), evidence.notice.language)


def sentences_about(evidence: Evidence, paragraph: Paragraph, topics: Iterable[str]) -> tuple[Span, ...]:
    """The sentences of a paragraph that name all of these concepts, else any of them."""
    wanted, source = set(topics), evidence.record.source
    found = [
        (s, concepts_in(source.quote(s), evidence.notice.language) & wanted) for s in paragraph.sentences
    ]
    complete = tuple(s for s, named in found if named == wanted)
    return complete or tuple(s for s, named in found if named)
