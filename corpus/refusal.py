"""Why a text is no notice that ends a written procedure: it opens one, mentions none, or tells no result."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.lexicon import Lexicon
from corpus.model import Act
from corpus.moment import dates_in
from corpus.procedure_run import ProcedureRun
from corpus.reading import ReadingView
from corpus.text import Span


@dataclass(frozen=True, slots=True)
class Told:
    """What a text tells that may be a notice: its body (folded), its units, the day it bears."""

    body: str
    units: Sequence[Span]
    dated: date | None


def why_no_notice(
    view: ReadingView, told: Told, lexicon: Lexicon, run: ProcedureRun, acts: Sequence[Act]
) -> tuple[str, str] | None:
    """What is wrong, and where; None where the text is a notice."""
    words, votes = lexicon.procedure, [act.vote for act in acts]
    is_dateless = run.closed_at is None and run.extended_to is None
    opens = "the notice opens a procedure", "in the body"
    if is_dateless and words.opening.search(told.body):
        return opens
    if run.extended_to is None and any(_asks_for_votes(view, unit, told, lexicon) for unit in told.units):
        return opens
    is_voted = any(vote.positions or vote.remainder for vote in votes)
    is_over = any(vote.adopted or vote.majority_reached or vote.remainder for vote in votes)
    is_named = words.written.search(view.folded if is_voted else told.body) is not None
    if is_over or (is_voted and run.end):
        return None if is_named else ("no written procedure is mentioned", "in the body")
    if not is_named:
        return "no written procedure is mentioned", "in the body"
    if words.opening.search(told.body):
        return opens
    ends = (words.closed, words.extended, words.withdrawn, words.no_result)
    is_ended = run.end is not None and any(pattern.search(told.body) for pattern in ends)
    return None if is_ended or run.silence else ("no result is stated", "after the header")


def _asks_for_votes(view: ReadingView, unit: Span, told: Told, lexicon: Lexicon) -> bool:
    """Whether a sentence asks for replies by a day that is still to come."""
    folded = view.folded[unit.start : unit.end]
    if told.dated is None or lexicon.procedure.opening.search(folded) is None:
        return False
    days = (found.value for found in dates_in(folded, lexicon) if found.value is not None)
    return any(date(day.year, day.month, day.day) > told.dated for day in days)
