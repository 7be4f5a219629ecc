"""The structure of a document: header, subject, body, statements; no meaning yet.

Knows headings, labels and points. A block is one line of the reading view: a paragraph, a
heading, a point, a row.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.lexicon import Lexicon
from corpus.member_state import find_states
from corpus.phrase import fold
from corpus.reading import ReadingView
from corpus.text import Span

_LINE = re.compile(r"[^\n]+")
_POINT = re.compile(r"\s*(?P<label>\d{1,3})[.)]\s+(?=\S)")
_BULLET = re.compile(r"\s*(?:[-–—•·▪◦]|\(?[a-z]\))\s")
_ENDS = re.compile(r"[.!?;][\"')\]*]*$")
_LONGEST_HEADING = 300
_HEADING_LEAD = 90
_SHORTEST_BODY = 60


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the view, as a range of it; ``label`` is the printed number of a point."""

    span: Span
    text: str
    label: str | None = None

    @property
    def is_bullet(self) -> bool:
        """Whether it is an item of a list."""
        return _BULLET.match(self.text) is not None

    @property
    def is_finished(self) -> bool:
        """Whether it ends as a sentence ends."""
        return _ENDS.search(self.text) is not None


@dataclass(frozen=True, slots=True)
class Section:
    """A statement: its heading and the blocks below it."""

    heading: Block
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's parts in their order."""

    header: tuple[Block, ...]
    subject: Block | None
    body: tuple[Block, ...]
    sections: tuple[Section, ...]


def lay_out(view: ReadingView, lexicon: Lexicon) -> Layout:
    """Divide a view into its parts."""
    blocks = tuple(_blocks(view))
    subject = next((n for n, block in enumerate(blocks) if _is_subject(block, lexicon)), None)
    body_start = _body_start(blocks, subject)
    headings = [n for n in range(body_start + 1, len(blocks)) if is_statement_heading(blocks[n], lexicon)]
    body_end = min(headings[:1] or [len(blocks)])
    limits = [*headings, len(blocks)]
    sections = tuple(Section(blocks[n], blocks[n + 1 : limits[i + 1]]) for i, n in enumerate(headings))
    header_end = body_start if subject is None else subject
    subject_block = None if subject is None else _subject_block(view, blocks, subject, body_start)
    return Layout(blocks[:header_end], subject_block, blocks[body_start:body_end], sections)


def is_statement_heading(block: Block, lexicon: Lexicon) -> bool:
    """Whether a block is the heading of a statement: short, no sentence, with its author."""
    if len(block.text) > _LONGEST_HEADING or block.is_bullet:
        return False
    if block.is_finished and "**" not in block.text:
        return False
    lead = fold(block.text[:_HEADING_LEAD])
    word = lexicon.heading.statement.search(lead)
    if word is None or len(lead[: word.start()].split()) > 6:
        return False
    has_author = lexicon.speaker.commission.search(lead) or find_states(block.text, lexicon.language)
    return bool(has_author)


def _blocks(view: ReadingView) -> Iterator[Block]:
    for line in _LINE.finditer(view.text):
        if line[0].strip():
            point = _POINT.match(line[0])
            yield Block(Span(*line.span()), line[0], point["label"] if point else None)


def _is_subject(block: Block, lexicon: Lexicon) -> bool:
    found = lexicon.heading.subject.match(fold(block.text))
    return found is not None and block.text[found.end() :].lstrip()[:1] in {":", ""}


def _body_start(blocks: Sequence[Block], subject: int | None) -> int:
    """The first paragraph: after the subject, however many lines that runs over."""
    if subject is None:
        return next((n for n, b in enumerate(blocks) if _is_paragraph(b)), len(blocks))
    for n in range(subject + 1, len(blocks)):
        is_label_only = n == subject + 1 and blocks[subject].text.rstrip().rstrip(":").count(" ") == 0
        if not is_label_only and _is_paragraph(blocks[n]):
            return n
        if blocks[n].text.rstrip().endswith(":") and not is_label_only:
            return n
    return len(blocks)


def _is_paragraph(block: Block) -> bool:
    return block.is_finished and len(block.text) >= _SHORTEST_BODY


def _subject_block(view: ReadingView, blocks: Sequence[Block], subject: int, body_start: int) -> Block:
    last = blocks[max(subject, body_start - 1)]
    span = Span(blocks[subject].span.start, last.span.end)
    return Block(span, view.text[span.start : span.end])
