"""States named straight behind "all delegations" by words that are none of exception: "unlike Malta".

Knows that who is set apart from all is no part of them. What these did instead is not said there, and
is left open unless another clause does, or a relative one: "unlike Italy, which voted for, Malta did not".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.cue import Cue
from corpus.finding import Finding
from corpus.mention import Delegations
from corpus.voter import Voters, Who

_RELATIVE = re.compile(r",\s(?:[^\W\d_]+\s){1,2}")
_STRAIGHT_BEHIND = re.compile(r",?\s(?:[^\W\d_]+\s){0,2}")


def set_apart(voters: Sequence[Voters], delegations: Delegations, folded: str) -> Iterator[Finding]:
    """The states that are set aside straight behind all delegations, without a position."""
    for aside in delegations.asides:
        before = [v.span.end for v in voters if v.who is Who.ALL and v.span.end <= aside.start]
        if before and _STRAIGHT_BEHIND.fullmatch(folded, max(before), aside.start):
            states = tuple(m for m in delegations.set_aside if m.span.overlaps(aside))
            yield Finding(Voters(Who.NAMED, aside, states, is_excepted=True), None)


def told_beside(
    cues: Sequence[Cue], voters: Sequence[Voters], delegations: Delegations, folded: str
) -> Iterator[Finding]:
    """States set aside that a relative clause gives a position, where the sentence goes on to another."""
    for aside in delegations.asides:
        states = tuple(m for m in delegations.set_aside if m.span.overlaps(aside))
        for cue, following in pairwise(cues):
            is_relative = cue.span.start > aside.end and _RELATIVE.fullmatch(
                folded, aside.end, cue.span.start
            )
            is_closed = folded[cue.span.end :].lstrip()[:1] == ","
            is_alone = not any(cue.span.end <= v.span.start < following.span.start for v in voters)
            if states and is_relative and is_closed and is_alone:
                yield Finding(Voters(Who.NAMED, aside, states), cue)
