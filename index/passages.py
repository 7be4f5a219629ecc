"""How a record becomes passages: along its own structure, each one an exact stretch of its source.

Knows paragraphs, numbered points and sentences. A point longer than an encoder reads is split at
sentences, by an estimate that asks no model: a key such as "CM 5563/1/25 REV 1:ES¶4.2" stays the
same whichever model is in use. Refuses to know what a passage says.
"""

import re
from collections.abc import Callable, Iterator
from itertools import accumulate, pairwise

from corpus.model import Gloss, Notice, Paragraph, Record
from corpus.text import SourceText, Span
from index.passage import Passage, Rendering

CONCEPTS = "concepts"
"""The language of the rendering that holds a passage's concept tags."""

Tagger = Callable[[str, str], tuple[str, ...]]
"""Gives the concepts a text in a language names."""

# What a piece of text costs an encoder that reads 256 tokens, measured with the packaged model:
# Latin prose takes 2.65 characters a token at the least (Dutch), Greek and Cyrillic one.
_REACH = 250.0
_TOKENS_PER_ASCII = 1 / 2.65
_TOKENS_PER_OTHER = 1.0
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")


def no_concepts(_text: str, _language: str) -> tuple[str, ...]:
    """A tagger that knows no concept."""
    return ()


def passages(
    record: Record, tags: Tagger = no_concepts, procedures: tuple[str, ...] = ()
) -> tuple[Passage, ...]:
    """The passages of a record, in the order of its text: the notice's, then each statement's.

    ``procedures`` are the ids of the procedures it tells of; a record alone does not know them.
    """
    cutter = _Cutter(record, tags, procedures)
    found = list(cutter.cut("notice", "Council", _notice_paragraphs(record.notice)))
    for statement in record.statements:
        found += cutter.cut(statement.part, "+".join(statement.speakers), statement.paragraphs)
    return tuple(found)


def _notice_paragraphs(notice: Notice) -> tuple[Paragraph, ...]:
    subject = notice.subject
    if subject is None or any(p.span.overlaps(subject.span) for p in notice.paragraphs):
        return notice.paragraphs
    return (Paragraph("subject", subject.span, (subject.span,)), *notice.paragraphs)


class _Cutter:
    """Cuts the parts of one record; sees to it that no two passages bear the same key."""

    def __init__(self, record: Record, tags: Tagger, procedures: tuple[str, ...]) -> None:
        self._record = record
        self._tags = tags
        self._procedures = procedures
        self._seen: set[str] = set()

    def cut(self, part: str, speaker: str, paragraphs: tuple[Paragraph, ...]) -> Iterator[Passage]:
        for paragraph in paragraphs:
            pieces = _pieces(self._record.source, paragraph)
            glosses = _glosses_of(self._record.glosses, part, paragraph.label, pieces)
            for place, sentences in enumerate(pieces):
                label = paragraph.label if len(pieces) == 1 else f"{paragraph.label}.{place + 1}"
                yield self._passage(part, speaker, label, sentences, glosses[place])

    def _passage(
        self, part: str, speaker: str, label: str, sentences: tuple[Span, ...], glosses: tuple[Rendering, ...]
    ) -> Passage:
        record = self._record
        span = Span(sentences[0].start, sentences[-1].end)
        text = record.source.quote(span)
        language = record.notice.language
        concepts = self._tags(text, language)
        tagged = (Rendering(CONCEPTS, " ".join(concepts)),) if concepts else ()
        stated_date = record.notice.date_of_document
        return Passage(
            key=self._key(part, label),
            record=record.id,
            document=str(record.notice.document.value),
            procedures=self._procedures,
            language=language,
            date=stated_date.value.isoformat()[:10] if stated_date else None,
            part=part,
            speaker=speaker,
            label=label,
            page=record.source.page_of(span.start),
            span=span,
            sentences=sentences,
            text=text,
            renderings=(*glosses, *tagged),
        )

    def _key(self, part: str, label: str) -> str:
        """The key a citation shows; a label that stands twice in a part gets a prime each time."""
        key = f"{self._record.notice.document.value}:{part.partition(':')[2] or part}¶{label}"
        while key in self._seen:
            key += "′"
        self._seen.add(key)
        return key


def _pieces(source: SourceText, paragraph: Paragraph) -> tuple[tuple[Span, ...], ...]:
    """The sentences of a paragraph in groups an encoder reads whole, of about equal length."""
    sentences = tuple(s for s in (_trimmed(source, s) for s in paragraph.sentences) if s) or (paragraph.span,)
    costs = [_tokens(source.quote(sentence)) for sentence in sentences]
    parts = -(-sum(costs) // _REACH)
    share = sum(costs) / max(parts, 1)
    groups: list[list[Span]] = []
    held = 0.0
    for sentence, cost in zip(sentences, costs, strict=True):
        if not groups or held + cost / 2 > share or held + cost > _REACH:
            groups.append([])
            held = 0.0
        groups[-1].append(sentence)
        held += cost
    return tuple(_closed(group) for group in groups)


def _closed(group: list[Span]) -> tuple[Span, ...]:
    """Sentences that partition the stretch from the first to the last: white space goes before."""
    ends = [span.end for span in group]
    starts = [group[0].start, *ends[:-1]]
    return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True))


def _trimmed(source: SourceText, span: Span) -> Span | None:
    text = source.quote(span)
    body = text.strip()
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, start + len(body)) if body else None


def _tokens(text: str) -> float:
    ascii_count = sum(character.isascii() for character in text)
    return ascii_count * _TOKENS_PER_ASCII + (len(text) - ascii_count) * _TOKENS_PER_OTHER


def _glosses_of(
    glosses: tuple[Gloss, ...], part: str, label: str, pieces: tuple[tuple[Span, ...], ...]
) -> tuple[tuple[Rendering, ...], ...]:
    """The glosses of a paragraph, dealt out over its pieces by their share of its sentences."""
    own = [gloss for gloss in glosses if gloss.part == part and gloss.label == label]
    dealt = [_dealt(gloss, [len(piece) for piece in pieces]) for gloss in own]
    return tuple(tuple(gloss[place] for gloss in dealt if gloss[place].text) for place in range(len(pieces)))


def _dealt(gloss: Gloss, counts: list[int]) -> list[Rendering]:
    sentences = _SENTENCE_END.split(gloss.text.strip())
    total = sum(counts)
    cuts = [0, *(round(upto * len(sentences) / total) for upto in accumulate(counts))]
    return [Rendering(gloss.language, " ".join(sentences[a:b])) for a, b in pairwise(cuts)]
