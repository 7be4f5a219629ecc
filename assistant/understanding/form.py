"""The shape of a question, from the order of its tags.

Knows which interrogative counts. Refuses to know the matter.
"""

from functools import lru_cache

from assistant.question import Form
from assistant.understanding.named_position import positions_of
from assistant.understanding.phrasebook import Mark
from assistant.understanding.reading import RIGHT, WRONG, Reading

_INTERROGATIVES = {
    "interrogative.why": Form.WHY,
    "interrogative.how_many": Form.HOW_MANY,
    "interrogative.who": Form.WHO,
    "interrogative.which": Form.WHICH,
    "interrogative.when": Form.WHEN,
    "interrogative.where": Form.WHERE,
    "interrogative.how": Form.HOW,
    "interrogative.what": Form.WHAT,
}
_TAGS = frozenset({"negation.tag", RIGHT, WRONG})
_LEADING = frozenset({"politeness.filler", "follow_up.and", "negation.tag"})
_RESULTS = ("object.adopted", "object.rejected", "object.reached")
_GREEK_MARK = ";"
_PREDICATES = frozenset({"object.unanimity", "object.adopted", "object.rejected"})
_IF = "hypothetical.if"
_FEW = 4
_COLON = ":"
_NEAR_START = 1


@lru_cache(maxsize=64)
def form_of(reading: Reading) -> Form:
    """The shape of the question: by its first interrogative, else by how it begins."""
    start = _start(reading)
    asking = reading.asking
    led = _after_colon(reading)
    if led and any(mark.start >= led for mark in asking):
        start, asking = led, tuple(mark for mark in asking if mark.start >= led)
    for mark in asking:
        opens = mark.start <= start or mark.end - mark.start > 1
        if "interrogative.yes_no" in mark.tags and opens and not _supposes(reading, mark):
            return Form.YES_NO
        if "interrogative.list" in mark.tags and mark.start <= start:
            return Form.LIST
        if "interrogative.tell" in mark.tags and mark.start <= start:
            told = Form.LIST if reading.has("interrogative.list") else Form.WHAT
            return next((form for tag, form in _INTERROGATIVES.items() if reading.has(tag)), told)
        for tag, form in _INTERROGATIVES.items():
            if tag in mark.tags:
                return form
        if "interrogative.what_weak" in mark.tags and _opens(reading, mark, start):
            return Form.WHAT
    has_tag = bool(reading.tags & _TAGS)
    asked = "?" in reading.text or reading.text.rstrip().endswith(_GREEK_MARK) or has_tag
    tagged = has_tag and "?" in reading.text
    if (
        reading.length <= _FEW
        and not tagged
        and not (asked and reading.length > 2 and (reading.entities.states or reading.tags & _PREDICATES))
        and not (asked and any(reading.has(tag) for tag in _RESULTS))
    ):
        return Form.KEYWORDS
    about_vote = reading.has("object.vote") or reading.has("object.author") or bool(positions_of(reading))
    of_all = reading.has("object.states") or reading.has("object.everyone")
    if not asked and of_all and about_vote and not reading.entities.states:
        return Form.LIST
    if reading.has(WRONG):
        return Form.KEYWORDS  # "is he wrong?": what is so, without a yes that could be taken for the claim's
    return Form.YES_NO if asked or about_vote else Form.KEYWORDS


def _after_colon(reading: Reading) -> int:
    """The token behind the last colon, where what is asked on is told before it: "CM 1/26: did it pass?"."""
    ends = (at + 1 for at, token in enumerate(reading.tokens) if token.text == _COLON)
    return max(ends, default=0)


def _supposes(reading: Reading, mark: Mark) -> bool:
    """Whether an "if" opens the question and a question word follows: "if Denmark is out, how many …"."""
    conditional = any(
        other.start == mark.start and any(tag.startswith(_IF) for tag in other.tags)
        for other in reading.marks
    )
    return conditional and any(
        other.start > mark.end and other.tags & {"interrogative.how_many", "interrogative.who"}
        for other in reading.asking
    )


def _opens(reading: Reading, mark: Mark, start: int) -> bool:
    """Whether a word that may also be a conjunction ("que", "che") stands where a question begins."""
    before = reading.tokens[mark.start - 1] if mark.start else None
    has_accent = not reading.tokens[mark.start].text.isascii()  # "qué" asks, "que" may join
    return has_accent or mark.start <= start + _NEAR_START or (before is not None and not before.is_word)


def _start(reading: Reading) -> int:
    """The token the question proper begins at, after politeness and "and"."""
    at = 0
    for mark in reading.marks:
        gap = reading.tokens[at : mark.start]
        if not all(not token.is_word for token in gap):
            break
        if not (mark.tags & _LEADING):
            return mark.start
        at = mark.end
    return next((i for i in range(at, len(reading.tokens)) if reading.tokens[i].is_word), at)
