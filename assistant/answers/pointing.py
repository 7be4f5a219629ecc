"""Sentences that point back ("These amounts …", "This has put …"): what they rest on stands before them.

Knows the words that point back in each language. Refuses to say what exactly is meant: the whole sentence
before is quoted.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from assistant.evidence import Evidence
from assistant.understanding.token import fold, tokenise
from corpus.model import Paragraph
from corpus.text import Span

_DATA = Path(__file__).parent.parent / "data" / "pointing.toml"


def with_antecedents(evidence: Evidence, paragraph: Paragraph, chosen: Iterable[Span]) -> tuple[Span, ...]:
    """Sentences of a paragraph, each with the one before it where it points back at that; in their order."""
    wanted = set(chosen)
    before = {
        first
        for first, second in pairwise(paragraph.sentences)
        if second in wanted and points_back(evidence.record.source.quote(second), evidence.notice.language)
    }
    return tuple(span for span in paragraph.sentences if span in wanted | before)


def with_sequels(evidence: Evidence, paragraph: Paragraph, chosen: Iterable[Span]) -> tuple[Span, ...]:
    """Sentences of a paragraph, each with those after it that point back at it; in their order."""
    wanted = set(chosen)
    for first, second in pairwise(paragraph.sentences):
        quote = evidence.record.source.quote(second)
        if first in wanted and points_back(quote, evidence.notice.language):
            wanted.add(second)
    return tuple(span for span in paragraph.sentences if span in wanted)


def points_back(sentence: str, language: str) -> bool:
    """Whether a sentence begins by pointing at what was said before it."""
    words = [token.folded for token in tokenise(sentence) if token.is_word][:2]
    pointing, within = _words(language)
    return bool(words) and (
        words[0] in pointing or (len(words) > 1 and words[0] in within and words[1] in pointing)
    )


def pointing_words(language: str) -> frozenset[str]:
    """The folded words that point back in a language; none where it is not known."""
    return _words(language)[0]


@cache
def _words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The folded words that point back, and the prepositions before them."""
    known = _table().get(language, {})
    pointing, within = known.get("words", ()), known.get("within", ())
    return frozenset(map(fold, pointing)), frozenset(map(fold, within))


@cache
def _table() -> Mapping[str, Mapping[str, Sequence[str]]]:
    return tomllib.loads(_DATA.read_text("utf-8"))
