"""The structure of a document: header, subject, body, statements; no meaning yet.

Knows headings, labels and points. A block is one line of the reading view: a paragraph, a
heading, a point, a row.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.lexicon import Lexicon
from corpus.member_state import find_states
from corpus.phrase import fold
from corpus.reading import ReadingView
from corpus.references import documents_in
from corpus.seam import parts_of
from corpus.text import Span

_LINE = re.compile(r"[^\n]+")
_POINT = re.compile(r"\s*(?P<label>\d{1,3})[.)]\s+(?=\S)")
_BULLET = re.compile(r"\s*(?:[-–—•·▪◦]|\(?[a-z]\))\s")
_ENDS = re.compile(r"[.!?;][\"')\]*]*$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_IN_BRACKETS = re.compile(r"\([^()]{0,20}\)")
_LONGEST_HEADING = 300
_HEADING_LEAD = 90
_SHORTEST_BODY = 60
_LONGEST_CONTINUATION = 200
_LONGEST_BESIDE_NUMBER = 12


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
    second_notice: Block | None = None


def lay_out(view: ReadingView, lexicon: Lexicon) -> Layout:
    """Divide a view into its parts; what follows where a second notice begins is left out."""
    every = tuple(_blocks(view, lexicon))
    subject = next((n for n, block in enumerate(every) if _is_subject(block, lexicon)), None)
    if subject is not None and any(_tells_end(block, lexicon) for block in every[:subject]):
        subject = None
    body_start = _body_start(every, subject, lexicon)
    second = _second_notice(every, body_start, lexicon)
    blocks = every[:second]
    headings = [n for n in range(body_start + 1, len(blocks)) if is_statement_heading(blocks[n], lexicon)]
    limits = [*headings, len(blocks)]
    return Layout(
        header=blocks[: body_start if subject is None else subject],
        subject=None if subject is None else _subject_block(view, blocks, subject, body_start),
        body=blocks[body_start : limits[0]],
        sections=tuple(Section(blocks[start], blocks[start + 1 : end]) for start, end in pairwise(limits)),
        second_notice=None if second is None else every[second],
    )


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


def _blocks(view: ReadingView, lexicon: Lexicon) -> Iterator[Block]:
    for line in _LINE.finditer(view.text):
        for place in parts_of(view, Span(*line.span()), lexicon) if line[0].strip() else ():
            text = view.text[place.start : place.end]
            point = _POINT.match(text)
            yield Block(place, text, point["label"] if point else None)


def _is_subject(block: Block, lexicon: Lexicon) -> bool:
    found = lexicon.heading.subject.match(fold(block.text))
    return found is not None and block.text[found.end() :].lstrip()[:1] in {":", ""}


def _tells_end(block: Block, lexicon: Lexicon) -> bool:
    """Whether a paragraph reports on a procedure: what comes after it is no notice's own subject."""
    return _is_paragraph(block) and _reports(block, lexicon)


def _leads_to_result(block: Block, lexicon: Lexicon) -> bool:
    """Whether a long line that ends in a colon reports on a procedure: a table of votes follows it."""
    is_lead = block.text.rstrip().endswith(":") and len(block.text) >= _SHORTEST_BODY
    return is_lead and _reports(block, lexicon)


def _reports(block: Block, lexicon: Lexicon) -> bool:
    folded, words = fold(block.text), lexicon.procedure
    return words.written.search(folded) is not None and words.closed.search(folded) is not None


def _body_start(blocks: Sequence[Block], subject: int | None, lexicon: Lexicon) -> int:
    """The first block after the subject, however many lines that runs over."""
    if subject is None:
        starts = (n for n, b in enumerate(blocks) if _is_paragraph(b) or _leads_to_result(b, lexicon))
        return next(starts, len(blocks))
    is_label_only = lexicon.heading.subject.fullmatch(fold(blocks[subject].text).strip(" :")) is not None
    start = subject + (2 if is_label_only else 1)
    while start < len(blocks) and _continues_subject(blocks[start], lexicon):
        start += 1
    return min(start, len(blocks))


def _continues_subject(block: Block, lexicon: Lexicon) -> bool:
    """A line of its own that is still subject: "– End of the written procedure", "(doc. 6001/25)"."""
    text = block.text.strip()
    folded = fold(text)
    if (
        block.is_finished
        or text.endswith(":")
        or len(text) > _LONGEST_CONTINUATION
        or _is_vote_row(folded, lexicon)
    ):
        return False
    if len(text) >= _SHORTEST_BODY and _YEAR.search(text) and _reports(block, lexicon):
        return False
    is_end = lexicon.procedure.written.search(folded) is not None and lexicon.procedure.end.search(folded)
    return text[0] in "–—-(=" or text[0].islower() or bool(is_end)


def _is_vote_row(folded: str, lexicon: Lexicon) -> bool:
    """Whether a line is a row of a vote: "- against: Hungary"."""
    lead, colon, _ = folded.partition(":")
    label = _IN_BRACKETS.sub("", lead).strip(" -–—•*\t")
    patterns = (each for words in lexicon.stances.values() for each in (words.label, words.noun, words.verb))
    return bool(colon) and any(pattern.fullmatch(label) for pattern in patterns)


def _second_notice(blocks: Sequence[Block], body_start: int, lexicon: Lexicon) -> int | None:
    """Where a further notice begins: at its number, or at its subject where it bears none."""
    own = {document.family for block in blocks[:body_start] for document, _ in documents_in(fold(block.text))}
    for n in range(body_start, len(blocks)):
        folded = fold(blocks[n].text).strip()
        documents = documents_in(folded)
        is_number = len(documents) == 1 and len(folded) - len(documents[0][1]) < _LONGEST_BESIDE_NUMBER
        is_other = is_number and documents[0][0].series == "CM" and documents[0][0].family not in own
        if is_other or (_is_subject(blocks[n], lexicon) and ":" in blocks[n].text[:24]):
            return n
    return None


def _is_paragraph(block: Block) -> bool:
    return block.is_finished and len(block.text) >= _SHORTEST_BODY


def _subject_block(view: ReadingView, blocks: Sequence[Block], subject: int, body_start: int) -> Block:
    last = blocks[max(subject, body_start - 1)]
    span = Span(blocks[subject].span.start, last.span.end)
    return Block(span, view.text[span.start : span.end])
