"""Names that stand in a note: "save two that voted no(1)", and below it "(1) Greece and Cyprus."

Knows the signs of notes and the notes that hold nothing but states. A note that says a position is a
sentence like any other.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.cue import CueKind
from corpus.finding import Clause, Finding
from corpus.lexicon import Lexicon
from corpus.mention import delegations_in, is_list_glue
from corpus.reading import ReadingView
from corpus.text import Span
from corpus.voter import Voters, Who, voters_in

_SIGN = r"(?:\((\d{1,2}|\*{1,3})\)|(\d{1,2})\)|([\u00b9\u00b2\u00b3\u2074-\u2079]|\*{1,3}))"
_BEHIND = re.compile(rf"\s?{_SIGN}")
_NOTE = re.compile(rf"\s*{_SIGN}[.:]?\s*")
_RAISED = str.maketrans("\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "123456789")


@dataclass(frozen=True, slots=True)
class _Note:
    unit: Span
    voters: Voters


def with_notes(
    view: ReadingView, clauses: Sequence[tuple[Span, Clause]], lexicon: Lexicon
) -> Iterator[tuple[Span, Clause]]:
    """The clauses, a note of names given the position that bears its sign."""
    notes = dict(_notes(view, [unit for unit, _ in clauses], lexicon))
    if not notes:
        yield from clauses
        return
    said: dict[Span, Clause] = {}
    for unit, clause in clauses:
        noted = list(_noted(view.folded[unit.start : unit.end], clause, notes))
        said |= {
            n.unit: Clause(
                (Finding(n.voters, replace(f.cue, kind=CueKind.LABEL, span=n.voters.span, count=None)),)
            )
            for f, n in noted
            if f.cue
        }
        places = {f.cue.span for f, _ in noted if f.cue}
        kept = tuple(doubt for doubt in clause.doubts if doubt[2] not in places)
        yield unit, said.get(unit, replace(clause, doubts=kept))


def _notes(view: ReadingView, units: Sequence[Span], lexicon: Lexicon) -> Iterator[tuple[str, _Note]]:
    """The notes that are a list of states and no more, by their signs."""
    for unit in units:
        text, folded = view.text[unit.start : unit.end], view.folded[unit.start : unit.end]
        head = _NOTE.match(folded)
        groups = voters_in(folded, delegations_in(text, folded, lexicon).meant, lexicon, ()) if head else ()
        if head and len(groups) == 1 and groups[0].who is Who.NAMED:
            rest = folded[head.end() : groups[0].span.start] + folded[groups[0].span.end :].rstrip(" .;\n")
            if is_list_glue(rest, lexicon):
                yield _sign(head), _Note(unit, groups[0])


def _noted(folded: str, clause: Clause, notes: Mapping[str, _Note]) -> Iterator[tuple[Finding, _Note]]:
    """The positions nobody is named at that bear the sign of a note."""
    for finding in clause.findings:
        behind = _BEHIND.match(folded, finding.cue.span.end) if finding.cue and not finding.voters else None
        if behind and _sign(behind) in notes:
            yield finding, notes[_sign(behind)]


def _sign(found: re.Match[str]) -> str:
    return next(sign for sign in found.groups() if sign).translate(_RAISED)
