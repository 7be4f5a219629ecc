"""What shows that part of a sentence on the vote is lost: it has no beginning, no end, nobody to except from.

Knows how a sentence is whole: it begins with a capital, ends with a stop, and sets states apart from
others that it names. Whose position is lost with the rest, nobody can know.
"""

import re
from collections.abc import Iterator

from corpus.adjacent import DISSENTS
from corpus.finding import Clause, Doubt
from corpus.lexicon import Lexicon, Stance
from corpus.phrase import fold
from corpus.reading import ReadingView
from corpus.text import Span
from corpus.torn_name import torn_names_in
from corpus.voter import Who

_ITEM = re.compile(r"\s*(?:[-–—•·▪◦*|]|\(?\w{1,3}[.)])\s")
_STOPS = re.compile(r"[.!?;:][\"')\]*]*$")
_LEADS = re.compile(r"[\w)][:;,][\"')\]*]*\s*$")
_CAPITAL_INSIDE = re.compile(r"[^\W\d_A-ZÀ-Þ]\s(?P<word>[A-ZÀ-Þ][a-zß-ÿ]{1,4})\s")
_ROW = re.compile(r"[^:.]{1,60}:")


def breaks_in(view: ReadingView, unit: Span, clause: Clause, lexicon: Lexicon) -> Iterator[Doubt]:
    """Where a sentence that gives positions breaks off, or has lost its beginning."""
    text = view.text[unit.start : unit.end].rstrip()
    if not any(f.cue and f.voters for f in clause.findings):
        return
    whole = Span(0, len(unit))
    yield from torn_names_in(view, unit, lexicon)
    if _is_cut_off_exception(clause, view.folded[unit.start : unit.end], lexicon):
        yield "ambiguous_vote", "all are said to be in favour, and some before them not to be", whole
    if "\n" in text or _ITEM.match(text):
        return
    is_wrapped = "\n" in view.source.quote(view.span(unit.start, unit.end))
    if (text.endswith(",") and not _is_whole_row(text, clause)) or (is_wrapped and not _STOPS.search(text)):
        yield "ambiguous_vote", "the sentence breaks off", whole
    if _begins_in_the_middle(view, unit, text):
        yield "ambiguous_vote", "the sentence has no beginning", whole
    voters = [f.voters for f in clause.findings if f.voters]
    if any(v.is_excepted for v in voters) and all(v.who is Who.NAMED for v in voters):
        yield "ambiguous_vote", "it is not said from whom the exception is made", whole


def _is_whole_row(text: str, clause: Clause) -> bool:
    """Whether a row that ends in a comma holds all its names: closed by a bracket, or counted."""
    counted = [f for f in clause.findings if f.voters and f.cue and f.cue.count == len(f.voters.states)]
    return _ROW.match(text) is not None and (text.endswith("),") or len(counted) == len(clause.findings))


def has_seam(text: str, lexicon: Lexicon) -> bool:
    """Whether an article with a capital stands in mid-sentence: "Denmark and Ireland took The Regulation"."""
    return any(
        lexicon.vote.articles.fullmatch(fold(found["word"])) for found in _CAPITAL_INSIDE.finditer(text)
    )


def _is_cut_off_exception(clause: Clause, folded: str, lexicon: Lexicon) -> bool:
    """Whether states are set apart before "all delegations" without a word of exception.

    Behind it they may be: "all delegations voted in favour, Romania abstaining".
    """
    paired = [(f.voters, f.cue.stance) for f in clause.findings if f.voters and f.cue]
    everyone = [v.span for v, stance in paired if v.is_everyone and stance is Stance.FOR]
    named = [v.span for v, stance in paired if v.who is Who.NAMED and stance in DISSENTS]
    is_before = bool(everyone and named) and min(named) < min(everyone)
    return is_before and lexicon.vote.except_.search(folded) is None


def _begins_in_the_middle(view: ReadingView, unit: Span, text: str) -> bool:
    """Whether prose begins with a small letter, behind nothing that leads on to it."""
    is_small = text[:1].islower() and text != text.lower() and view.text[: unit.start].strip() != ""
    return (
        is_small
        and not _ROW.match(text)
        and not _LEADS.search(view.text[max(0, unit.start - 8) : unit.start])
    )
