"""A position taken over from what was said before: "Hungary voted against, and so did Slovakia".

Knows that the words stand beside or around who did the same, in the same sentence or in the next; and
that a sentence before with two positions leaves it open which is meant.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.cue import Cue
from corpus.finding import Clause, Finding
from corpus.lexicon import Lexicon, Stance
from corpus.mention import delegations_in
from corpus.reading import ReadingView
from corpus.text import Span
from corpus.voter import Voters, Who, voters_in

_NEAR = re.compile(r"\s*(?:[^\W\d_]+['-]?\s*){0,3}")


def with_echoed(findings: Iterable[Finding], folded: str, lexicon: Lexicon) -> tuple[Finding, ...]:
    """The findings, who did the same given the position of who stands before."""
    told: list[Finding] = []
    for finding in findings:
        before = told[-1].cue if told and told[-1].voters else None
        voters = finding.voters
        if voters and not finding.cue and before and _may_take(voters, before, folded, lexicon):
            told.append(Finding(voters, before))
        else:
            told.append(finding)
    return tuple(told)


def with_echoes(
    view: ReadingView, told: Sequence[tuple[Span, Clause]], lexicon: Lexicon
) -> Iterator[tuple[Span, Clause]]:
    """Units with what they say; one that says only who did the same, with the position of the unit before."""
    before = Clause()
    for unit, clause in told:
        read = clause if any(f.cue for f in clause.findings) else _echo(view, unit, before, lexicon) or clause
        yield unit, read
        before = read


def _echo(view: ReadingView, unit: Span, before: Clause, lexicon: Lexicon) -> Clause | None:
    text, folded = view.text[unit.start : unit.end], view.folded[unit.start : unit.end]
    words = lexicon.vote.so_did.search(folded)
    cues = [f.cue for f in before.findings if f.cue and f.voters and f.voters.who is Who.NAMED]
    if not words or len({cue.stance for cue in cues}) != 1:
        return None
    cue = replace(cues[-1], span=Span(*words.span()), count=None)
    voters = voters_in(folded, delegations_in(text, folded, lexicon).meant, lexicon, ())
    if len(voters) != 1 or not _may_take(voters[0], cue, folded, lexicon):
        return None
    return Clause((Finding(voters[0], cue),))


def _may_take(voters: Voters, cue: Cue, folded: str, lexicon: Lexicon) -> bool:
    is_named = voters.who is Who.NAMED or (voters.who is Who.ALL and cue.stance is Stance.FOR)
    is_plain = not voters.is_excepted and not voters.is_denied and cue.stance is not Stance.UNCLEAR
    if not is_named or not is_plain or lexicon.vote.negation.search(folded, voters.span.end):
        return False
    places = [Span(*found.span()) for found in lexicon.vote.so_did.finditer(folded)]
    return any(_stands_by(place, voters.span, folded) for place in places)


def _stands_by(place: Span, voters: Span, folded: str) -> bool:
    if place.contains(voters):
        return True
    gap = folded[place.end : voters.start] if place.end <= voters.start else folded[voters.end : place.start]
    return not place.overlaps(voters) and _NEAR.fullmatch(gap) is not None
