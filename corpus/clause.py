"""What one clause of a notice says of a vote: voters attached to position words.

Knows clause structure: order, distance, brackets, colons, exceptions. What a clause leaves
open stays open, with a warning that quotes the place.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.attachment import FORBIDDEN, attach
from corpus.cue import Cue, CueKind, cues_in
from corpus.lexicon import Lexicon, Stance
from corpus.text import Span
from corpus.unknown_name import unknown_names_in
from corpus.voter import Voters, Who, voters_in

_MOST_ITEMS = 60
_LONGEST = 20_000
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_BRACKETED = re.compile(r"\([^()]{0,80}\d[^()]{0,20}\)")
_AFTER_VERB = {CueKind.VERB: 1.5, CueKind.PARTICLE: 1.5, CueKind.NOUN: 0.0, CueKind.LABEL: 0.4}
_BEFORE_VERB = {CueKind.VERB: 0.0, CueKind.PARTICLE: 0.0, CueKind.NOUN: 1.5, CueKind.LABEL: 0.5}
_LONELY_CUE = {CueKind.VERB: 5.0, CueKind.PARTICLE: 3.0, CueKind.NOUN: 4.0, CueKind.LABEL: 1.0}
_DEAREST = 9.0


@dataclass(frozen=True, slots=True)
class Finding:
    """Voters and the position a clause gives them; ``cue`` is None where it gives none."""

    voters: Voters | None
    cue: Cue | None


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause read: what it finds, and what it leaves open (code, message, place)."""

    findings: tuple[Finding, ...] = ()
    doubts: tuple[tuple[str, str, Span], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class _Ground:
    """The text of a clause with the places whose words say nothing of the vote."""

    folded: str
    opaque: tuple[int, ...]
    separators: tuple[int, ...]

    def opaque_between(self, start: int, end: int) -> int:
        return bisect_left(self.opaque, end) - bisect_left(self.opaque, start)

    def separators_between(self, start: int, end: int) -> int:
        return bisect_left(self.separators, end) - bisect_left(self.separators, start)


def read_clause(text: str, folded: str, lexicon: Lexicon, masked: tuple[Span, ...] = ()) -> Clause:
    """Read the vote in a clause; ``masked`` are places that name an act, not a vote."""
    if len(text) > _LONGEST:
        return Clause(doubts=(("ambiguous_vote", "a sentence too long to be read", Span(0, len(text))),))
    cues = cues_in(folded, lexicon, masked)
    if not cues:
        return Clause()
    voters = voters_in(text, folded, lexicon, (*masked, *(cue.span for cue in cues)))
    cues = tuple(cue for cue in cues if not any(v.span.overlaps(cue.span) for v in voters))
    mixed: list[Voters | Cue] = [*voters, *cues]
    items = sorted(mixed, key=lambda item: item.span)
    if len(items) > _MOST_ITEMS:
        return Clause(
            doubts=(("ambiguous_vote", "too many lists and positions in one sentence", _whole(items)),)
        )
    if respective := _respective(items, folded, lexicon):
        return respective
    clause = _attached(items, _ground(folded, lexicon, [*masked, *(item.span for item in items)]))
    lists = [item.span for item in items if isinstance(item, Voters) and item.who is Who.NAMED]
    strangers = unknown_names_in(text, folded, lists, [item.span for item in items], lexicon)
    doubts = [("unknown_name", f"{text[s.start : s.end]!r} names no State", s) for s in strangers]
    return replace(clause, doubts=(*clause.doubts, *doubts))


def _attached(items: Sequence[Voters | Cue], ground: _Ground) -> Clause:
    costs: dict[tuple[int, int], float] = {}
    meanings: dict[tuple[int, int], str] = {}
    for i, first in enumerate(items):
        for j in range(i + 1, len(items)):
            second = items[j]
            cost = _pair_cost(first, second, ground, nested=items[i + 1 : j])
            if cost < _DEAREST:
                costs[i, j] = cost
                voters, cue = (first, second) if isinstance(first, Voters) else (second, first)
                if isinstance(voters, Voters) and isinstance(cue, Cue) and voters.who is Who.NAMED:
                    meanings[i, j] = f"{voters.span.start} {cue.stance}"
    attachment = attach([_skip_cost(item) for item in items], costs, meanings)
    ambiguous = attachment.ambiguous | _usurped(items, attachment.pairs)
    return Clause(tuple(_findings(items, attachment.pairs, ambiguous)), tuple(_doubts(items, ambiguous)))


def _usurped(items: Sequence[Voters | Cue], pairs: Sequence[tuple[int, int]]) -> frozenset[int]:
    """States that took "voted for" while "all delegations" went without: one of the two is misread."""
    paired = {number for pair in pairs for number in pair}
    is_left_out = any(
        isinstance(item, Voters) and item.who is Who.ALL and number not in paired
        for number, item in enumerate(items)
    )
    if not is_left_out:
        return frozenset()
    return frozenset(
        number for pair in pairs if _is_named_for(items[pair[0]], items[pair[1]]) for number in pair
    )


def _is_named_for(first: Voters | Cue, second: Voters | Cue) -> bool:
    voters, cue = (first, second) if isinstance(first, Voters) else (second, first)
    return (
        isinstance(voters, Voters)
        and isinstance(cue, Cue)
        and voters.who is Who.NAMED
        and cue.stance is Stance.FOR
    )


def _findings(
    items: Sequence[Voters | Cue], pairs: Sequence[tuple[int, int]], ambiguous: frozenset[int]
) -> Iterator[Finding]:
    paired: dict[int, int] = {a: b for pair in pairs for a, b in (pair, pair[::-1]) if not {a, b} & ambiguous}
    for number, item in enumerate(items):
        partner = items[paired[number]] if number in paired else None
        if isinstance(item, Voters):
            yield Finding(item, partner if isinstance(partner, Cue) else None)
        elif number not in paired:
            yield Finding(None, item)


def _doubts(items: Sequence[Voters | Cue], ambiguous: frozenset[int]) -> Iterator[tuple[str, str, Span]]:
    for number in sorted(ambiguous):
        item = items[number]
        if isinstance(item, Voters):
            states = ", ".join(mention.state for mention in item.states)
            yield "ambiguous_vote", f"it is unclear which position {states} took", item.span


def _skip_cost(item: Voters | Cue) -> float:
    if isinstance(item, Cue):
        return _LONELY_CUE[item.kind]
    if item.who is Who.NAMED:
        return 4.0 if item.is_excepted else 7.0
    return 4.0 if item.who is Who.ALL else 2.0


def _pair_cost(
    first: Voters | Cue, second: Voters | Cue, ground: _Ground, *, nested: Sequence[Voters | Cue]
) -> float:
    if isinstance(first, Voters) == isinstance(second, Voters):
        return FORBIDDEN
    voters, cue = (first, second) if isinstance(first, Voters) else (second, first)
    if not isinstance(voters, Voters) or not isinstance(cue, Cue):
        return FORBIDDEN
    if voters.is_excepted and cue.stance is Stance.FOR:
        return FORBIDDEN
    if voters.who is Who.NAMED and any(isinstance(item, Voters) for item in nested):
        return FORBIDDEN
    cost = _suits(voters, cue) + (1.0 if nested and voters.who is Who.NAMED else 0.0)
    gap = ground.folded[first.span.end : second.span.start]
    opaque = ground.opaque_between(first.span.end, second.span.start)
    cost += 4.0 * ground.separators_between(first.span.end, second.span.start) if not nested else 0.0
    if isinstance(first, Voters):
        return cost + _cost_before(cue, gap, opaque, is_nested=bool(nested))
    return cost + _cost_after(cue, gap, opaque, is_nested=bool(nested))


def _suits(voters: Voters, cue: Cue) -> float:
    if voters.who is Who.ALL:
        return 0.0 if cue.stance is Stance.FOR else 1.5
    return 0.5 if voters.who is Who.NONE and cue.stance is Stance.FOR else 0.0


def _cost_before(cue: Cue, gap: str, opaque: int, *, is_nested: bool) -> float:
    """Voters, then their position: "Hungary and Slovakia, which voted against"."""
    base = _BEFORE_VERB[cue.kind] + 0.4 * min(opaque, 10)
    if re.fullmatch(r"\s*[:(|\t=–—-]\s*|\s*", gap) and cue.kind in (CueKind.NOUN, CueKind.LABEL):
        base = 0.0
    elif not is_nested and re.search(r"[;:]", gap):
        base += 5.0
    return base + (2.0 if "\n" in gap and not is_nested else 0.0)


def _cost_after(cue: Cue, gap: str, opaque: int, *, is_nested: bool) -> float:
    """A position, then its voters: "abstentions by Cyprus", "voted against: Hungary"."""
    if re.search(r"[:(|\t=]\s*(?:\n\s*)?[-•–·▪*]?\s*(?:\S{1,4}\s)?$", gap):
        return 0.3 * min(opaque, 10)
    base = _AFTER_VERB[cue.kind] + 1.2 * min(opaque, 8)
    if re.match(r"\s*,", gap):
        base += 1.5
    return base + (6.0 if re.search(r"[;:]", gap) and not is_nested else 0.0) + (1.0 if "\n" in gap else 0.0)


def _ground(folded: str, lexicon: Lexicon, covered: Sequence[Span]) -> _Ground:
    plain = list(covered) + [Span(*found.span()) for found in _BRACKETED.finditer(folded)]
    words = lexicon.vote
    for pattern in (words.transparent, words.articles, words.of, words.delegation, words.and_, words.except_):
        plain += [Span(*found.span()) for found in pattern.finditer(folded)]
    plain += [Span(*found.span()) for found in lexicon.numbers.finditer(folded)]
    plain.sort()
    separators = tuple(found.start() for found in words.separators.finditer(folded))
    return _Ground(folded, tuple(_uncovered_words(folded, plain)), separators)


def _uncovered_words(folded: str, plain: Sequence[Span]) -> Iterator[int]:
    reach, at = 0, 0
    for word in _WORD.finditer(folded):
        while at < len(plain) and plain[at].start <= word.start():
            reach = max(reach, plain[at].end)
            at += 1
        if word.start() >= reach and len(word[0]) > 1:
            yield word.start()


def _respective(items: Sequence[Voters | Cue], folded: str, lexicon: Lexicon) -> Clause | None:
    """ "Hungary and Cyprus voted against and abstained respectively": as many states as positions."""
    if not lexicon.vote.mutual.search(folded):
        return None
    lists = [v for v in items if isinstance(v, Voters) and v.who is Who.NAMED]
    cues = [c for c in items if isinstance(c, Cue) and c.stance is not Stance.FOR]
    groups = [Voters(Who.NAMED, m.span, (m,)) for v in lists for m in v.states]
    if len(lists) == len(cues) > 1:
        groups = lists
    elif len(groups) != len(cues):
        return Clause(doubts=(("ambiguous_vote", "it is unclear who took which position", _whole(items)),))
    everyone = [Finding(v, _for_cue(items)) for v in items if isinstance(v, Voters) and v.who is Who.ALL]
    return Clause((*everyone, *(Finding(v, c) for v, c in zip(groups, cues, strict=True))))


def _for_cue(items: Sequence[Voters | Cue]) -> Cue | None:
    return next((c for c in items if isinstance(c, Cue) and c.stance is Stance.FOR), None)


def _whole(items: Sequence[Voters | Cue]) -> Span:
    return Span(items[0].span.start, max(item.span.end for item in items))
