"""A position shared by likeness: "Hungary voted against, as did Slovakia", "like Poland, Latvia abstained".

Knows that a list joined on behind a position has it, and that of two lists, one of them led to by a
likeness, neither has a position of its own.
"""

from collections.abc import Sequence
from dataclasses import replace

from corpus.bond import Ground
from corpus.cue import Cue
from corpus.finding import Finding
from corpus.lexicon import Lexicon, Stance
from corpus.mention import is_list_glue
from corpus.voter import Voters, Who

_TWO = 2
_REACH = 48


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
    """The findings, two lists given one position where a likeness leads to one and only one has it."""
    named = [f for f in findings if f.voters and f.voters.who is Who.NAMED]
    cues = [f.cue for f in named if f.cue]
    if len(named) != _TWO or len(cues) != 1 or not any(_is_likened(f, folded, lexicon) for f in named):
        return tuple(findings)
    return tuple(replace(f, cue=cues[0]) if f in named else f for f in findings)


def _is_likened(finding: Finding, folded: str, lexicon: Lexicon) -> bool:
    """Whether a likeness leads to a list, with nothing but small words between."""
    if finding.voters is None or finding.voters.is_excepted or finding.voters.is_denied:
        return False
    lead = folded[max(0, finding.voters.span.start - _REACH) : finding.voters.span.start]
    return any(is_list_glue(lead[found.end() :], lexicon) for found in lexicon.vote.like.finditer(lead))
