"""How many voted so, by the words of a draft, held against every reading of who had a vote."""

import re
from collections.abc import Collection, Iterator

from assistant.answer import Slot, Speakers, Term
from assistant.check.ballot import sides_in
from assistant.check.case import Case
from assistant.check.claim import ClaimKind, Finding, Judgement
from assistant.check.draft import Doubt, Sentence
from assistant.check.numeral import Number, numbers_in
from assistant.check.object import has_strangers, is_of_this_vote
from assistant.check.telling import plain_cues
from corpus.cue import cues_in
from corpus.lexicon import Stance
from corpus.member_state import MEMBERS, find_states
from corpus.model import Position
from corpus.text import Span

_GAP = 60
_APART = frozenset({Stance.AGAINST, Stance.ABSTENTION})
_MOST_PLACES = 4
_WORDS_BETWEEN = 7
_STOPS = re.compile(r"[;:()]|,")


def counts_in(sentence: Sentence, case: Case) -> Iterator[Judgement]:
    """The judged numbers of votes in a sentence."""
    numbers = numbers_in(sentence)
    sides = sides_in(sentence, numbers)
    cues = cues_in(sentence.folded, sentence.lexicon)
    told = (*(side.words for side in sides), *plain_cues(sentence))
    for side in sides:
        yield _judge(sentence, case, side.number, (side.words, side.position), told)
    taken = {side.number.span for side in sides}
    places = [*(number.span for number in numbers), *(cue.span for cue in cues)]
    for cue in cues:
        number = _number_of(sentence, cue.span, numbers)
        if number is None or number.span in taken or cue.stance is Stance.UNCLEAR:
            continue
        taken.add(number.span)
        between = Span(number.span.end, max(number.span.end, cue.span.start))
        is_this = is_of_this_vote(sentence, case, cue.span, places)
        if is_this and not has_strangers(sentence, case, between):
            yield _judge(sentence, case, number, (cue.span, Position(cue.stance)), told)
        else:
            span = sentence.place(number.span.joined(cue.span))
            yield Judgement(ClaimKind.COUNT, span, Finding.NOT_CHECKABLE, f"doubt_{Doubt.OTHER_MATTER}")


def counted(sentence: Sentence, case: Case) -> frozenset[str]:
    """The states that did not vote in favour and that a sentence tells rightly by their number."""
    cues = cues_in(sentence.folded, sentence.lexicon)
    numbers = numbers_in(sentence)
    told = [(_number_of(sentence, cue.span, numbers), cue.stance) for cue in cues]
    told += [(side.number, Stance(side.position)) for side in sides_in(sentence, numbers)]
    rights = [
        case.at_position(Position(stance))
        for number, stance in told
        if number is not None and stance in _APART and len(case.at_position(Position(stance))) == number.value
    ]
    return frozenset(state for states in rights for state in states)


def _number_of(sentence: Sentence, cue: Span, numbers: tuple[Number, ...]) -> Number | None:
    """The number that a cue counts: before it, with no state or stop between, or right after it."""
    before = [n for n in numbers if n.span.end <= cue.start and cue.start - n.span.end <= _GAP]
    if before and _counts(sentence, before[-1].span, cue):
        return before[-1]
    inside = [n for n in numbers if cue.contains(n.span)]
    return inside[0] if inside else None


def _counts(sentence: Sentence, number: Span, cue: Span) -> bool:
    gap = sentence.folded[number.end : cue.start]
    text = sentence.text[number.end : cue.start]
    is_day = sentence.lexicon.months.match(gap.lstrip(" ."))
    is_cut = _STOPS.search(gap) or is_day or find_states(text, sentence.language)
    return not is_cut and len(gap.split()) <= _WORDS_BETWEEN


def _judge(
    sentence: Sentence, case: Case, number: Number, said: tuple[Span, Position], told: Collection[Span]
) -> Judgement:
    """A number of votes; ``told`` are all words for votes of the sentence, whose "no" denies nothing."""
    cue, position = said
    span = sentence.place(number.span.joined(cue))
    readings = case.readings.readings
    if sentence.is_negated(cue, *told) or _is_bounded(sentence, number.span) or case.tally.unknown:
        return Judgement(ClaimKind.COUNT, span, Finding.NOT_CHECKABLE, f"doubt_{Doubt.UNCLEAR}")
    fitting = [reading for reading in readings if reading.tally.count(position) == number.value]
    slots: dict[str, Slot] = {"n": number.value, "position": Term(f"position.{position}")}
    places = case.places_of(case.at_position(position))[:_MOST_PLACES] or case.places_of_the_rest()
    if not places:
        return Judgement(ClaimKind.COUNT, span, Finding.NOT_CHECKABLE, f"doubt_{Doubt.UNCLEAR}")
    if not fitting:
        real = {**slots, "n": case.tally.count(position)}
        return Judgement(ClaimKind.COUNT, span, Finding.CONTRADICTED, "count_other", real, places)
    rosters = {len(reading.tally.roster) for reading in fitting} | {len(MEMBERS)}
    if number.out_of is not None and number.out_of not in rosters:
        real = {"n": len(case.tally.roster)}
        return Judgement(ClaimKind.COUNT, span, Finding.CONTRADICTED, "count_roster", real, places)
    is_stated = position is not Position.FOR and len(fitting) == len(readings)
    if is_stated and case.vote.remainder is not None:
        return Judgement(ClaimKind.COUNT, span, Finding.SUPPORTED, "count", slots, places)
    derived = {**slots, "electorate": len(fitting[0].tally.roster)}
    return Judgement(ClaimKind.COUNT, span, Finding.DERIVED, "count_derived", derived, places)


def _is_bounded(sentence: Sentence, number: Span) -> bool:
    before = sentence.folded[: number.start].rstrip()
    return any(found.end() == len(before) for found in sentence.words.bounded.finditer(before))


def statements_in_number(sentence: Sentence, case: Case) -> Iterator[Judgement]:
    """ "Three statements are annexed"."""
    for found in sentence.lexicon.heading.statement.finditer(sentence.folded):
        word = Span(*found.span())
        for number in numbers_in(sentence):
            gap = sentence.folded[number.span.end : word.start]
            if number.span.end > word.start or len(gap.split()) > 1 or sentence.is_negated():
                continue
            span = sentence.place(number.span.joined(word))
            held = len(case.record.statements)
            if not held:
                continue
            is_right = held == number.value
            slots: dict[str, Slot] = {"n": held} if is_right else {"n": held, "who": Speakers(case.authors())}
            finding = Finding.SUPPORTED if is_right else Finding.CONTRADICTED
            message = "statements" if is_right else "statements_other"
            yield Judgement(ClaimKind.COUNT, span, finding, message, slots, case.author_places())
