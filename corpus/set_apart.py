"""States named straight behind "all delegations" by words that are none of exception: "unlike Malta".

Knows that who is set apart from all is no part of them. What these did instead is not said there, and
is left open unless another clause says it.
"""

import re
from collections.abc import Iterator, Sequence

from corpus.finding import Finding
from corpus.mention import Delegations
from corpus.voter import Voters, Who

_STRAIGHT_BEHIND = re.compile(r",?\s(?:[^\W\d_]+\s){0,2}")


def set_apart(voters: Sequence[Voters], delegations: Delegations, folded: str) -> Iterator[Finding]:
    """The states that are set aside straight behind all delegations, without a position."""
    for aside in delegations.asides:
        before = [v.span.end for v in voters if v.who is Who.ALL and v.span.end <= aside.start]
        if before and _STRAIGHT_BEHIND.fullmatch(folded, max(before), aside.start):
            states = tuple(m for m in delegations.set_aside if m.span.overlaps(aside))
            yield Finding(Voters(Who.NAMED, aside, states, is_excepted=True), None)
