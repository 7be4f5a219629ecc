"""One position for a list and for all others: "In favour: Belgium, France and all other delegations".

Knows that such a list is one only where every word for a position in the sentence is for: "against:
Hungary and Slovakia and all others in favour" is two.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.cue import Cue
from corpus.lexicon import Lexicon, Stance
from corpus.mention import is_list_glue
from corpus.voter import Voters, Who


def joined_with_all(
    voters: Sequence[Voters], cues: Sequence[Cue], folded: str, lexicon: Lexicon
) -> tuple[Voters, ...]:
    """The voters, "and all others" taken into the list of states it stands behind.

    So are all others "including" a list, into that list.
    """
    if not cues or any(cue.stance is not Stance.FOR for cue in cues):
        return tuple(voters)
    joined: list[Voters] = []
    for each in voters:
        before = joined[-1] if joined else None
        if before and each.who is Who.ALL and _leads_on(before, each, folded, lexicon):
            joined[-1] = replace(before, also_all=each.span)
        elif before and before.who is Who.ALL and _includes(before, each, folded, lexicon):
            joined[-1] = replace(each, span=before.span.joined(each.span), also_all=before.span)
        else:
            joined.append(each)
    return tuple(joined)


def taken_apart(voters: Voters) -> Iterator[Voters]:
    """The states by name, and all others where they share the list."""
    yield replace(voters, also_all=None)
    if voters.also_all:
        yield Voters(Who.ALL, voters.also_all)


def _includes(everyone: Voters, listed: Voters, folded: str, lexicon: Lexicon) -> bool:
    gap = folded[everyone.span.end : listed.span.start]
    found = lexicon.vote.including.search(gap)
    is_list = listed.who is Who.NAMED and not listed.is_excepted and not listed.is_denied
    sides = (gap[: found.start()], gap[found.end() :]) if found else ()
    return is_list and bool(sides) and all(is_list_glue(side, lexicon) for side in sides)


def _leads_on(before: Voters, everyone: Voters, folded: str, lexicon: Lexicon) -> bool:
    gap = folded[before.span.end : everyone.span.start]
    is_list = before.who is Who.NAMED and not before.is_excepted and not before.is_denied
    return is_list and lexicon.vote.and_.search(gap) is not None and is_list_glue(gap, lexicon)
