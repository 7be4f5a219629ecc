"""Words a scanner misread, a one for an l or a zero for an o: "e11er", "1taly", "Vótái1".

Knows that a number behind a word may be that of a note: such a word counts as misread only where
the letter makes words for a position of it, the verb of voting, or the name of a State.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.cue import cues_in
from corpus.finding import Clause, Finding, doubted
from corpus.lexicon import Lexicon
from corpus.state_names import name_words
from corpus.text import Span

_WORD = re.compile(r"(?<!\w)(?:[01][^\W\d_]{3,}|[^\W\d_]+[01]+[^\W\d_]+|[a-zß-ÿ]{1,4}[01])(?!\w)")
_ENDING = re.compile(r"(?<!\w)[^\W\d_]{3,}(?P<figure>[01])(?!\w)")
_NEAR = 16
_LETTER_BY_FIGURE = {"1": "l", "0": "o"}


def misread_words(text: str, folded: str, lexicon: Lexicon) -> Sequence[Span]:
    """The places of misread words in a clause."""
    sure = [Span(*found.span()) for found in _WORD.finditer(text)]
    return sorted({*sure, *_words_for_positions(folded, lexicon)})


def without_misread(clause: Clause, misread: Sequence[Span]) -> Clause:
    """No position for names, nor words for one, beside a word that was misread: "e11er", "1taly"."""
    if not misread:
        return clause
    kept = (replace(f, cue=doubted(f.cue)) if _touches(f, misread) else f for f in clause.findings)
    return replace(clause, findings=tuple(kept))


def _touches(finding: Finding, misread: Sequence[Span]) -> bool:
    return any(_is_beside(item.span, misread) for item in (finding.voters, finding.cue) if item)


def _is_beside(place: Span, misread: Sequence[Span]) -> bool:
    """Whether a place stands next to a misread word, so that it may not be what it seems."""
    return any(word.start - _NEAR < place.end and place.start < word.end + _NEAR for word in misread)


def _words_for_positions(folded: str, lexicon: Lexicon) -> Iterator[Span]:
    for found in _ENDING.finditer(folded):
        at = found.start("figure")
        repaired = folded[:at] + _LETTER_BY_FIGURE[found["figure"]] + folded[at + 1 :]
        word = Span(*found.span())
        is_voting = lexicon.vote.verbs.search(repaired, word.start, word.end) is not None
        is_name = repaired[word.start : word.end] in name_words(lexicon.language)
        if is_voting or is_name or any(cue.span.overlaps(word) for cue in cues_in(repaired, lexicon)):
            yield word
