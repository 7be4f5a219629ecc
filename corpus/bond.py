"""How strongly voters and the words of a position are bound in a clause, as a cost.

Knows order and distance: a verb follows its voters and a noun precedes them, a colon or bracket
binds, words that say something else come between. The figures were set by the tables of clauses
in ``tests/corpus/clauses`` and hold for all languages.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from corpus.attachment import FORBIDDEN
from corpus.cue import Cue, CueKind
from corpus.lexicon import Lexicon, Stance
from corpus.text import Span
from corpus.voter import Voters, Who

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_BRACKETED = re.compile(r"\([^()]{0,80}\d[^()]{0,20}\)")
_AFTER_VERB = {CueKind.VERB: 1.5, CueKind.PARTICLE: 1.5, CueKind.NOUN: 0.0, CueKind.LABEL: 0.4}
_BEFORE_VERB = {CueKind.VERB: 0.0, CueKind.PARTICLE: 0.0, CueKind.NOUN: 1.5, CueKind.LABEL: 0.5}
_LONG_CONJUNCTION = 5
_OPENS_LIST = re.compile(r"[:(|\t=]\s*(?:\n\s*)?[-•–·▪*]?\s*(?:\S{1,4}\s|\S{0,4}')?$")
_CLOSES_LIST = re.compile(r"\s*\)\s*[,;]")  # "voted against (Slovakia and Lithuania), three abstained"
_BEFORE_NUMBER = re.compile(r"[,;]\s*[^\W\d_]+\s*\($")  # "for it, two (Greece and Malta) voted against"
_LONELY_COUNT = 1.0  # "22 votes in favour, 2 against (Denmark and Malta)": a number needs no names
_LONELY_CUE = {CueKind.VERB: 5.0, CueKind.PARTICLE: 3.0, CueKind.NOUN: 4.0, CueKind.LABEL: 1.0}


@dataclass(frozen=True, slots=True)
class Ground:
    """The text of a clause with the places whose words say nothing of the vote."""

    folded: str
    opaque: tuple[int, ...]
    separators: tuple[int, ...]
    like: re.Pattern[str]
    likewise: re.Pattern[str]
    small_words: re.Pattern[str]

    def joins_likewise(self, start: int, end: int) -> bool:
        """Whether a conjunction longer than plain "and" ("as well as the") stands alone between two places.

        A likeness may stand behind what was voted on: "against the Regulation (doc. 1/24), like".
        """
        gap = self.folded[start:end]
        found = self.likewise.fullmatch(gap)
        if found and len(self.small_words.sub("", found["conjunction"])) >= _LONG_CONJUNCTION:
            return True
        ending = self.likewise.search(gap)
        is_alone = ending is not None and not self.opaque_between(start, start + ending.start())
        return ending is not None and is_alone and self.like.fullmatch(ending["conjunction"]) is not None

    def opaque_between(self, start: int, end: int) -> int:
        """How many words between two places say something else."""
        return bisect_left(self.opaque, end) - bisect_left(self.opaque, start)

    def separators_between(self, start: int, end: int) -> int:
        """How many words between two places begin another clause."""
        return bisect_left(self.separators, end) - bisect_left(self.separators, start)


def skip_cost(item: Voters | Cue) -> float:
    """What it costs to leave voters or a cue without partner."""
    if isinstance(item, Cue):
        is_counted = item.stance is Stance.FOR and item.count is not None
        return _LONELY_COUNT if is_counted else _LONELY_CUE[item.kind]
    if item.who is Who.NAMED:
        return 4.0 if item.is_excepted else 7.0
    return 4.0 if item.who is Who.ALL else 2.0


def pair_cost(
    first: Voters | Cue, second: Voters | Cue, ground: Ground, *, nested: Sequence[Voters | Cue]
) -> float:
    """What it costs to pair two items; ``nested`` are the items between them."""
    if isinstance(first, Voters) == isinstance(second, Voters):
        return FORBIDDEN
    voters, cue = (first, second) if isinstance(first, Voters) else (second, first)
    if not isinstance(voters, Voters) or not isinstance(cue, Cue):
        return FORBIDDEN
    if voters.is_excepted and cue.stance is Stance.FOR:
        return FORBIDDEN
    if first is voters and voters.who is Who.NAMED and _is_backing(cue):
        return FORBIDDEN
    if nested and voters.who is Who.ALL and cue.stance is not Stance.FOR:
        return FORBIDDEN
    if voters.who is not Who.ALL and any(isinstance(item, Voters) for item in nested):
        return FORBIDDEN
    cost = _suits(voters, cue) + (1.0 if nested and voters.who is Who.NAMED else 0.0)
    gap = ground.folded[first.span.end : second.span.start]
    opaque = ground.opaque_between(first.span.end, second.span.start)
    if (
        voters.who is Who.ALL
        and cue.stance is not Stance.FOR
        and (opaque or (first is cue and ":" not in gap))
    ):
        return FORBIDDEN
    cost += 4.0 * ground.separators_between(first.span.end, second.span.start) if not nested else 0.0
    if isinstance(first, Voters):
        return cost + _cost_before(cue, gap, opaque, is_nested=bool(nested))
    return cost + _cost_after(cue, gap, opaque, is_nested=bool(nested))


def _is_backing(cue: Cue) -> bool:
    """ "With the support of" gives its position to who follows, never to who precedes."""
    return cue.kind is CueKind.NOUN and cue.stance is Stance.FOR


def _suits(voters: Voters, cue: Cue) -> float:
    if voters.who is Who.ALL:
        return 0.0 if cue.stance is Stance.FOR else 1.5
    return 0.5 if voters.who is Who.NONE and cue.stance is Stance.FOR else 0.0


def _cost_before(cue: Cue, gap: str, opaque: int, *, is_nested: bool) -> float:
    """Voters, then their position: "Hungary and Slovakia, which voted against"."""
    base = _BEFORE_VERB[cue.kind] + 0.4 * min(opaque, 10)
    base += 3.0 if _CLOSES_LIST.match(gap) else 0.0
    if re.fullmatch(r"\s*[:(|\t=–—-]\s*|\s*", gap) and cue.kind in (CueKind.NOUN, CueKind.LABEL):
        base = 0.0
    elif not is_nested and re.search(r"[;:]", gap):
        base += 5.0
    return base + (2.0 if "\n" in gap and not is_nested else 0.0)


def _cost_after(cue: Cue, gap: str, opaque: int, *, is_nested: bool) -> float:
    """A position, then its voters: "abstentions by Cyprus", "voted against: Hungary"."""
    if _OPENS_LIST.search(gap) and not _BEFORE_NUMBER.search(gap):
        return 0.3 * min(opaque, 10)
    base = _AFTER_VERB[cue.kind] + 1.2 * min(opaque, 8)
    if re.match(r"\s*,", gap):
        base += 1.5
    return base + (6.0 if re.search(r"[;:]", gap) and not is_nested else 0.0) + (1.0 if "\n" in gap else 0.0)


def ground_of(folded: str, lexicon: Lexicon, covered: Sequence[Span]) -> Ground:
    """The ground of a clause; ``covered`` are places already understood."""
    plain = list(covered) + [Span(*found.span()) for found in _BRACKETED.finditer(folded)]
    words = lexicon.vote
    for pattern in (words.transparent, words.articles, words.of, words.delegation, words.and_, words.except_):
        plain += [Span(*found.span()) for found in pattern.finditer(folded)]
    plain += [Span(*found.span()) for found in lexicon.numbers.finditer(folded)]
    plain.sort()
    separators = tuple(found.start() for found in words.separators.finditer(folded))
    return Ground(folded, tuple(_uncovered_words(folded, plain)), separators, words.like, *_likewise(lexicon))


@cache
def _likewise(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A conjunction with what articles and prepositions follow it; and the small words at a place's end."""
    words = lexicon.vote
    small = rf"(?:{words.articles.pattern}|{words.of.pattern}|{words.delegation.pattern})"
    joint = rf"\s*,?\s*(?P<conjunction>{words.and_.pattern})\s+(?:{small}\s*)*(?:[ld]')?$"
    return re.compile(joint), re.compile(rf"(?:\s+{small})+$")


def _uncovered_words(folded: str, plain: Sequence[Span]) -> Iterator[int]:
    reach, at = 0, 0
    for word in _WORD.finditer(folded):
        while at < len(plain) and plain[at].start <= word.start():
            reach = max(reach, plain[at].end)
            at += 1
        if word.start() >= reach and len(word[0]) > 1:
            yield word.start()
