"""Our unofficial renderings, cut to what is cited: a sentence is not shown with its whole paragraph.

Knows that a rendering has the sentences of its paragraph, one for one. Where it has not, a short one is
shown whole and a long one not at all.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.lexicon import lexicon
from corpus.model import Gloss, Paragraph
from corpus.phrase import fold
from corpus.sentence import sentences_in
from corpus.text import Span

_SHORT = 300
_GAP = " … "


def sentences_of(gloss: Gloss) -> tuple[str, ...]:
    """The sentences of a rendering."""
    ranges = sentences_in(gloss.text, fold(gloss.text), lexicon(gloss.language))
    return tuple(gloss.text[start:end].strip() for start, end in ranges)


def rendering_of(paragraph: Paragraph, gloss: Gloss, cited: Sequence[Span]) -> tuple[Gloss, Span] | None:
    """What renders the sentences cited, and where those stand; None where that cannot be told."""
    wanted = [n for n, s in enumerate(paragraph.sentences) if any(span.overlaps(s) for span in cited)]
    if len(wanted) in {0, len(paragraph.sentences)}:
        return gloss, paragraph.span
    rendered = sentences_of(gloss)
    if len(rendered) != len(paragraph.sentences):
        return (gloss, paragraph.span) if len(gloss.text) <= _SHORT else None
    text = rendered[wanted[0]]
    for before, at in pairwise(wanted):
        text += (" " if at == before + 1 else _GAP) + rendered[at]
    span = paragraph.sentences[wanted[0]].joined(paragraph.sentences[wanted[-1]])
    return replace(gloss, text=text), span
