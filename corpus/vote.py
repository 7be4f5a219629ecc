"""The vote as a notice states it: every clause read, then held against the others.

Knows what contradicts: a state at two positions, a number that is not the number of names, an
exception without a position. What contradicts is left out, with a warning; and with it the
remainder, since "all other delegations" would then say too much.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from corpus.breakage import has_seam
from corpus.cue import Cue
from corpus.finding import Clause, Finding
from corpus.headcount import Headcount, count_warnings, counted_remainder, headcount_in, miscounted
from corpus.lexicon import Lexicon, Stance
from corpus.member_state import StateMention, is_member
from corpus.mention import delegations_in
from corpus.model import Position, ReaderWarning, Stated, StatedPosition
from corpus.reading import ReadingView
from corpus.sentence import split_after
from corpus.text import Span
from corpus.title_mask import Masks
from corpus.unit import clauses_of
from corpus.voter import Voters, Who

_LONGEST_CLAUSE = 160
_MOST_CHARACTERS = 200_000
_TOO_LONG = "the notice is too long; from here on its vote was not read"
_TAINTING = frozenset({"ambiguous_vote", "unknown_name", "position_without_voter"})
_ENDS = re.compile(r"[.!?;:][\"')\]*]*$")


@dataclass(frozen=True, slots=True)
class RollCall:
    """Who stands where by the words of the notice, and what could not be established."""

    positions: tuple[StatedPosition, ...]
    remainder: Stated[Position] | None
    warnings: tuple[ReaderWarning, ...]


@dataclass(frozen=True, slots=True)
class _Given:
    mention: StateMention
    position: Position
    span: Span
    clause: Span


def read_roll_call(
    view: ReadingView, units: Sequence[Span], lexicon: Lexicon, masks: Masks, *, on: date | None
) -> RollCall:
    """Read the vote from the units (sentences, lists with their lead) that speak of one act.

    ``units`` and ``masks`` are ranges of the view; ``on`` is the day of the vote.
    """
    given: list[_Given] = []
    everyone: list[Stated[Position]] = []
    counts: list[Headcount] = []
    open_exceptions: list[_Given] = []
    unread: list[_Given] = []
    others: list[Span] = []
    warnings: list[ReaderWarning] = []
    within, beyond = split_after(units, _MOST_CHARACTERS)
    warnings += [_too_long(view, unit) for unit in beyond]
    for unit, clause in clauses_of(view, within, lexicon, masks):
        open_exceptions += _cut_off(view, unit, clause, lexicon)
        unread += _unread(view, unit, clause, lexicon)
        others += _others(view, unit, clause)
        warnings += [
            ReaderWarning(code, text, _place(view, unit, span)) for code, text, span in clause.doubts
        ]
        for finding in clause.findings:
            given += _given(view, unit, finding)
            everyone += _remainder(view, unit, finding)
            counts += _counts(view, unit, finding, lexicon)
            open_exceptions += _open(view, unit, finding)
    members = [g for g in given if is_member(g.mention.state, _day(on))]
    warnings += [_non_member(g) for g in given if not is_member(g.mention.state, _day(on))]
    warnings += _second_vote(members, everyone)
    conflicts = _conflicting(members)
    warnings += _conflict_warnings(members, conflicts)
    positions = tuple(_once(g for g in members if g.mention.state not in conflicts))
    open_exceptions += [each for each in unread if each.span < max(others, default=each.span)]
    doubts = [*_open_warnings(open_exceptions, positions, on=on), *count_warnings(counts, positions, on=on)]
    positions = tuple(p for p in positions if p.position not in miscounted(counts, positions))
    is_tainted = bool(conflicts or doubts or any(w.code in _TAINTING for w in warnings))
    remainder = _agreed(everyone) or counted_remainder(counts, positions, on=on)
    return RollCall(positions, None if is_tainted else remainder, (*warnings, *doubts))


def _too_long(view: ReadingView, unit: Span) -> ReaderWarning:
    return ReaderWarning("ambiguous_vote", _TOO_LONG, _place(view, unit, Span(0, 1)))


def _place(view: ReadingView, unit: Span, span: Span) -> Span:
    return view.span(unit.start + span.start, unit.start + span.end)


def _given(view: ReadingView, unit: Span, finding: Finding) -> Iterator[_Given]:
    voters, cue = finding.voters, finding.cue
    if voters is None or cue is None or cue.stance is Stance.UNCLEAR:
        return
    for mention in voters.states:
        place = _place(view, unit, mention.span)
        yield _Given(mention, Position(cue.stance), place, _place(view, unit, _joined(voters, cue)))


def _remainder(view: ReadingView, unit: Span, finding: Finding) -> Iterator[Stated[Position]]:
    voters, cue = finding.voters, finding.cue
    if voters and cue and voters.who is Who.ALL and cue.stance is not Stance.UNCLEAR:
        yield Stated(Position(cue.stance), _place(view, unit, _joined(voters, cue)))


def _joined(voters: Voters, cue: Cue) -> Span:
    """The voters with the words of their position, where these stand near each other."""
    whole = voters.span.joined(cue.span)
    return whole if len(whole) - len(voters.span) <= _LONGEST_CLAUSE else cue.span


def _counts(view: ReadingView, unit: Span, finding: Finding, lexicon: Lexicon) -> Iterator[Headcount]:
    if count := headcount_in(view.folded[unit.start : unit.end], finding, lexicon):
        yield replace(count, span=_place(view, unit, count.span))


def _open(view: ReadingView, unit: Span, finding: Finding) -> Iterator[_Given]:
    """States set apart, or not in favour, without a position."""
    voters, cue = finding.voters, finding.cue
    if voters is None or voters.who is not Who.NAMED:
        return
    is_unclear = cue is not None and cue.stance is Stance.UNCLEAR
    if is_unclear or cue is None:
        for mention in voters.states:
            place = _place(view, unit, mention.span)
            yield _Given(mention, Position.FOR, place, place)


def _cut_off(view: ReadingView, unit: Span, clause: Clause, lexicon: Lexicon) -> Iterator[_Given]:
    """States in a fragment of a sentence: the words of their position may stand on another line."""
    text, folded = view.text[unit.start : unit.end], view.folded[unit.start : unit.end]
    is_after_cut = _ENDS.search(view.text[: unit.start][-40:].rstrip()) is None
    is_cut = is_after_cut or _ENDS.search(text.rstrip()) is None or has_seam(text, lexicon)
    if clause.findings or clause.doubts or not is_cut:
        return
    if not lexicon.heading.statement.search(folded) and not lexicon.vote.not_this_vote.search(folded):
        for mention in delegations_in(text, folded, lexicon).meant:
            place = _place(view, unit, mention.span)
            yield _Given(mention, Position.FOR, place, place)


def _unread(view: ReadingView, unit: Span, clause: Clause, lexicon: Lexicon) -> Iterator[_Given]:
    """States named in a sentence on neither a position nor the procedure: "was resisted by Malta"."""
    text, folded = view.text[unit.start : unit.end], view.folded[unit.start : unit.end]
    run, words = lexicon.procedure, lexicon.vote
    other = (run.written, run.opened, run.closed, lexicon.heading.statement, words.not_this_vote)
    if clause.findings or clause.doubts or any(pattern.search(folded) for pattern in other):
        return
    for mention in delegations_in(text, folded, lexicon).meant:
        place = _place(view, unit, mention.span)
        yield _Given(mention, Position.FOR, place, place)


def _others(view: ReadingView, unit: Span, clause: Clause) -> Iterator[Span]:
    """Where all others are said to be in favour by a sentence that names nobody: others than those before."""
    groups = [(f.voters, f.cue) for f in clause.findings if f.voters and f.cue]
    for voters, cue in groups:
        is_others = voters.who is Who.ALL and not voters.is_everyone and cue.stance is Stance.FOR
        if is_others and all(v.who is not Who.NAMED for v, _ in groups):
            yield _place(view, unit, voters.span)


def _second_vote(given: Sequence[_Given], everyone: Sequence[Stated[Position]]) -> Iterator[ReaderWarning]:
    """States that dissent before "all others were in favour", and again others before it is said again."""
    told = sorted(each.span for each in everyone if each.value is Position.FOR)
    dissents = [each.span.start for each in given if each.position is not Position.FOR]
    if len(told) < 2 or not any(start < told[0].end for start in dissents):
        return
    if any(told[0].end < start < told[1].end for start in dissents):
        yield ReaderWarning("ambiguous_vote", "a second vote seems to be told here", told[1])


def _non_member(given: _Given) -> ReaderWarning:
    message = f"{given.mention.state} was no member of the Council at the time of the vote"
    return ReaderWarning("not_a_member_state", message, given.span)


def _conflicting(given: Sequence[_Given]) -> frozenset[str]:
    positions: dict[str, set[Position]] = {}
    for each in given:
        positions.setdefault(each.mention.state, set()).add(each.position)
    return frozenset(state for state, taken in positions.items() if len(taken) > 1)


def _conflict_warnings(given: Sequence[_Given], conflicts: frozenset[str]) -> Iterator[ReaderWarning]:
    for state in sorted(conflicts):
        places = [each for each in given if each.mention.state == state]
        taken = " and ".join(dict.fromkeys(str(each.position) for each in places))
        yield ReaderWarning("two_positions", f"{state} stands at two positions: {taken}", places[-1].span)


def _once(given: Iterator[_Given]) -> Iterator[StatedPosition]:
    seen: set[str] = set()
    for each in given:
        if each.mention.state not in seen:
            seen.add(each.mention.state)
            yield StatedPosition(each.mention.state, each.position, each.span, each.clause)


def _open_warnings(
    open_exceptions: Sequence[_Given], positions: Sequence[StatedPosition], *, on: date | None
) -> Iterator[ReaderWarning]:
    settled = {p.state for p in positions}
    for each in open_exceptions:
        if each.mention.state not in settled and is_member(each.mention.state, _day(on)):
            message = f"{each.mention.state} is named in the vote, but its position is not clear"
            yield ReaderWarning("position_not_stated", message, each.span)


def _agreed(everyone: Sequence[Stated[Position]]) -> Stated[Position] | None:
    return everyone[0] if len({each.value for each in everyone}) == 1 else None


def _day(on: date | None) -> date | None:
    return on.date() if isinstance(on, datetime) else on
