"""What each unit of a notice says of the vote: a row of a table, or a clause; or nothing of it.

Knows which units speak of other things, and which cannot be believed: where letters of another script
or characters that turn the text round make people read something else than what is written.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.breakage import breaks_in
from corpus.clause import read_clause
from corpus.echo import with_echoes
from corpus.finding import Clause, without_positions
from corpus.footnote import with_notes
from corpus.former import opens_with_place
from corpus.grid import read_grids
from corpus.legend import read_by_letters
from corpus.lexicon import Lexicon
from corpus.oddity import disguise_in
from corpus.reading import ReadingView
from corpus.stretch import told_apart
from corpus.text import Span
from corpus.title_mask import Masks
from corpus.voter import Who

_ASIDE = re.compile(r"\s[–—-]\s[^–—;:]{3,120}?\s[–—-](?=\s)|\([^()]{3,120}\)")


def clauses_of(
    view: ReadingView, units: Sequence[Span], lexicon: Lexicon, masks: Masks
) -> Iterator[tuple[Span, Clause]]:
    """Each unit with what it says, names in notes where their position is said."""
    units = _with_names_before(view, units, lexicon, masks)
    told = tuple(with_echoes(view, tuple(_read(view, units, lexicon, masks)), lexicon))
    yield from with_notes(view, told, lexicon)


def _read(
    view: ReadingView, units: Sequence[Span], lexicon: Lexicon, masks: Masks
) -> Iterator[tuple[Span, Clause]]:
    rows = {row.unit: Clause(row.findings, row.doubts) for row in read_grids(view, units, lexicon)}
    rows |= dict(read_by_letters(view, units, lexicon))
    for unit in units:
        if disguise := disguise_in(view.source.quote(view.span(unit.start, unit.end))):
            yield unit, Clause(doubts=(("ambiguous_vote", f"not what it seems: {disguise}", _whole(unit)),))
        else:
            clause = rows[unit] if unit in rows else _clause(view, unit, lexicon, masks)
            breaks = () if unit in rows else breaks_in(view, unit, clause, lexicon)
            yield unit, replace(clause, doubts=(*clause.doubts, *breaks))


def _with_names_before(
    view: ReadingView, units: Sequence[Span], lexicon: Lexicon, masks: Masks
) -> Sequence[Span]:
    """The units, one that tells positions by the place in a list joined to the one with the list."""
    joined: list[Span] = []
    for unit in units:
        if joined and opens_with_place(view.folded[unit.start : unit.end], lexicon):
            whole = joined[-1].joined(unit)
            clause = _clause(view, whole, lexicon, masks)
            named = [f for f in clause.findings if f.voters and f.voters.who is Who.NAMED]
            behind = [f for f in named if f.cue and f.cue.span.start >= unit.start - whole.start]
            if len(behind) == len(named) > 1 and not clause.doubts:
                joined[-1] = whole
                continue
        joined.append(unit)
    return joined


def _whole(unit: Span) -> Span:
    return Span(0, len(unit))


def _clause(view: ReadingView, unit: Span, lexicon: Lexicon, masks: Masks) -> Clause:
    text, folded = view.text[unit.start : unit.end], view.folded[unit.start : unit.end]
    if _is_about_other_things(folded, lexicon):
        return Clause()
    others = [Span(*found.span()) for found in lexicon.vote.not_this_vote.finditer(folded)]
    asides = [a for a in _asides(folded) if any(a.contains(other) for other in others)]
    apart = told_apart(text, folded, lexicon)
    asides += apart
    text, folded = _blanked(text, apart), _blanked(folded, apart)
    clause = read_clause(text, folded, lexicon, tuple(sorted((*masks.within(unit), *asides))))
    if any(not _hold(asides, other) for other in others):
        return _of_another_vote(clause)
    told = [Span(*found.span()) for found in lexicon.vote.announced.finditer(folded)]
    return clause if all(_hold(asides, each) for each in told) else without_positions(clause)


def _blanked(text: str, places: Sequence[Span]) -> str:
    """The text with nothing at the places but blanks, so that what stands around them is read as one."""
    for place in places:
        text = text[: place.start] + " " * len(place) + text[place.end :]
    return text


def _of_another_vote(clause: Clause) -> Clause:
    """Nothing, where a sentence tells of another vote only; every position open, where it tells of two."""
    cues = [finding.cue for finding in clause.findings if finding.cue]
    return without_positions(clause) if len(cues) > 1 else Clause()


def _asides(folded: str) -> list[Span]:
    return [Span(*found.span()) for found in _ASIDE.finditer(folded)]


def _hold(asides: Sequence[Span], place: Span) -> bool:
    return any(aside.contains(place) for aside in asides)


def _is_about_other_things(folded: str, lexicon: Lexicon) -> bool:
    """A condition, or the sentence on where the statements are to be found."""
    words = lexicon.heading
    is_on_statements = words.statement.search(folded) is not None and (
        words.annex.search(folded) is not None or words.minutes.search(folded) is not None
    )
    return is_on_statements or _is_hedged(folded.lstrip(), lexicon)


def _is_hedged(folded: str, lexicon: Lexicon) -> bool:
    """Whether a sentence begins with "if", and not with a longer phrase such as Polish "jeżeli chodzi o"."""
    hedged, longer = lexicon.vote.hedged.match(folded), lexicon.vote.transparent.match(folded)
    return hedged is not None and (longer is None or longer.end() <= hedged.end())
