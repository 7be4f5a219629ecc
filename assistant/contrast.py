"""Figures that a sentence sets against each other: "962 relocations instead of 30 000".

Knows how a sentence is built around a word of contrast (the record's lexicon names those words).
Refuses to know any number: which figure is the actual one follows from its side of that word.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.lexicon import languages, lexicon
from corpus.model import Figure, Record, Statement
from corpus.phrase import fold
from corpus.text import Span

_PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Contrast:
    """What is, and what it is set against: figures of one sentence, at most one a unit on each side.

    ``word`` is the word of contrast between them.
    """

    statement: Statement
    actual: tuple[Figure, ...]
    expected: tuple[Figure, ...]
    word: Span

    @property
    def units(self) -> tuple[str, ...]:
        """The units that stand on both sides, in the order of the text; percentages apart."""
        expected = {figure.unit for figure in self.expected}
        return tuple(f.unit for f in self.actual if f.unit in expected and f.unit != _PERCENT)

    def pair(self, unit: str) -> tuple[Figure, Figure]:
        """The actual figure of a unit and the one it is set against."""
        return _of_unit(self.actual, unit), _of_unit(self.expected, unit)


def contrasts(record: Record) -> tuple[Contrast, ...]:
    """Every contrast of figures in a record's statements, in the order of the text."""
    if record.notice.language not in languages():
        return ()
    found = (_contrasts_in(record, statement) for statement in record.statements)
    return tuple(contrast for each in found for contrast in each)


def _contrasts_in(record: Record, statement: Statement) -> Iterable[Contrast]:
    ordered = sorted(statement.figures, key=lambda f: (f.sentence, f.span))
    for sentence, figures in groupby(ordered, key=lambda f: f.sentence):
        group = tuple(figures)
        for word in _words(record, sentence):
            actual = tuple(f for f in group if f.span.end <= word.start)
            expected = tuple(f for f in group if f.span.start >= word.end)
            contrast = Contrast(statement, actual, expected, word)
            if contrast.units and _is_plain(actual) and _is_plain(expected):
                yield contrast
                break


def _words(record: Record, sentence: Span) -> Iterable[Span]:
    folded = fold(record.source.quote(sentence))
    for found in lexicon(record.notice.language).speaker.instead.finditer(folded):
        yield Span(sentence.start + found.start(), sentence.start + found.end())


def _is_plain(figures: Sequence[Figure]) -> bool:
    """Whether no unit stands twice, which would leave open which figure is meant."""
    return len({figure.unit for figure in figures}) == len(figures)


def _of_unit(figures: Iterable[Figure], unit: str) -> Figure:
    return next(figure for figure in figures if figure.unit == unit)
