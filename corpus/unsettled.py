"""What a clause leaves unsettled, so that no state named in it is silently counted among the rest.

Knows three signs: two positions and one list of names, an exception that names nobody, and names
that lie within the words for a position. None says what is right; each leaves the position open.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.adjacent import DISSENTS
from corpus.cue import Cue, CueKind
from corpus.finding import Doubt, Finding, doubted
from corpus.lexicon import Lexicon, Stance
from corpus.member_state import find_states
from corpus.text import Span
from corpus.voter import Voters, Who

EXCEPTION = "an exception is made for nobody that is understood"
_SAID = frozenset({CueKind.VERB, CueKind.PARTICLE})


def with_second_positions_open(
    findings: Sequence[Finding], folded: str, lexicon: Lexicon
) -> tuple[Finding, ...]:
    """The findings, the names left open that stand beside another position that nobody took.

    "Malta, which opposed it in May, voted in favour": which of the two is theirs is not known by form.
    """
    return tuple(
        replace(finding, cue=doubted(finding.cue))
        if _has_second(finding, findings, folded, lexicon)
        else finding
        for finding in findings
    )


def _has_second(finding: Finding, findings: Sequence[Finding], folded: str, lexicon: Lexicon) -> bool:
    voters, cue = finding.voters, finding.cue
    if voters is None or cue is None or voters.who is not Who.NAMED or cue.stance is Stance.UNCLEAR:
        return False
    places = [f.voters.span for f in findings if f.voters and f.voters is not voters]
    lonely = [f.cue for f in findings if f.voters is None and f.cue and _rivals(cue, f.cue)]
    nouns = lexicon.vote.delegation
    later = (o.span.start for o in lonely if cue.span.end < o.span.start)
    is_told_again = any(
        not any(voters.span.start < each.start < start for each in places)
        and not nouns.search(folded, cue.span.end, start)
        for start in later
    )
    earlier = (
        o.span.end
        for o in lonely
        if o.kind is CueKind.VERB and o.span.end <= voters.span.start <= cue.span.start
    )
    return is_told_again or any(not folded[end : voters.span.start].strip() for end in earlier)


def _rivals(cue: Cue, other: Cue) -> bool:
    is_other = other.stance not in (cue.stance, Stance.UNCLEAR)
    return is_other and other.count is None and cue.kind in _SAID and other.kind in _SAID


def bare_exceptions(
    findings: Sequence[Finding], masked: Sequence[Span], folded: str, lexicon: Lexicon
) -> Iterator[Span]:
    """The exceptions from all who voted for, where the clause names nobody that did otherwise."""
    everyone = [f for f in findings if f.voters and f.voters.who is Who.ALL and f.cue]
    is_for = any(f.cue and f.cue.stance is Stance.FOR for f in everyone)
    if not is_for or any(_is_otherwise(f) for f in findings):
        return
    covered = [*masked, *(item.span for f in findings for item in (f.voters, f.cue) if item)]
    for found in lexicon.vote.except_.finditer(folded):
        span = Span(*found.span())
        if not any(span.overlaps(place) for place in covered):
            yield span


def of_somebody(exceptions: Sequence[Span], text: str, lexicon: Lexicon) -> Iterator[Doubt]:
    """The exceptions that a State's name or adjective follows, which was not understood as voters."""
    for span in exceptions:
        if find_states(text[span.end :], lexicon.language):
            yield "position_without_voter", EXCEPTION, span


def _is_otherwise(finding: Finding) -> bool:
    """Whether names are given another position, or set apart; or a number or a note is."""
    is_named = finding.voters is not None and finding.voters.who is Who.NAMED
    is_dissent = finding.cue is not None and finding.cue.stance in DISSENTS
    is_counted = finding.cue is not None and finding.cue.count is not None
    return is_named or (is_dissent and is_counted)


def hidden_in(voters: Sequence[Voters], cues: Sequence[Cue]) -> Iterator[Finding]:
    """The names that lie within the words for a position, as voters whose position is not known."""
    for each in voters:
        if each.who is Who.NAMED and any(each.span.overlaps(cue.span) for cue in cues):
            yield Finding(each, None)
