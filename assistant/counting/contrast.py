"""Figures of which one stands in the place of the other: "962 relocations instead of 30 000".

Knows how a sentence is built around such a word (``data/contrast.toml``). Refuses to know any number: which
figure is the actual one follows from its place beside the word, and an open case gives nothing. A clause that
holds numbers of things unknown ("450 kilometres") is taken only where these cannot change the pairing.
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
_BEFORE, _AFTER, _OR = "before", "after", "or"
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Contrast:
    """What is, and what it stands in the place of: figures of one sentence, one a unit on each side.

    ``word`` is the word of contrast. Both sides hold the same units, in the same order.
    ``are_alternatives`` tells that what was expected is the one figure *or* the other.
    """

    statement: Statement
    actual: tuple[Figure, ...]
    expected: tuple[Figure, ...]
    word: Span
    are_alternatives: bool = False

    @property
    def units(self) -> tuple[str, ...]:
        """The units set against each other, in the order of the text."""
        return tuple(figure.unit for figure in self.actual)

    def pair(self, unit: str) -> tuple[Figure, Figure]:
        """The actual figure of a unit and the one it stands in the place of."""
        place = self.units.index(unit)
        return self.actual[place], self.expected[place]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of contrast, and whether it stands before what was expected."""

    span: Span
    stands_before: bool


def contrasts(record: Record) -> tuple[Contrast, ...]:
    """Every contrast of figures in a record's statements, in the order of the text."""
    return tuple(found for statement in record.statements for found in _contrasts_in(record, statement))


def _contrasts_in(record: Record, statement: Statement) -> Iterator[Contrast]:
    ordered = sorted(statement.figures, key=lambda figure: (figure.sentence, figure.span))
    for sentence, figures in groupby(ordered, key=lambda figure: figure.sentence):
        every, words = tuple(figures), _words(record, sentence)
        for word in words:
            clause = _clause(record, sentence, word.span)
            group = tuple(figure for figure in every if clause.contains(figure.span))
            unread = _unread(record, clause, group)
            plain = tuple(figure for figure in group if figure.unit != _PERCENT)
            near, far = _nearest(plain, word) if len(words) > 1 else _sides(plain, word, unread)
            between = [*unread, *(other.span for other in words if other is not word)]
            if len(words) > 1 and _holds_any(near, far, between):
                continue
            yield from _paired(record, statement, near, far, word.span)


def _sides(
    figures: Sequence[Figure], word: _Word, unread: Sequence[Span]
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """What was expected and what is: the figures on the two sides of the only word of contrast.

    The word may open or end its clause, with both groups on one side, where no number is unknown.
    """
    ahead = tuple(figure for figure in figures if figure.span.end <= word.span.start)
    behind = tuple(figure for figure in figures if figure.span.start >= word.span.end)
    near, far = (behind, ahead) if word.stands_before else (ahead, behind)
    if far or unread:
        return near, far
    first, second = _halves(near)
    return (first, second) if word.stands_before else (second, first)


def _nearest(figures: Sequence[Figure], word: _Word) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """What was expected and what is, beside one word of several: the figures next to it."""
    ahead = tuple(figure for figure in figures if figure.span.end <= word.span.start)[-1:]
    behind = tuple(figure for figure in figures if figure.span.start >= word.span.end)[:1]
    return (behind, ahead) if word.stands_before else (ahead, behind)


def _holds_any(near: Sequence[Figure], far: Sequence[Figure], spans: Sequence[Span]) -> bool:
    """Whether any of these stretches lies between two neighbouring figures."""
    places = sorted(figure.span for figure in (*near, *far))
    return any(places[0].start <= span.start < places[-1].end for span in spans) if places else False


def _paired(
    record: Record, statement: Statement, near: Sequence[Figure], far: Sequence[Figure], word: Span
) -> Iterator[Contrast]:
    """The contrast of the units that both sides have, each once; none where one is not clear."""
    units = [figure.unit for figure in far if figure.unit in {other.unit for other in near}]
    if units and _is_plain(near, units) and _is_plain(far, units):
        expected = _of_units(near, units)
        joined = _are_alternatives(record, expected)
        yield Contrast(statement, _of_units(far, units), expected, word, joined)


def _are_alternatives(record: Record, figures: Sequence[Figure]) -> bool:
    """Whether two figures are joined by "or"."""
    if len(figures) != 2:
        return False
    first, second = sorted(figure.span for figure in figures)
    folded = fold(record.source.quote(Span(first.end, second.start)))
    joined = _patterns().get(record.notice.language, {}).get(_OR)
    return joined is not None and joined.search(folded) is not None


def _clause(record: Record, sentence: Span, word: Span) -> Span:
    """The part of a sentence around a word that no semicolon divides."""
    text = record.source.quote(sentence)
    start = text.rfind(";", 0, word.start - sentence.start) + 1
    end = text.find(";", word.end - sentence.start)
    return Span(sentence.start + start, sentence.end if end < 0 else sentence.start + end)


def _unread(record: Record, clause: Span, figures: Sequence[Figure]) -> tuple[Span, ...]:
    """The numbers of a clause that no figure was read from."""
    found = (
        Span(clause.start + match.start(), clause.start + match.end())
        for match in _DIGITS.finditer(record.source.quote(clause))
    )
    return tuple(span for span in found if not any(span.overlaps(figure.span) for figure in figures))


def _halves(figures: Sequence[Figure]) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """The two groups of a row of figures: the second begins where a unit comes again."""
    seen: set[str] = set()
    for place, figure in enumerate(figures):
        if figure.unit in seen:
            return tuple(figures[:place]), tuple(figures[place:])
        seen.add(figure.unit)
    return tuple(figures), ()


def _words(record: Record, sentence: Span) -> tuple[_Word, ...]:
    """The words of contrast in a sentence; one that lies within a longer one is none of its own."""
    folded, patterns = fold(record.source.quote(sentence)), _patterns().get(record.notice.language, {})
    found = [
        _Word(Span(sentence.start + match.start(), sentence.start + match.end()), side == _BEFORE)
        for side in (_BEFORE, _AFTER)
        if side in patterns
        for match in patterns[side].finditer(folded)
    ]
    spans = [word.span for word in found]
    alone = (w for w in found if not any(span != w.span and span.contains(w.span) for span in spans))
    return tuple(sorted(alone, key=lambda word: word.span))


@cache
def _patterns() -> dict[str, dict[str, re.Pattern[str]]]:
    text = (resources.files("assistant") / "data" / "contrast.toml").read_text("utf-8")
    return {
        language: {name: compile_phrases(phrases) for name, phrases in words.items()}
        for language, words in tomllib.loads(text).items()
    }


def _is_plain(figures: Iterable[Figure], units: Iterable[str]) -> bool:
    """Whether each unit stands once, so that it is clear which figure is meant."""
    counts = Counter(figure.unit for figure in figures)
    return all(counts[unit] == 1 for unit in units)


def _of_units(figures: Iterable[Figure], units: Iterable[str]) -> tuple[Figure, ...]:
    by_unit = {figure.unit: figure for figure in figures}
    return tuple(by_unit[unit] for unit in units)
