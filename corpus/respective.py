"""As many positions as voters: "Hungary and Cyprus voted against and abstained respectively"."""

from collections.abc import Sequence

from corpus.cue import Cue
from corpus.finding import Clause, Finding
from corpus.lexicon import Lexicon, Stance
from corpus.text import Span
from corpus.voter import Voters, Who


def respective(items: Sequence[Voters | Cue], folded: str, lexicon: Lexicon) -> Clause | None:
    """What a clause with "respectively" finds; None where it has no such word."""
    if not lexicon.vote.mutual.search(folded):
        return None
    lists = [v for v in items if isinstance(v, Voters) and v.who is Who.NAMED]
    cues = [c for c in items if isinstance(c, Cue) and c.stance is not Stance.FOR]
    groups = [Voters(Who.NAMED, m.span, (m,)) for v in lists for m in v.states]
    if len(lists) == len(cues) > 1:
        groups = lists
    elif len(groups) != len(cues):
        return Clause(doubts=(("ambiguous_vote", "it is unclear who took which position", whole(items)),))
    everyone = [Finding(v, _for_cue(items)) for v in items if isinstance(v, Voters) and v.who is Who.ALL]
    return Clause((*everyone, *(Finding(v, c) for v, c in zip(groups, cues, strict=True))))


def whole(items: Sequence[Voters | Cue]) -> Span:
    """From the first of some items to the end of the last."""
    return Span(items[0].span.start, max(item.span.end for item in items))


def _for_cue(items: Sequence[Voters | Cue]) -> Cue | None:
    return next((c for c in items if isinstance(c, Cue) and c.stance is Stance.FOR), None)
