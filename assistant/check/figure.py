"""Figures in a draft and who is said to give them, held against the claims of the record.

A figure of a record is somebody's claim: told as a fact, or as somebody else's, it is misattributed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answer import Quantity, Slot, Speakers
from assistant.check.case import Case
from assistant.check.claim import ClaimKind, Finding, Judgement
from assistant.check.draft import Sentence
from assistant.check.threshold import percents_in
from assistant.citing import location
from assistant.counting.pool import ClaimedFigure
from corpus.figures import read_figures
from corpus.lexicon import lexicon
from corpus.member_state import MEMBERS, find_states
from corpus.model import Figure
from corpus.reading import read_view
from corpus.text import SourceText, Span

_COMMISSION = "Commission"
_PERCENT = "percent"
_MOST_SHOWN = 4


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure of the draft, and whose it is told as; ``speaker`` is None where no state is named."""

    figure: Figure
    speaker: str | None
    is_commission: bool
    is_council: bool


def figures_in(sentence: Sentence, case: Case) -> Iterator[Judgement]:
    """The judged figures of a sentence."""
    view = read_view(SourceText(sentence.text))
    found = tuple(read_figures(view, (Span(0, len(view.text)),), sentence.lexicon, "draft"))
    percents = percents_in(sentence)
    is_on_rule = sentence.words.majority.search(sentence.folded) or sentence.words.blocking.search(
        sentence.folded
    )
    plain = [f for f in found if not (f.unit == _PERCENT and (is_on_rule or not percents))]
    swapped = _swapped(sentence, case, plain)
    for figure in plain:
        told = _told(sentence, figure)
        if figure in swapped:
            yield _contradiction(sentence, (told, swapped[figure]), "figure_swapped")
        else:
            yield _judge(sentence, case, told)


def _told(sentence: Sentence, figure: Figure) -> _Told:
    states = {m.state for m in find_states(sentence.text, sentence.language) if m.state in MEMBERS}
    is_attributed = sentence.words.attributed.search(sentence.folded) is not None
    commission = sentence.lexicon.speaker.commission.search(sentence.folded) is not None
    council = sentence.words.council.search(sentence.folded) is not None
    speaker = (
        next(iter(states))
        if len(states) == 1 and is_attributed and not (council and not commission)
        else None
    )
    return _Told(figure, speaker, commission, council and not states)


def _judge(sentence: Sentence, case: Case, told: _Told) -> Judgement:
    span = sentence.place(told.figure.span)
    same = [c for c in case.pool.claimed if c.figure.unit == told.figure.unit]
    right = [c for c in same if c.figure.value == told.figure.value]
    if not right:
        return _wrong(sentence, case, told, same)
    if sentence.is_negated():
        return Judgement(ClaimKind.FIGURE, span, Finding.NOT_CHECKABLE, "doubt_negated")
    if told.speaker is not None and sentence.words.acted.search(sentence.folded):
        return Judgement(ClaimKind.FIGURE, span, Finding.NOT_CHECKABLE, "doubt_unclear")
    own = [c for c in right if told.speaker in c.statement.speakers]
    claim = (own or right)[0]
    finding, message = _attribution(told, claim, is_own=bool(own))
    slots: dict[str, Slot] = {"who": Speakers(claim.statement.speakers), "value": _quantity(claim)}
    return Judgement(ClaimKind.FIGURE, span, finding, message, slots, (claim.place, claim.sentence))


def _attribution(told: _Told, claim: ClaimedFigure, *, is_own: bool) -> tuple[Finding, str]:
    """Whether a right figure is told as whose it is."""
    is_reported = claim.figure.reports == _COMMISSION
    if is_own and told.figure.reports == _COMMISSION and not is_reported:
        return Finding.DERIVED, "figure_misattributed"
    if is_own and claim.figure.bound not in {None, told.figure.bound}:
        return Finding.DERIVED, "figure_bound"
    if is_own and is_reported and not told.is_commission:
        return Finding.DERIVED, "figure_reported"
    if is_own and told.figure.bound in {None, claim.figure.bound}:
        return Finding.SUPPORTED, "figure"
    if is_own:
        return Finding.DERIVED, "figure_bound"
    if told.is_commission and is_reported and told.speaker is None:
        return Finding.DERIVED, "figure_reported"
    if told.speaker is None and not told.is_commission and not told.is_council:
        return Finding.DERIVED, "figure_unattributed"
    return Finding.DERIVED, "figure_misattributed"


def _wrong(sentence: Sentence, case: Case, told: _Told, same: Sequence[ClaimedFigure]) -> Judgement:
    """A figure that nobody in the record gives: against its speaker's own, where these are known."""
    span = sentence.place(told.figure.span)
    own = [c for c in same if told.speaker in c.statement.speakers]
    known = [place for place in case.known if _holds(place.quote, told.figure)]
    if known:
        return Judgement(ClaimKind.FIGURE, span, Finding.NOT_CHECKABLE, "figure_known", {}, tuple(known[:1]))
    if own and not sentence.is_negated():
        return _contradiction(sentence, (told, own), "figure_other")
    return Judgement(ClaimKind.FIGURE, span, Finding.NOT_CHECKABLE, "doubt_unclear")


def _contradiction(
    sentence: Sentence, said: tuple[_Told, Sequence[ClaimedFigure]], message: str
) -> Judgement:
    told, own = said
    shown = own[:_MOST_SHOWN]
    slots: dict[str, Slot] = {
        "who": Speakers(shown[0].statement.speakers),
        "values": tuple(_quantity(c) for c in shown),
    }
    places = tuple(dict.fromkeys(c.place for c in shown))
    span = sentence.place(told.figure.span)
    return Judgement(ClaimKind.FIGURE, span, Finding.CONTRADICTED, message, slots, places)


def _swapped(
    sentence: Sentence, case: Case, figures: Sequence[Figure]
) -> dict[Figure, tuple[ClaimedFigure, ...]]:
    """Figures told the other way round than the record: "30 000 instead of 962"."""
    word = sentence.lexicon.speaker.instead.search(sentence.folded)
    found: dict[Figure, tuple[ClaimedFigure, ...]] = {}
    if word is None:
        return found
    for figure in figures:
        roles = {
            c.role: c
            for c in case.pool.claimed
            if c.role and (c.figure.unit, c.figure.value) == (figure.unit, figure.value)
        }
        is_before = figure.span.end <= word.start()
        others = [
            f for f in figures if f.unit == figure.unit and (f.span.end <= word.start()) is not is_before
        ]
        role = next(iter(roles)) if len(roles) == 1 else None
        if others and role is not None and (role == "actual") is not is_before:
            found[figure] = tuple(roles.values())
    return found


def _quantity(claim: ClaimedFigure) -> Quantity:
    return Quantity(claim.figure.value, claim.figure.unit)


def _holds(text: str, figure: Figure) -> bool:
    """Whether one of our notes (in English) gives the figure."""
    view = read_view(SourceText(text))
    read = read_figures(view, (Span(0, len(view.text)),), lexicon("en"), location.COUNCIL)
    return any((f.unit, f.value) == (figure.unit, figure.value) for f in read)
