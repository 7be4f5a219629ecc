"""What each unit of a notice says of the vote: a row of a table, or a clause; or nothing of it.

Knows which units speak of other things, and which cannot be believed: where letters of another script
or characters that turn the text round make people read something else than what is written.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.clause import Clause, read_clause, without_positions
from corpus.grid import read_grids
from corpus.lexicon import Lexicon
from corpus.oddity import disguise_in
from corpus.reading import ReadingView
from corpus.text import Span
from corpus.title_mask import Masks

_ITEM = re.compile(r"\s*(?:[-–—•·▪◦*]|\(?\w{1,3}[.)])\s")
_STOPS = re.compile(r"[.!?;:][\"')\]*]*$")


def clauses_of(
    view: ReadingView, units: Sequence[Span], lexicon: Lexicon, masks: Masks
) -> Iterator[tuple[Span, Clause]]:
    """Each unit with what it says."""
    rows = {row.unit: Clause(row.findings, row.doubts) for row in read_grids(view, units, lexicon)}
    for unit in units:
        if disguise := disguise_in(view.source.quote(view.span(unit.start, unit.end))):
            yield unit, Clause(doubts=(("ambiguous_vote", f"not what it seems: {disguise}", _whole(unit)),))
        else:
            yield unit, rows.get(unit) or _whole_sentence(view, unit, _clause(view, unit, lexicon, masks))


def _whole_sentence(view: ReadingView, unit: Span, clause: Clause) -> Clause:
    """The clause, with a doubt where its sentence breaks off: at a comma, or a paragraph without a stop."""
    text = view.text[unit.start : unit.end].rstrip()
    is_prose = "\n" not in text and not _ITEM.match(text) and any(f.cue and f.voters for f in clause.findings)
    is_wrapped = "\n" in view.source.quote(view.span(unit.start, unit.end))
    if is_prose and (text.endswith(",") or (is_wrapped and not _STOPS.search(text))):
        doubt = ("ambiguous_vote", "the sentence breaks off", _whole(unit))
        return replace(clause, doubts=(*clause.doubts, doubt))
    return clause


def _whole(unit: Span) -> Span:
    return Span(0, len(unit))


def _clause(view: ReadingView, unit: Span, lexicon: Lexicon, masks: Masks) -> Clause:
    folded = view.folded[unit.start : unit.end]
    if _is_about_other_things(folded, lexicon):
        return Clause()
    clause = read_clause(view.text[unit.start : unit.end], folded, lexicon, masks.within(unit))
    return without_positions(clause) if lexicon.vote.announced.search(folded) else clause


def _is_about_other_things(folded: str, lexicon: Lexicon) -> bool:
    """A condition, another vote, or the sentence on where the statements are to be found."""
    words = lexicon.heading
    is_on_statements = words.statement.search(folded) is not None and (
        words.annex.search(folded) is not None or words.minutes.search(folded) is not None
    )
    is_hedged = _is_hedged(folded.lstrip(), lexicon)
    return is_on_statements or is_hedged or lexicon.vote.not_this_vote.search(folded) is not None


def _is_hedged(folded: str, lexicon: Lexicon) -> bool:
    """Whether a sentence begins with "if", and not with a longer phrase such as Polish "jeżeli chodzi o"."""
    hedged, longer = lexicon.vote.hedged.match(folded), lexicon.vote.transparent.match(folded)
    return hedged is not None and (longer is None or longer.end() <= hedged.end())
