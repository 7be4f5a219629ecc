"""Where a notice repeats the title of an act, or supposes another vote, so that neither is read as the vote.

Knows that titles hold traps: "restrictive measures against …", "authorising Portugal to …".
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.lexicon import Lexicon
from corpus.phrase import fold
from corpus.reading import ReadingView
from corpus.text import Span

_FEWEST_WORDS = 4
_NUMBER_BRACKET = re.compile(r"[(\[][^()\[\]]{0,40}\d+(?:/\d+)?/\d\d[^()\[\]]{0,40}[)\]]")
_LONGEST_TITLE = 500
_SEMICOLON = re.compile(r";\s*")


@dataclass(frozen=True, slots=True)
class Masks:
    """Ranges of the view, in order, each within one unit."""

    places: tuple[Span, ...] = ()

    def within(self, unit: Span) -> tuple[Span, ...]:
        """The masked places of a unit, counted from its start."""
        first = bisect_left(self.places, unit.start, key=_start)
        last = bisect_left(self.places, unit.end, key=_start)
        return tuple(Span(p.start - unit.start, p.end - unit.start) for p in self.places[first:last])


def _start(place: Span) -> int:
    return place.start


def title_masks(view: ReadingView, units: Sequence[Span], titles: Iterable[str], lexicon: Lexicon) -> Masks:
    """The places where the units name an act by its title."""
    patterns = [pattern for title in titles if (pattern := _pattern(title)) is not None]
    places: list[Span] = []
    for unit in units:
        places += [Span(*f.span()) for p in patterns for f in p.finditer(view.folded, unit.start, unit.end)]
        places += _described(view.folded, unit, lexicon)
        places += _supposed(view.folded, unit, lexicon)
    return Masks(tuple(sorted(places)))


def _pattern(title: str) -> re.Pattern[str] | None:
    """The title's words from the second on: the first is often inflected in the sentence."""
    words = fold(title).split()[1:]
    if len(words) < _FEWEST_WORDS:
        return None
    return re.compile(r"\s+".join(re.escape(word) for word in words))


def _described(folded: str, unit: Span, lexicon: Lexicon) -> Iterator[Span]:
    """From the noun of an act to the bracket with its number, where no vote stands between.

    One word is no title: Estonian "hääletasid määruse poolt (13205/25)", voted for the regulation.
    """
    words = lexicon.reference
    for bracket in _NUMBER_BRACKET.finditer(folded, unit.start, unit.end):
        start = max(unit.start, bracket.start() - _LONGEST_TITLE)
        nouns = [
            Span(*found.span())
            for word in (words.regulation, words.directive, words.decision)
            for found in word.finditer(folded, start, bracket.start())
        ]
        usable = [n for n in nouns if not _votes(folded[n.end : bracket.start()], lexicon)]
        if usable and len(folded[min(usable).end : bracket.start()].split()) > 1:
            yield Span(min(usable).end, bracket.start())


def _supposed(folded: str, unit: Span, lexicon: Lexicon) -> Iterator[Span]:
    """What only might have been, behind a semicolon: "; had Germany joined, there would have been …"."""
    for pause in _SEMICOLON.finditer(folded, unit.start, unit.end):
        if lexicon.vote.hedged.match(folded, pause.end()):
            following = _SEMICOLON.search(folded, pause.end(), unit.end)
            yield Span(pause.end(), following.start() if following else unit.end)


def _votes(text: str, lexicon: Lexicon) -> bool:
    outcome = (lexicon.outcome.adopted, lexicon.outcome.not_adopted)
    if lexicon.vote.verbs.search(text) or any(pattern.search(text) for pattern in outcome):
        return True
    return any(words.verb.search(text) or words.noun.search(text) for words in lexicon.stances.values())
