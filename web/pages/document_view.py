"""A record or a reference text as its page shows it: sections, blocks, and the facts beside them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.citing.citation import Source
from corpus.identifiers import DocumentNumber
from corpus.model import Gloss, Record
from corpus.text import Span
from web.pages.marked_text import Block, blocks_of
from web.record_document import stated_places

FACT, SENTENCE = "fact", "sentence"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the record states at a place: shown in the margin, linked both ways."""

    name: str
    value: object
    span: Span
    is_claim: bool = False
    outward: str | None = None


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block with the facts that begin in it, by their names, and our rendering of it."""

    block: Block
    facts: tuple[tuple[str, tuple[Fact, ...]], ...]
    gloss: Gloss | None


@dataclass(frozen=True, slots=True)
class Section:
    """The notice, or a statement with its speakers."""

    part: str
    speakers: tuple[str, ...]
    span: Span
    blocks: tuple[BlockView, ...]


def record_sections(record: Record, mark: Span | None, language: str) -> tuple[Section, ...]:
    """The parts of a record, in the order of the text."""
    facts = tuple(_facts(record))
    spans = _addressable(record, facts)
    parts = [
        ("notice", ("Council",), _notice_span(record), _notice_span(record), record.notice.paragraphs),
        *((s.part, s.speakers, s.span, s.heading.joined(s.span), s.paragraphs) for s in record.statements),
    ]
    return tuple(
        Section(part, speakers, own, tuple(_views(record, blocks, facts, part=part, language=language)))
        for part, speakers, own, span, paragraphs in parts
        for blocks in [
            blocks_of(
                record.source.text, span, [(p.label, p.span) for p in paragraphs], facts=spans, mark=mark
            )
        ]
    )


def source_sections(source: Source, mark: Span | None) -> tuple[Section, ...]:
    """A reference text: paragraphs between empty lines."""
    text = source.text.text
    whole = Span(0, len(text))
    blocks = blocks_of(text, whole, list(_paragraphs(text)), facts={}, mark=mark)
    return (Section("reference", (), whole, tuple(BlockView(block, (), None) for block in blocks)),)


def _paragraphs(text: str) -> Iterator[tuple[str, Span]]:
    at = 0
    for n, raw in enumerate(text.split("\n\n"), 1):
        if raw.strip():
            start = at + len(raw) - len(raw.lstrip())
            yield str(n), Span(start, start + len(raw.strip()))
        at += len(raw) + 2


def _notice_span(record: Record) -> Span:
    ends = [min(s.heading.start, s.span.start) for s in record.statements]
    return Span(0, min([len(record.source.text), *ends]))


def _addressable(record: Record, facts: Iterable[Fact]) -> Mapping[Span, str]:
    """Every span that has an element of its own: facts, sentences."""
    statements = (p for statement in record.statements for p in statement.paragraphs)
    sentences = (s for p in (*record.notice.paragraphs, *statements) for s in p.sentences)
    text = record.source.text
    trimmed = ((s, text[s.start : s.end]) for s in sentences)
    found = {Span(s.start, s.start + len(raw.rstrip())): SENTENCE for s, raw in trimmed}
    return {**found, **{fact.span: FACT for fact in facts}}


def _facts(record: Record) -> Iterator[Fact]:
    for name, value, span in stated_places(record):
        yield Fact(name.rpartition(".")[2], value, span)
    for statement in record.statements:
        for figure in statement.figures:
            yield Fact("figure", figure, figure.span, is_claim=True)
    for reference in record.references:
        if not isinstance(reference.identifier, DocumentNumber):
            yield Fact(
                "reference", str(reference.identifier), reference.span, outward=str(reference.identifier)
            )


def _views(
    record: Record, blocks: Iterable[Block], facts: Iterable[Fact], *, part: str, language: str
) -> Iterator[BlockView]:
    known = tuple(facts)
    glosses = {g.label: g for g in record.glosses if g.part == part and g.language == language}
    for block in blocks:
        own: dict[str, list[Fact]] = {}
        for fact in known:
            if block.span.contains(fact.span):
                own.setdefault(fact.name, []).append(fact)
        gloss = glosses.get(block.label) if block.label and record.notice.language != language else None
        yield BlockView(block, tuple((name, tuple(facts)) for name, facts in own.items()), gloss)
