"""Positions told by the place in a list: "Estonia and Latvia: the former voted for, the latter abstained".

Knows that such words tell who is meant only where they stand for exactly as many names as stand before
them. Where they do not, every name before them is left open, with a warning.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.cue import Cue
from corpus.finding import Clause, Finding, doubted
from corpus.lexicon import Lexicon, Stance
from corpus.member_state import StateMention
from corpus.respective import whole
from corpus.text import Span
from corpus.voter import Voters, Who

_PAUSES = frozenset(":;,.–—-(")
_TWO = 2


@dataclass(frozen=True, slots=True)
class _Place:
    """ "The former", "the last two": for how many names the words stand, and what these did."""

    span: Span
    size: int
    is_latter: bool
    cues: tuple[Cue, ...] = ()


def told_by_place(items: Sequence[Voters | Cue], folded: str, lexicon: Lexicon) -> Clause | None:
    """What a clause finds that tells positions by the place in its list; None where it does not."""
    named = [v for v in items if isinstance(v, Voters) and v.who is Who.NAMED]
    places = list(_places(items, folded, lexicon)) if named else []
    if not places or sum(len(v.states) for v in _before(named, places)) < _TWO:
        return None
    listed = _before(named, places)
    states = [mention for voters in listed for mention in voters.states]
    is_told = all(len({cue.stance for cue in place.cues}) == 1 for place in places)
    is_told = is_told and len(_stances_before(items, places[0])) < _TWO
    if not is_told or len(listed) < len(named) or sum(p.size for p in places) != len(states):
        return _left_open(items, named, places)
    ordered = sorted(places, key=lambda place: place.is_latter)
    return Clause((*_everyone(items, places[-1]), *_dealt(states, ordered)))


def opens_with_place(folded: str, lexicon: Lexicon) -> bool:
    """Whether a sentence begins with such words, so that the names stand in the sentence before."""
    words = lexicon.vote
    return any(pattern.match(folded.lstrip()) for pattern in (words.former, words.latter))


def _before(named: Sequence[Voters], places: Sequence[_Place]) -> list[Voters]:
    return [voters for voters in named if voters.span.end <= places[0].span.start]


def _stances_before(items: Sequence[Voters | Cue], place: _Place) -> set[Stance]:
    return {c.stance for c in items if isinstance(c, Cue) and c.span.end <= place.span.start}


def _places(items: Sequence[Voters | Cue], folded: str, lexicon: Lexicon) -> Iterator[_Place]:
    """The words for places that open a part of the clause with a position in it, behind a name."""
    first = min(v.span.end for v in items if isinstance(v, Voters) and v.who is Who.NAMED)
    found = [p for p in _found(folded, lexicon) if p.span.start >= first]
    for number, place in enumerate(found):
        ends = [p.span.start for p in found[number + 1 :]]
        ends += [v.span.start for v in items if isinstance(v, Voters) and v.span.start >= place.span.end]
        end = min(ends, default=len(folded))
        cues = (c for c in items if isinstance(c, Cue) and place.span.end <= c.span.start < end)
        told = tuple(cue for cue in cues if cue.stance is not Stance.UNCLEAR)
        if told:
            yield _Place(place.span, place.size, place.is_latter, told)


def _found(folded: str, lexicon: Lexicon) -> list[_Place]:
    words = lexicon.vote
    found = [
        (m, pattern is words.latter)
        for pattern in (words.former, words.latter)
        for m in pattern.finditer(folded)
    ]
    places = [_Place(Span(*m.span()), _size(m[0], lexicon), is_latter) for m, is_latter in found]
    return sorted((p for p in places if _opens_part(folded[: p.span.start], lexicon)), key=lambda p: p.span)


def _size(words: str, lexicon: Lexicon) -> int:
    number = lexicon.numbers.search(words)
    return lexicon.number_values[number[0]] if number else 1


def _opens_part(lead: str, lexicon: Lexicon) -> bool:
    lead = lead.rstrip()
    joins = (lexicon.vote.and_, lexicon.vote.separators)
    return lead[-1:] in _PAUSES or any(m.end() == len(lead) for each in joins for m in each.finditer(lead))


def _left_open(items: Sequence[Voters | Cue], named: Sequence[Voters], places: Sequence[_Place]) -> Clause:
    doubt = ("ambiguous_vote", "it is unclear who took which position", whole(items))
    return Clause(tuple(Finding(v, doubted(places[0].cues[0])) for v in named), (doubt,))


def _dealt(states: Sequence[StateMention], places: Sequence[_Place]) -> Iterator[Finding]:
    at = 0
    for place in places:
        for mention in states[at : at + place.size]:
            yield Finding(Voters(Who.NAMED, mention.span, (mention,)), place.cues[0])
        at += place.size


def _everyone(items: Sequence[Voters | Cue], last: _Place) -> Iterator[Finding]:
    for voters in items:
        if isinstance(voters, Voters) and voters.who is Who.ALL and voters.span.start > last.span.end:
            behind = (c for c in items if isinstance(c, Cue) and c.span.start >= voters.span.end)
            yield Finding(voters, next((c for c in behind if c.stance is Stance.FOR), None))
