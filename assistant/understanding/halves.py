"""Where two questions are joined that both ask for themselves, whichever word the second begins with.

"How did Spain vote, and was it adopted?": each half, read alone, is a whole question. Knows joints, and what
a half must hold to be one. Refuses to part what is one thing said of two: two states, two sides of a
comparison, a supposition and what it supposes.
"""

from collections.abc import Iterator
from functools import cache
from typing import Protocol

from assistant.question import Form, Intent
from assistant.understanding import cues, reading
from assistant.understanding.half import OPENING, Half, read_half
from assistant.understanding.phrasebook import Mark
from assistant.understanding.reading import Reading
from assistant.understanding.token import fold

_AND, _TOO = "and", "too"
_IF, _SUPPOSED = "hypothetical.if", "hypothetical."
_FOLLOW_UP = "follow_up"
_FEW, _NEAR = 3, 2
_SURE = frozenset(
    {
        Intent.STATE_POSITION, Intent.POSITION_LIST, Intent.POSITION_COUNT, Intent.OUTCOME, Intent.MAJORITY,
        Intent.STATEMENT_AUTHORS, Intent.PARTICIPATION, Intent.COMPARISON, Intent.BLOCKING, Intent.REASON,
        Intent.WHAT_IF, Intent.TURNING, Intent.TALLY,
    }
)  # fmt: skip
_ON_RECORD = frozenset(
    {
        Intent.STATE_POSITION, Intent.POSITION_LIST, Intent.POSITION_COUNT, Intent.OUTCOME, Intent.MAJORITY,
        Intent.STATEMENT_AUTHORS, Intent.TALLY, Intent.DATE, Intent.DOCUMENT,
    }
)  # fmt: skip
_RELATING = frozenset(
    {Form.WHICH, Form.WHAT, Form.WHY, Form.WHEN}
)  # "…, which voted against", "…, when asked"
_COMMA = ","
_OF_WHOM = frozenset({"interrogative.who"})
_OF_WORDS = ("object.say", "object.request", "stance.")
_TURN = "follow_up.if_so"
_OF_THOSE_ASKED = frozenset({Form.WHO, Form.WHICH, Form.LIST, Form.HOW_MANY, Form.WHY})
_TWO_SIDED = frozenset({"object.comparison", "object.shortfall", "scope.between"})
_MEASURES = frozenset({"object.population", "object.states", "object.coverage", "object.figure"})
_RULE = frozenset({"object.majority", "object.threshold"})


class _AreTwo(Protocol):
    def __call__(self, before: Half, after: Half, *, is_parted: bool) -> bool: ...


def joints_of(found: Reading) -> Iterator[int]:
    """The tokens that say "and", where no set phrase holds them ("search and rescue")."""
    inside = {
        at
        for mark in found.marks
        if not any(tag.startswith(_FOLLOW_UP) for tag in mark.tags)
        for at in range(mark.start, mark.end)
    }
    joining = _joining(found.language)
    said = ((at, token) for at, token in enumerate(found.tokens) if at and at not in inside)
    joints = (at for at, t in said if t.folded in joining and found.text[t.start - 1].isspace())
    return (at for at in joints if not _joins_numbers(found, at))


def _joins_numbers(found: Reading, at: int) -> bool:
    """Whether a joint stands between two numbers, which are one thing asked: "the 175 000 and the 59 000"."""
    return found.tokens[at - 1].is_number and any(t.is_number for t in found.tokens[at + 1 : at + 1 + _NEAR])


def without_joint(question: str, language: str) -> str:
    """A second question without the "and" it begins with, beginning small as it was written."""
    found = reading.read(question, language)
    begin = next((at for at, t in enumerate(found.tokens) if t.folded not in _joining(language)), 0)
    return question[found.tokens[begin].start :].strip() if found.tokens else ""


def turn_in(found: Reading) -> Mark | None:
    """The words that lead to another question whatever the first one's answer: "and if not, how …"."""
    asked = {mark.start for mark in found.asking}
    for mark in found.marks:
        begins = found.tokens[mark.end : mark.end + 1]
        leads = any(token.text == _COMMA for token in begins) or mark.end in asked
        if _TURN in mark.tags and mark.start and leads and any(at >= mark.end for at in asked):
            return mark
    return None


def cuts_in(found: Reading) -> list[int]:
    """The tokens at which a second, a third whole question begins."""
    cuts: list[int] = []
    begin = 0
    for at, are_two in _places(found):
        end = found.tokens[at].start
        before = read_half(found.text[begin:end], found.language)
        after = read_half(found.text[found.tokens[at].end :], found.language)
        if are_two(before, after, is_parted=found.tokens[at - 1].text == _COMMA):
            cuts.append(at)
            begin = end
    return cuts


def _places(found: Reading) -> list[tuple[int, _AreTwo]]:
    """Where a second question may begin, and what decides it: "and", or a comma and a question word."""
    asked = {mark.start for mark in found.asking}
    commas = (at for at, token in enumerate(found.tokens) if token.text == _COMMA and at + 1 in asked)
    joints = [(at, _are_two) for at in joints_of(found)]
    return sorted([*joints, *((at, _are_strung) for at in commas)], key=lambda place: place[0])


def _are_strung(before: Half, after: Half, *, is_parted: bool) -> bool:
    """Whether two questions stand side by side: "When did it end, who voted against, was it adopted?"."""
    plain = before.intent in _ON_RECORD and before.opens and before.is_whole and after.is_whole
    relates = after.shape in _RELATING or (after.shape is Form.WHO and before.shape in _OF_THOSE_ASKED)
    one = relates or before.shape is Form.YES_NO or before.intent is after.intent or is_parted
    return plain and after.opens_at_once and not one and not before.found.first(_SUPPOSED)


def asks_on(found: Reading, cut: int) -> bool:
    """Whether a question word alone ends what is asked of somebody's words: "za co dziękuje i komu?"."""
    words = [at for at in range(cut, len(found.tokens)) if found.tokens[at].is_word]
    asked = [mark for mark in found.asking if mark.start > cut and mark.tags <= _OF_WHOM]
    told = (mark for mark in found.marks if mark.end <= cut)
    of_words = any(tag.startswith(_OF_WORDS) for mark in told for tag in mark.tags)
    return of_words and bool(asked) and len(words) <= _NEAR and asked[-1].end > words[-1]


def _are_two(before: Half, after: Half, *, is_parted: bool) -> bool:
    """Whether both sides of a joint ask for themselves."""
    if OPENING in after.found.text or _is_one_thing(before, after, is_parted=is_parted):
        return False
    if not (before.is_whole and after.is_whole):
        return _is_one_strange(before, after, is_parted=is_parted)
    if before.only_names and (before.intent is after.intent or before.found.length <= _FEW):
        return False
    supposes_on = before.found.first(_IF) is not None and after.is_said_only
    singles_out = before.shape in _OF_THOSE_ASKED and after.is_said_only and not after.has_subject
    if after.opens and not supposes_on and not singles_out:
        return not _lists_on(before, after) or (before.opens and not after.is_said_only)
    return after.is_said_only and _goes_on_anew(before, after, is_parted=is_parted)


def _is_one_strange(before: Half, after: Half, *, is_parted: bool) -> bool:
    """Whether one side can be answered and the other asks what nothing here knows: that is to be said."""
    if before.found.first(_IF) or _lists_on(before, after):
        return False
    if before.is_whole and before.opens:
        return after.is_strange and (after.opens or (is_parted and after.is_said_only))
    asks = before.is_refused or (before.opens and before.is_strange)
    return asks and after.is_whole and after.opens and (after.has_subject or not after.is_said_only)


def _goes_on_anew(before: Half, after: Half, *, is_parted: bool) -> bool:
    """Whether a second half that no question word opens asks for itself: "… y la decisión fue aprobada"."""
    if before.found.first(_SUPPOSED) or _lists_on(before, after) or after.intent not in _SURE:
        return False
    asks = before.opens or is_parted
    named = before.found.entities.states and before.shape not in _OF_THOSE_ASKED
    return bool(asks and (after.has_subject or named)) and before.intent is not after.intent


def _is_one_thing(before: Half, after: Half, *, is_parted: bool) -> bool:
    """Whether what is joined are the two sides of one matter."""
    sided = before.found.tags & _TWO_SIDED and not is_parted and not after.is_said_only
    is_sided = len(before.found.entities.states) > 1 or any(True for _ in joints_of(before.found))
    measured = before.predicates <= _MEASURES and bool(after.predicates & _RULE) and not is_parted
    return measured or bool(sided and not is_sided)


def _lists_on(before: Half, after: Half) -> bool:
    """Whether a list runs on over the joint: "with Hungary and Slovakia against", "175 000 and 59 000"."""
    if before.found.amounts and after.found.tokens[0].is_number:
        return True
    named = [mention.at for mention in before.found.entities.mentions]
    goes_on = [mention.at for mention in after.found.entities.mentions]
    words = [at for at, token in enumerate(before.found.tokens) if token.is_word]
    if not named or not goes_on or named[-1] < words[-_NEAR:][0]:
        return False
    return goes_on[0] <= _NEAR and not any(
        mark.start < goes_on[0] for mark in (*after.found.marks, *after.found.asking)
    )


@cache
def _joining(language: str) -> frozenset[str]:
    """The single words that join two questions in a language."""
    said = cues.data_file(language if language in cues.languages() else cues.FALLBACK)[_FOLLOW_UP]
    return frozenset(map(fold, said[_AND])) - frozenset(map(fold, said[_TOO]))
