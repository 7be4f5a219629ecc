"""A position shared by likeness: "Hungary voted against, as did Slovakia", "like Poland, Latvia abstained".

Knows that a list joined on behind a position has it, and that a list which a likeness opens a sentence
with has the position of the list it is likened to.
"""

from collections.abc import Sequence
from dataclasses import replace

from corpus.bond import Ground
from corpus.cue import Cue
from corpus.finding import Finding
from corpus.lexicon import Lexicon, Stance
from corpus.mention import is_list_glue
from corpus.voter import Voters, Who


def with_likewise(findings: tuple[Finding, ...], ground: Ground) -> tuple[Finding, ...]:
    """The findings, a list joined on after a position given that position."""
    joined: list[Finding] = []
    for finding in findings:
        voters, before = finding.voters, joined[-1] if joined else None
        if voters and finding.cue is None and before and before.cue and _may_join(voters, before.cue):
            end = max(before.cue.span.end, voters.span.start)
            if ground.joins_likewise(before.cue.span.end, end) and not voters.is_excepted:
                joined.append(Finding(voters, before.cue))
                continue
        joined.append(finding)
    return tuple(joined)


def _may_join(voters: Voters, cue: Cue) -> bool:
    return voters.who is Who.NAMED or (voters.who is Who.ALL and cue.stance is Stance.FOR)


def with_likened(findings: Sequence[Finding], folded: str, lexicon: Lexicon) -> tuple[Finding, ...]:
    """The findings, a list that a likeness opens a sentence with given what the next list has."""
    named = [f for f in findings if f.voters and f.voters.who is Who.NAMED]
    if len(named) != 2 or named[0].cue is not None or named[1].cue is None or len(findings) > len(named):
        return tuple(findings)
    first, second = named
    if first.voters is None or not _opens_with_likeness(folded[: first.voters.span.start], lexicon):
        return tuple(findings)
    return (replace(first, cue=second.cue), second)


def _opens_with_likeness(lead: str, lexicon: Lexicon) -> bool:
    found = lexicon.vote.like.match(lead.lstrip())
    return found is not None and is_list_glue(lead.lstrip()[found.end() :], lexicon)
