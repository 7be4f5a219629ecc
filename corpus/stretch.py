"""The stretches of a sentence, between pauses, that tell of another moment than the vote.

Knows that "which had at first been opposed", "as the press had announced" and "unlike at the previous
meeting" give nobody a position in this vote. A stretch that begins with its own voters is no aside.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.cue import Cue
from corpus.lexicon import Lexicon
from corpus.member_state import StateMention
from corpus.mention import delegations_in, is_list_glue
from corpus.text import Span

LONGEST_CLAUSE = 8_000
_PAUSE = re.compile(r",(?!\d)|[;:()]|\s[–—-]\s")


@dataclass(frozen=True, slots=True)
class _Stretch:
    span: Span
    is_enclosed: bool


def told_apart(text: str, folded: str, lexicon: Lexicon) -> tuple[Span, ...]:
    """The stretches enclosed by pauses that tell of another moment, with whoever they name."""
    words = lexicon.vote
    formerly, likenesses = _formerly(folded, lexicon), _places(words.like, folded)
    others = [*_places(words.not_this_vote, folded), *_places(words.announced, folded)]
    if len(folded) > LONGEST_CLAUSE or not (formerly or others or likenesses):
        return ()
    enclosed = [s.span for s in _stretches(folded, lexicon) if s.is_enclosed]
    likened = {span for span in enclosed if _likens_to_them(span, folded, likenesses)}
    apart = [
        span
        for span in enclosed
        if span in likened
        or _holds(span, formerly)
        or (_holds(span, others) and _says_position(folded, span, lexicon))
    ]
    meant = delegations_in(text, folded, lexicon).meant if apart else ()
    return tuple(
        span
        for span in apart
        if not _begins_with_voters(span, folded, meant, lexicon)
        and not (span in likened and any(span.contains(m.span) for m in meant))
    )


def _likens_to_them(span: Span, folded: str, likenesses: Sequence[Span]) -> bool:
    """Whether a stretch is a likeness and a word: "Malta and, like her, Cyprus"."""
    lead = len(folded[span.start : span.end]) - len(folded[span.start : span.end].lstrip())
    ends = [each.end for each in likenesses if each.start == span.start + lead and span.contains(each)]
    return bool(ends) and len(folded[max(ends) : span.end].split()) == 1


def without_former(cues: Sequence[Cue], folded: str, lexicon: Lexicon) -> tuple[Cue, ...]:
    """The words for a position without those of stretches that tell what was so at first."""
    formerly = _formerly(folded, lexicon)
    if not formerly:
        return tuple(cues)
    told = [s.span for s in _stretches(folded, lexicon) if _holds(s.span, formerly)]
    return tuple(cue for cue in cues if not any(s.start <= cue.span.start < s.end for s in told))


def _formerly(folded: str, lexicon: Lexicon) -> list[Span]:
    """The words for what was so at first; Finnish "ensin mainittu", the first-named, is none."""
    former = _places(lexicon.vote.former, folded)
    found = _places(lexicon.vote.formerly, folded)
    return [span for span in found if not any(span.overlaps(place) for place in former)]


def _places(pattern: re.Pattern[str], folded: str) -> list[Span]:
    return [Span(*found.span()) for found in pattern.finditer(folded)]


def _holds(span: Span, places: Sequence[Span]) -> bool:
    return any(span.contains(place) for place in places)


def _stretches(folded: str, lexicon: Lexicon) -> Iterator[_Stretch]:
    """The sentence between its pauses and the words that begin another clause, "but"."""
    pauses = _places(_PAUSE, folded)
    turns = [Span(s.start, s.start) for s in _places(lexicon.vote.separators, folded)]
    edges = sorted([Span(0, 0), *pauses, *turns, Span(len(folded), len(folded))])
    marks = frozenset(pauses)
    for left, right in pairwise(edges):
        if left.end < right.start:
            yield _Stretch(Span(left.end, right.start), left in marks and right in marks)


def _begins_with_voters(span: Span, folded: str, mentions: Sequence[StateMention], lexicon: Lexicon) -> bool:
    first = next((m.span.start for m in mentions if span.contains(m.span)), None)
    return first is not None and is_list_glue(folded[span.start : first], lexicon)


def _says_position(folded: str, span: Span, lexicon: Lexicon) -> bool:
    words = (pattern for each in lexicon.stances.values() for pattern in (each.verb, each.particle))
    return any(pattern.search(folded, span.start, span.end) for pattern in words)
