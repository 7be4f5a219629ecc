"""The vote as a notice states it: every clause read, then held against the others.

Knows what contradicts: a state at two positions, a number that is not the number of names, an
exception without a position. What contradicts is left out, with a warning; and with it the
remainder, since "all other delegations" would then say too much.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from corpus.cue import Cue
from corpus.finding import Clause, Finding
from corpus.headcount import Headcount, count_warnings, counted_remainder, headcount_in, miscounted
from corpus.lexicon import Lexicon, Stance
from corpus.member_state import StateMention, is_member
from corpus.model import Position, ReaderWarning, Stated, StatedPosition
from corpus.reading import ReadingView
from corpus.sentence import split_after
from corpus.text import Span
from corpus.title_mask import Masks
from corpus.unit import clauses_of
from corpus.unread import cut_off_in, unread_in
from corpus.unsettled import EXCEPTION
from corpus.voter import Voters, Who

_LONGEST_CLAUSE = 160
_MOST_CHARACTERS = 200_000
_TOO_LONG = "the notice is too long; from here on its vote was not read"
_TAINTING = frozenset({"ambiguous_vote", "unknown_name", "position_without_voter"})


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
    within, beyond = split_after(units, _MOST_CHARACTERS)
    told = tuple(clauses_of(view, within, lexicon, masks))
    found = [(unit, finding) for unit, clause in told for finding in clause.findings]
    given = [each for unit, finding in found for each in _given(view, unit, finding)]
    everyone = [each for unit, finding in found for each in _remainder(view, unit, finding)]
    counts = [each for unit, finding in found for each in _counts(view, unit, finding, lexicon)]
    members = [g for g in given if is_member(g.mention.state, _day(on))]
    conflicts = _conflicting(members)
    warnings = [
        *(_too_long(view, unit) for unit in beyond),
        *(each for unit, clause in told for each in _clause_warnings(view, unit, clause)),
        *(_non_member(g) for g in given if not is_member(g.mention.state, _day(on))),
        *_second_vote(members, everyone),
        *_bare_exceptions(view, told, given),
        *_conflict_warnings(members, conflicts),
    ]
    positions = tuple(_once(g for g in members if g.mention.state not in conflicts))
    unsettled = [*(each for unit, finding in found for each in _open(view, unit, finding))]
    unsettled += _unsettled(view, told, lexicon, is_told=bool(everyone))
    doubts = [*_open_warnings(unsettled, positions, on=on), *count_warnings(counts, positions, on=on)]
    positions = tuple(p for p in positions if p.position not in miscounted(counts, positions))
    is_tainted = bool(conflicts or doubts or any(w.code in _TAINTING for w in warnings))
    remainder = _agreed(everyone) or counted_remainder(counts, positions, on=on)
    return RollCall(positions, None if is_tainted else remainder, (*warnings, *doubts))


def _clause_warnings(view: ReadingView, unit: Span, clause: Clause) -> Iterator[ReaderWarning]:
    for code, text, span in clause.doubts:
        yield ReaderWarning(code, text, _place(view, unit, span))


def _bare_exceptions(
    view: ReadingView, told: Sequence[tuple[Span, Clause]], given: Sequence[_Given]
) -> Iterator[ReaderWarning]:
    """Exceptions that name nobody, where no sentence names anybody that was not in favour."""
    if any(each.position is not Position.FOR for each in given):
        return
    for unit, clause in told:
        for span in clause.exceptions:
            yield ReaderWarning("position_without_voter", EXCEPTION, _place(view, unit, span))


def _unsettled(
    view: ReadingView, told: Sequence[tuple[Span, Clause]], lexicon: Lexicon, *, is_told: bool
) -> Iterator[_Given]:
    """States in sentences that were not understood.

    A whole sentence counts before "all others were in favour" only; where nobody says so, before the
    last that gives a position.
    """
    others = [span for unit, clause in told for span in _others(view, unit, clause)]
    if not is_told:
        others = [_place(view, unit, _whole(unit)) for unit, clause in told if clause.findings]
    for unit, clause in told:
        for mention in cut_off_in(view, unit, clause, lexicon):
            yield _named(view, unit, mention)
        for mention in unread_in(view, unit, clause, lexicon):
            each = _named(view, unit, mention)
            if each.span < max(others, default=each.span):
                yield each


def _too_long(view: ReadingView, unit: Span) -> ReaderWarning:
    return ReaderWarning("ambiguous_vote", _TOO_LONG, _place(view, unit, Span(0, 1)))


def _place(view: ReadingView, unit: Span, span: Span) -> Span:
    return view.span(unit.start + span.start, unit.start + span.end)


def _whole(unit: Span) -> Span:
    return Span(0, len(unit))


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
            yield _named(view, unit, mention)


def _named(view: ReadingView, unit: Span, mention: StateMention) -> _Given:
    """A state that is named in the vote; its position is not known, and stands for nothing."""
    place = _place(view, unit, mention.span)
    return _Given(mention, Position.FOR, place, place)


def _others(view: ReadingView, unit: Span, clause: Clause) -> Iterator[Span]:
    """Where all others are said to be in favour by a sentence that names nobody: others than those before."""
    groups = [(f.voters, f.cue) for f in clause.findings if f.voters and f.cue]
    for voters, cue in groups:
        is_others = voters.who is Who.ALL and not voters.is_everyone and cue.stance is Stance.FOR
        if is_others and all(v.who is not Who.NAMED for v, _ in groups):
            yield _place(view, unit, voters.span)


def _second_vote(given: Sequence[_Given], everyone: Sequence[Stated[Position]]) -> Iterator[ReaderWarning]:
    """States that dissent before or behind "all others were in favour", and others where it is said again."""
    told = sorted(each.span for each in everyone if each.value is Position.FOR)
    dissents = [each.span.start for each in given if each.position is not Position.FOR]
    if len(told) < 2 or not any(start < told[0].end or told[1].end < start for start in dissents):
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
