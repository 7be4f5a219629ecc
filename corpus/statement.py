"""The statements annexed to a notice: who speaks, in which points, and what position they declare.

Knows headings, preambles, points and declarations. "Cannot support … but abstains" declares an
abstention: a declaration is a position word with the speaker as its subject, nothing weaker.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.blocks import Block, Layout, Section
from corpus.clause import read_clause
from corpus.cue import Cue, CueKind, cues_in
from corpus.figures import COMMISSION, read_figures
from corpus.lexicon import Lexicon, Stance
from corpus.member_state import StateMention, find_states
from corpus.mention import is_list_glue
from corpus.model import Paragraph, Position, ReaderWarning, StatedPosition, Statement
from corpus.paragraph import paragraph_of
from corpus.phrase import fold
from corpus.reading import ReadingView
from corpus.sentence import sentences_in, split_after
from corpus.state_names import MentionKind
from corpus.text import Span

_STRONG = (Stance.AGAINST, Stance.ABSTENTION, Stance.FOR, Stance.NOT_PARTICIPATING)
_LONGEST_PREAMBLE = 400
_MOST_CHARACTERS = 200_000
_GLUED = "**"


@dataclass(frozen=True, slots=True)
class StatementReading:
    """A statement and what could not be established in it."""

    statement: Statement
    warnings: tuple[ReaderWarning, ...]


def read_statements(
    view: ReadingView, layout: Layout, lexicon: Lexicon, titles: Sequence[str]
) -> tuple[StatementReading, ...]:
    """Read every statement of a document, in its order."""
    readings = [_read(view, section, lexicon, titles) for section in layout.sections]
    return tuple(reading for reading in readings if reading is not None)


def _read(
    view: ReadingView, section: Section, lexicon: Lexicon, titles: Sequence[str]
) -> StatementReading | None:
    heading = _heading_range(section.heading)
    speakers, mentions = _speakers(view, heading, lexicon)
    if not speakers:
        return None
    blocks = _without_preamble(section.blocks, lexicon, titles)
    paragraphs = tuple(_paragraphs(view, blocks, lexicon))
    end = view.span(section.heading.span.start, (section.blocks or (section.heading,))[-1].span.end).end
    place = view.span(heading.start, heading.end)
    claimant = "+".join(speakers)
    sentences = tuple(_sentence_ranges(view, blocks, lexicon))
    near = split_after(sentences, _MOST_CHARACTERS)[0]
    declared, warnings = _declared(view, near, lexicon, mentions)
    statement = Statement(
        speakers=speakers,
        heading=place,
        span=Span(place.start, max(end, place.end)),
        paragraphs=paragraphs,
        declared=declared,
        figures=tuple(read_figures(view, sentences, lexicon, claimant)),
    )
    return StatementReading(statement, warnings)


def _heading_range(block: Block) -> Span:
    """The heading without a title that was glued to it."""
    cut = block.text.find(_GLUED)
    return Span(block.span.start, block.span.start + cut) if cut > 0 else block.span


def _speakers(
    view: ReadingView, heading: Span, lexicon: Lexicon
) -> tuple[tuple[str, ...], tuple[StateMention, ...]]:
    """The authors: the first list of states in the heading, or the Commission.

    Mentions are given with places in the view.
    """
    text, folded = view.text[heading.start : heading.end], view.folded[heading.start : heading.end]
    states = [m for m in find_states(text, lexicon.language) if m.kind is not MentionKind.CAPITAL]
    commission = lexicon.speaker.commission.search(folded)
    if commission and (not states or commission.start() < states[0].span.start):
        return (COMMISSION,), ()
    first: list[StateMention] = []
    for mention in states:
        if first and not is_list_glue(folded[first[-1].span.end : mention.span.start], lexicon):
            break
        if mention.state not in {m.state for m in first}:
            first.append(mention)
    placed = tuple(
        StateMention(m.state, m.kind, Span(heading.start + m.span.start, heading.start + m.span.end))
        for m in first
    )
    return tuple(m.state for m in first), placed


def _without_preamble(blocks: Sequence[Block], lexicon: Lexicon, titles: Sequence[str]) -> tuple[Block, ...]:
    """The blocks without "on", the title and the like between heading and text; without annex lines."""
    start = 0
    while start < len(blocks) and _is_preamble(blocks[start], lexicon, titles):
        start += 1
    kept = blocks[start:] if start < len(blocks) else blocks
    return tuple(b for b in kept if not _is_annex_line(b, lexicon))


def _is_preamble(block: Block, lexicon: Lexicon, titles: Sequence[str]) -> bool:
    folded = fold(block.text).strip(" *:.\"'")
    if lexicon.heading.on.fullmatch(folded) or lexicon.heading.minutes.fullmatch(folded):
        return True
    if any(folded.startswith(fold(title)[:60]) for title in titles if len(title) > 20):
        return True
    return not block.is_finished and block.label is None and len(block.text) < _LONGEST_PREAMBLE


def _is_annex_line(block: Block, lexicon: Lexicon) -> bool:
    return len(block.text) < 30 and lexicon.heading.annex.match(fold(block.text)) is not None


def _paragraphs(view: ReadingView, blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Paragraph]:
    """Numbered points, each with the unnumbered paragraphs that follow it; else paragraphs by ordinal."""
    if not _is_numbered(blocks):
        for ordinal, block in enumerate(blocks, 1):
            yield paragraph_of(view, [block.span], str(ordinal), lexicon)
        return
    label, expected = "0", 1
    places: list[Span] = []
    for block in blocks:
        if block.label == str(expected):
            if places:
                yield paragraph_of(view, places, label, lexicon)
            label, places, expected = block.label, [], expected + 1
        places.append(block.span)
    yield paragraph_of(view, places, label, lexicon)


def _is_numbered(blocks: Sequence[Block]) -> bool:
    labels = [block.label for block in blocks if block.label]
    return labels[:2] == ["1", "2"]


def _sentence_ranges(view: ReadingView, blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Span]:
    for block in blocks:
        folded = view.folded[block.span.start : block.span.end]
        for start, end in sentences_in(block.text, folded, lexicon):
            yield Span(block.span.start + start, block.span.start + end)


def _declared(
    view: ReadingView, sentences: Sequence[Span], lexicon: Lexicon, speakers: tuple[StateMention, ...]
) -> tuple[tuple[StatedPosition, ...], tuple[ReaderWarning, ...]]:
    """The position the speakers declare; two different ones are no declaration."""
    cues = [cue for sentence in sentences for cue in _declarations(view, sentence, lexicon, speakers)]
    if not speakers or not cues:
        return (), ()
    stances = {cue.stance for cue in cues}
    place = view.span(cues[-1].span.start, cues[-1].span.end)
    if len(stances) > 1:
        said = " and ".join(sorted(str(stance) for stance in stances))
        return (), (ReaderWarning("declaration_unclear", f"the statement declares {said}", place),)
    declared = tuple(
        StatedPosition(m.state, Position(cues[-1].stance), view.span(m.span.start, m.span.end), place)
        for m in speakers
    )
    return declared, ()


def _declarations(
    view: ReadingView, sentence: Span, lexicon: Lexicon, speakers: tuple[StateMention, ...]
) -> Iterator[Cue]:
    text, folded = view.text[sentence.start : sentence.end], view.folded[sentence.start : sentence.end]
    if lexicon.vote.not_this_vote.search(folded) or lexicon.speaker.earlier.search(folded):
        return
    states = {m.state for m in find_states(text, lexicon.language)}
    is_own = bool(states & {m.state for m in speakers}) or lexicon.speaker.self.search(folded) is not None
    if not is_own:
        return
    others = _of_others(text, folded, lexicon, speakers)
    for cue in cues_in(folded, lexicon):
        is_verb = cue.kind in (CueKind.VERB, CueKind.PARTICLE) or cue.stance is Stance.ABSTENTION
        if is_verb and cue.stance in _STRONG and cue.span not in others:
            yield replace(cue, span=sentence)


def _of_others(
    text: str, folded: str, lexicon: Lexicon, speakers: tuple[StateMention, ...]
) -> frozenset[Span]:
    """The cues that the clause gives to other delegations than the speakers'."""
    own = {mention.state for mention in speakers}
    return frozenset(
        finding.cue.span
        for finding in read_clause(text, folded, lexicon).findings
        if finding.cue and finding.voters and not own & {m.state for m in finding.voters.states}
    )
