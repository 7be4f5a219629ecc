"""States named in sentences that say neither a position nor anything else that is known.

Knows that who is named there may have dissented in words that were not understood.
"""

import re
from collections.abc import Iterator

from corpus.breakage import has_seam
from corpus.finding import Clause
from corpus.lexicon import Lexicon
from corpus.member_state import StateMention
from corpus.mention import delegations_in
from corpus.reading import ReadingView
from corpus.text import Span

_ENDS = re.compile(r"[.!?;:][\"')\]*]*$")


def cut_off_in(view: ReadingView, unit: Span, clause: Clause, lexicon: Lexicon) -> Iterator[StateMention]:
    """States in a fragment of a sentence: the words of their position may stand on another line."""
    text, folded = view.text[unit.start : unit.end], view.folded[unit.start : unit.end]
    is_after_cut = _ENDS.search(view.text[: unit.start][-40:].rstrip()) is None
    is_cut = is_after_cut or _ENDS.search(text.rstrip()) is None or has_seam(text, lexicon)
    if clause.findings or clause.doubts or not is_cut:
        return
    if not lexicon.heading.statement.search(folded) and not lexicon.vote.not_this_vote.search(folded):
        yield from delegations_in(text, folded, lexicon).meant


def unread_in(view: ReadingView, unit: Span, clause: Clause, lexicon: Lexicon) -> Iterator[StateMention]:
    """States named in a sentence on neither a position nor the procedure: "was resisted by Malta"."""
    text, folded = view.text[unit.start : unit.end], view.folded[unit.start : unit.end]
    run, words = lexicon.procedure, lexicon.vote
    other = (run.written, run.opened, run.closed, lexicon.heading.statement, words.not_this_vote)
    if clause.findings or clause.doubts or any(pattern.search(folded) for pattern in other):
        return
    yield from delegations_in(text, folded, lexicon).meant
