"""Who voted how, by the words of a draft: each state, all others, nobody, held against the tally.

Reads the draft with the same reader as a notice. Refuses to support what follows only by rule.
"""

from collections.abc import Iterable, Iterator, Mapping

from assistant.answer import EvidenceKind, Slot, States, Term
from assistant.check.case import Case
from assistant.check.claim import ClaimKind, Finding, Judgement
from assistant.check.count import counted
from assistant.check.draft import Doubt, Sentence
from assistant.check.numeral import numbers_in
from assistant.check.object import is_led_by_another, is_of_this_vote
from assistant.check.telling import Said, doubt_of, is_plain, read_votes, set_apart
from assistant.counting.tally import MemberVote
from corpus.model import Position
from corpus.text import Span
from corpus.voter import Who

_NEAR_ONLY = 24
_WORST_FIRST = (Finding.CONTRADICTED, Finding.NOT_CHECKABLE, Finding.DERIVED, Finding.SUPPORTED)


def votes_in(sentence: Sentence, case: Case, named: frozenset[str]) -> Iterator[Judgement]:
    """The judged votes of a sentence; ``named`` are states that sentences before set apart."""
    found = read_votes(sentence)
    apart = named | set_apart((sentence,)) | counted(sentence, case)
    places = [place for said in found.said for place in (said.voters.span, said.cue.span)]
    for said in found.said:
        doubt = Doubt.UNCLEAR if found.is_open else doubt_of(sentence, said)
        ends = (said.cue.span, _end_of(said))
        if doubt is None and not all(is_of_this_vote(sentence, case, each, places) for each in ends):
            doubt = Doubt.OTHER_MATTER
        if doubt is not None:
            yield _judged(sentence, said.span, Finding.NOT_CHECKABLE, f"doubt_{doubt}")
        elif said.voters.who is Who.NAMED:
            found_ = _worst_at_a_place(_named(sentence, case, said))
            is_led = is_led_by_another(sentence, case, said.voters.span, places)
            yield from (_plainly(each, is_plain=is_plain(sentence, said) and not is_led) for each in found_)
        elif said.voters.who is Who.ALL and not _is_numbered(sentence, said):
            yield _all(sentence, case, said, apart | set(found.excepted))
        elif said.voters.who is Who.NONE:
            yield _none(sentence, case, said)


def _is_numbered(sentence: Sentence, said: Said) -> bool:
    """Whether all others are told by their number, which is judged as such: "the remaining 21"."""
    return any(said.span.contains(number.span) for number in numbers_in(sentence))


def _end_of(said: Said) -> Span:
    """Where what is told of a vote ends: behind the voters, where their position stands first."""
    at = said.voters.span.end
    return Span(at, at) if said.cue.span.end <= said.voters.span.start else said.cue.span


def _worst_at_a_place(judged: Iterable[Judgement]) -> Iterator[Judgement]:
    """One verdict a place, the worst: of a group that is named as one, some may have voted otherwise."""
    worst: dict[Span, Judgement] = {}
    for each in judged:
        held = worst.setdefault(each.span, each)
        if _WORST_FIRST.index(each.finding) < _WORST_FIRST.index(held.finding):
            worst[each.span] = each
    yield from worst.values()


def _plainly(judged: Judgement, *, is_plain: bool) -> Judgement:
    """A vote that is right but not plainly told is not checkable."""
    if is_plain or judged.finding is Finding.CONTRADICTED:
        return judged
    return Judgement(judged.kind, judged.span, Finding.NOT_CHECKABLE, f"doubt_{Doubt.UNCLEAR}")


def _named(sentence: Sentence, case: Case, said: Said) -> Iterator[Judgement]:
    states = tuple(dict.fromkeys(mention.state for mention in said.voters.states))
    if _is_exclusive(sentence, said):
        yield _exclusive(sentence, case, said, states)
        return
    judged = [(m, _judge_state(case, m.state, said)) for m in said.voters.states]
    if len({(finding, message) for _, (finding, message, _) in judged}) == 1 and len(states) > 1:
        finding, message, position = judged[0][1]
        if finding is not Finding.CONTRADICTED or len({p for _, (_, _, p) in judged}) == 1:
            yield _of_states(sentence, case, said.span, (states, finding, message, position))
            return
    for mention, (finding, message, position) in judged:
        span = said.span if len(judged) == 1 else mention.span
        yield _of_states(sentence, case, span, ((mention.state,), finding, message, position))


def _of_states(
    sentence: Sentence,
    case: Case,
    span: Span,
    judged: tuple[tuple[str, ...], Finding, str, Position | None],
) -> Judgement:
    states, finding, message, position = judged
    if finding is Finding.NOT_CHECKABLE or position is None:
        return _judged(sentence, span, Finding.NOT_CHECKABLE, f"doubt_{Doubt.UNCLEAR}")
    slots: Mapping[str, Slot] = {"states": States(states), "position": Term(f"position.{position}")}
    return Judgement(ClaimKind.VOTE, sentence.place(span), finding, message, slots, case.places_of(states))


def _judge_state(case: Case, state: str, said: Said) -> tuple[Finding, str, Position | None]:
    """The verdict on one state, its message, and where the state really stood."""
    votes = case.votes_of(state)
    if not votes or any(vote.position is None for vote in votes):
        return Finding.NOT_CHECKABLE, "doubt_unclear", None
    fits = [(vote.position is said.position) is not said.denied for vote in votes]
    real = votes[0].position
    if not any(fits):
        return Finding.CONTRADICTED, "vote_other", real
    if not all(fits):
        return Finding.DERIVED, "vote_reading", real
    return _right(votes[0])


def _right(vote: MemberVote) -> tuple[Finding, str, Position | None]:
    if vote.evidence is EvidenceKind.STATED:
        return Finding.SUPPORTED, "vote", vote.position
    message = "vote_derived" if vote.evidence is EvidenceKind.DERIVED else "vote_reading"
    return Finding.DERIVED, message, vote.position


def _is_exclusive(sentence: Sentence, said: Said) -> bool:
    """Whether "only", "alone" stands by the voters or their position."""
    near = Span(max(0, said.voters.span.start - _NEAR_ONLY), said.voters.span.end + _NEAR_ONLY)
    found = (Span(*match.span()) for match in sentence.words.only.finditer(sentence.folded))
    return any(near.contains(only) or said.span.contains(only) for only in found)


def _exclusive(sentence: Sentence, case: Case, said: Said, states: tuple[str, ...]) -> Judgement:
    """ "Only Hungary voted against": it and nobody else did."""
    real = case.at_position(said.position)
    is_stated = said.position is not Position.FOR and not said.denied
    if not is_stated or not real:
        return _judged(sentence, said.span, Finding.NOT_CHECKABLE, f"doubt_{Doubt.UNCLEAR}")
    finding = Finding.SUPPORTED if set(real) == set(states) else Finding.CONTRADICTED
    message = "vote" if finding is Finding.SUPPORTED else "vote_only"
    return _of_states(sentence, case, said.span, (real, finding, message, said.position))


def _all(sentence: Sentence, case: Case, said: Said, apart: frozenset[str]) -> Judgement:
    """ "All others voted in favour": every member that the draft does not set apart."""
    tally = case.tally
    remainder = case.vote.remainder
    others = [vote for vote in tally.votes if vote.state not in apart]
    strays = tuple(v.state for v in others if v.position not in {said.position, Position.NOT_PARTICIPATING})
    if said.denied or tally.unknown or remainder is None:
        return _judged(sentence, said.span, Finding.NOT_CHECKABLE, f"doubt_{Doubt.UNCLEAR}")
    if strays:
        return _of_states(
            sentence, case, said.span, (strays, Finding.CONTRADICTED, "vote_all_not", said.position)
        )
    return Judgement(
        ClaimKind.VOTE, sentence.place(said.span), Finding.DERIVED, "vote_all", {}, case.places_of_the_rest()
    )


def _none(sentence: Sentence, case: Case, said: Said) -> Judgement:
    """ "No delegation voted against"."""
    real = case.at_position(said.position)
    if real and not said.denied:
        slots = (real, Finding.CONTRADICTED, "vote_other", said.position)
        return _of_states(sentence, case, said.span, slots)
    unknown = bool(case.tally.unknown) or said.denied
    if unknown or case.vote.remainder is None:
        return _judged(sentence, said.span, Finding.NOT_CHECKABLE, f"doubt_{Doubt.UNCLEAR}")
    places = case.places_of_the_rest()
    slots_: Mapping[str, Slot] = {"position": Term(f"position.{said.position}")}
    return Judgement(ClaimKind.VOTE, sentence.place(said.span), Finding.DERIVED, "vote_none", slots_, places)


def _judged(sentence: Sentence, span: Span, finding: Finding, message: str) -> Judgement:
    return Judgement(ClaimKind.VOTE, sentence.place(span), finding, message)
