"""Figures of which one stands in the place of the other: "962 relocations instead of 30 000".

Knows how a sentence is built around such a word (``data/contrast.toml``). Refuses to know any number: which
figure is the actual one follows from its place beside the word, and an open case gives nothing.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import groupby

from corpus.model import Figure, Record, Statement
from corpus.phrase import compile_phrases, fold
from corpus.text import Span

_PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Contrast:
    """What is, and what it stands in the place of: figures of one sentence, one a unit on each side.

    ``word`` is the word of contrast. Both sides hold the same units, in the same order.
    """

    statement: Statement
    actual: tuple[Figure, ...]
    expected: tuple[Figure, ...]
    word: Span

    @property
    def units(self) -> tuple[str, ...]:
        """The units set against each other, in the order of the text."""
        return tuple(figure.unit for figure in self.actual)

    def pair(self, unit: str) -> tuple[Figure, Figure]:
        """The actual figure of a unit and the one it stands in the place of."""
        place = self.units.index(unit)
        return self.actual[place], self.expected[place]


def contrasts(record: Record) -> tuple[Contrast, ...]:
    """Every contrast of figures in a record's statements, in the order of the text."""
    return tuple(found for statement in record.statements for found in _contrasts_in(record, statement))


def _contrasts_in(record: Record, statement: Statement) -> Iterator[Contrast]:
    ordered = sorted(statement.figures, key=lambda figure: (figure.sentence, figure.span))
    for sentence, figures in groupby(ordered, key=lambda figure: figure.sentence):
        group = tuple(figure for figure in figures if figure.unit != _PERCENT)
        found = (_contrast(statement, group, *word) for word in _words(record, sentence))
        yield from [contrast for contrast in found if contrast is not None][:1]


def _contrast(
    statement: Statement, figures: Sequence[Figure], word: Span, stands_before: bool
) -> Contrast | None:
    """The figures around a word; it may open or end its sentence, with both groups on one side."""
    ahead = tuple(figure for figure in figures if figure.span.end <= word.start)
    behind = tuple(figure for figure in figures if figure.span.start >= word.end)
    near, far = (behind, ahead) if stands_before else (ahead, behind)
    if not far:
        first, second = _halves(near)
        near, far = (first, second) if stands_before else (second, first)
    units = [figure.unit for figure in far if figure.unit in {other.unit for other in near}]
    if not units or not _is_plain(near, units) or not _is_plain(far, units):
        return None
    return Contrast(statement, _of_units(far, units), _of_units(near, units), word)


def _halves(figures: Sequence[Figure]) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """The two groups of a row of figures: the second begins where a unit comes again."""
    seen: set[str] = set()
    for place, figure in enumerate(figures):
        if figure.unit in seen:
            return tuple(figures[:place]), tuple(figures[place:])
        seen.add(figure.unit)
    return tuple(figures), ()


def _words(record: Record, sentence: Span) -> Iterator[tuple[Span, bool]]:
    """The words of contrast in a sentence, and whether each stands before what was expected."""
    folded = fold(record.source.quote(sentence))
    for pattern, stands_before in _patterns().get(record.notice.language, ()):
        for found in pattern.finditer(folded):
            yield Span(sentence.start + found.start(), sentence.start + found.end()), stands_before


@cache
def _patterns() -> dict[str, tuple[tuple[re.Pattern[str], bool], ...]]:
    text = (resources.files("assistant") / "data" / "contrast.toml").read_text("utf-8")
    return {
        language: tuple((compile_phrases(phrases), side == "before") for side, phrases in words.items())
        for language, words in tomllib.loads(text).items()
    }


def _is_plain(figures: Iterable[Figure], units: Iterable[str]) -> bool:
    """Whether each unit stands once, so that it is clear which figure is meant."""
    counts = Counter(figure.unit for figure in figures)
    return all(counts[unit] == 1 for unit in units)


def _of_units(figures: Iterable[Figure], units: Iterable[str]) -> tuple[Figure, ...]:
    by_unit = {figure.unit: figure for figure in figures}
    return tuple(by_unit[unit] for unit in units)
