"""Two states with a comma between, each with its own words: "vastu hääletas Taani, Soome jäi erapooletuks".

Knows that a list of two has an "and"; without one, and between two positions, it is the end of one clause
and the beginning of the next.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.cue import Cue, CueKind
from corpus.lexicon import Stance
from corpus.voter import Voters, Who

_VERBAL = frozenset({CueKind.VERB, CueKind.PARTICLE})
_TWO = 2
_OPENS = re.compile(r"[(:–—-]\s*(?:\S{1,4}\s)?$")


def parted(items: Sequence[Voters | Cue], folded: str) -> list[Voters | Cue]:
    """The items of a clause, such a pair as two lists of one."""
    return list(_parted(items, folded))


def _parted(items: Sequence[Voters | Cue], folded: str) -> Iterator[Voters | Cue]:
    for number, item in enumerate(items):
        is_pair = isinstance(item, Voters) and _is_torn(item, items[:number], items[number + 1 :])
        if isinstance(item, Voters) and is_pair and not _is_set_off(item, folded):
            for mention in item.states:
                yield replace(item, span=mention.span, states=(mention,), is_joined=False)
        else:
            yield item


def _is_set_off(voters: Voters, folded: str) -> bool:
    """Whether a colon or bracket shows a list: "two voted against (Slovakia, Slovenia)"."""
    return _OPENS.search(folded[: voters.span.start]) is not None or folded[voters.span.end :][:1] == ")"


def _is_torn(voters: Voters, before: Sequence[Voters | Cue], behind: Sequence[Voters | Cue]) -> bool:
    if voters.who is not Who.NAMED or voters.is_joined or len(voters.states) != _TWO:
        return False
    is_led = len(before) == 1 or (len(before) > 1 and isinstance(before[-2], Cue))
    if not is_led or not behind:
        return False
    first, second = before[-1], behind[0]
    return isinstance(first, Cue) and isinstance(second, Cue) and _are_two(first, second)


def _are_two(first: Cue, second: Cue) -> bool:
    is_said = first.kind in _VERBAL and second.kind in _VERBAL
    return (
        is_said and first.stance is not second.stance and Stance.UNCLEAR not in (first.stance, second.stance)
    )
