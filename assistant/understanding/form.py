"""The shape of a question and the positions it speaks of, from the order of its tags.

Knows which interrogative counts, when a preposition is a vote, and negation. Refuses to know
the matter.
"""

from collections.abc import Sequence
from functools import lru_cache

from assistant.question import Form
from assistant.understanding.phrasebook import Mark
from assistant.understanding.reading import RIGHT, WRONG, Reading
from corpus.model import Position

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
_BY_TAG = {f"position.{position}": position for position in Position}
_BESIDE = frozenset(f"position.{position}_{side}" for position in Position for side in ("after", "before"))
_VOTES = frozenset({"object.vote", "object.tally"})
_RESULTS = ("object.adopted", "object.rejected", "object.reached")
_OBJECTION = "object.objection"  # raised by nobody in particular: a vote against; by a state: what it says
_GREEK_MARK = ";"
_PREDICATES = frozenset({"object.unanimity", "object.adopted", "object.rejected"})
_SAYING = frozenset({"object.statement", "object.explain", "object.author", "interrogative.why"})
_AFTER_VOTE = 1
_BEFORE_VOTE = 4
_IF = "hypothetical.if"
_WHICH = "interrogative.which"
_AFTER_VERB = 2  # "rechazó Bratislava la decisión": the subject may stand behind its verb
_FEW = 4
_NEAR_START = 1
_NEGATED_VERB = 2  # "didn't …?" expects a yes; "is it false that …?" does not


@lru_cache(maxsize=64)
def form_of(reading: Reading) -> Form:
    """The shape of the question: by its first interrogative, else by how it begins."""
    start = _start(reading)
    for mark in reading.asking:
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


@lru_cache(maxsize=64)
def position_marks(reading: Reading) -> tuple[tuple[Position, Mark], ...]:
    """The positions named, with their marks, in order; a preposition counts only beside a vote.

    Right beside one ("votes for") it always does, further off only where nothing clearer is said.
    """
    votes = [mark for mark in reading.marks if mark.tags & _VOTES]
    clear = any(_strong(mark) for mark in reading.marks)
    acts = not clear or reading.has("scope.or")
    reach = (0, 0) if clear else (_AFTER_VOTE, _BEFORE_VOTE)
    found: list[tuple[Position, Mark]] = []
    for mark in reading.marks:
        if _is_price(mark, reading):
            continue
        met = _strong(mark) or _weak(mark, votes, reach) or (_act(mark, reading) if acts else [])
        found += [(position, mark) for position in met]
    if not found and (votes or reading.entities.mentions or _asks_for_states(reading)):
        found = [(position, mark) for mark in reading.marks[-1:] for position in _last(mark, reading)]
    if not found and not reading.entities.mentions:
        found = [(Position.AGAINST, mark) for mark in reading.marks if _OBJECTION in mark.tags]
    if not found and _is_absence(reading):
        found = [(Position.NOT_PARTICIPATING, mark) for mark in votes[:1]]
    return tuple(found)


def _is_price(mark: Mark, reading: Reading) -> bool:
    """Whether a preposition stands before a number: "tegen 20 000 euro" is at a price."""
    behind = reading.tokens[mark.end : mark.end + 1]
    return mark.end - mark.start == 1 and any(token.is_number for token in behind) and reading.has("unit.EUR")


def positions_of(reading: Reading) -> tuple[Position, ...]:
    """The positions named, each once, in order."""
    return tuple(dict.fromkeys(position for position, _ in position_marks(reading)))


def is_negated(reading: Reading) -> bool:
    """Whether an odd number of negations stands on what is asked.

    "Nobody" and a determiner ("no statement", "ninguna declaración") do not add up with "not":
    many languages say both.
    """
    if reading.has("negation.none") or _is_absence(reading):
        return False
    count = sum(_counts(mark, reading) for mark in _main_clause(reading))
    unsaid = reading.has("negation.no") and (bool(reading.tags & _SAYING) or not positions_of(reading))
    return count % 2 == 1 or (count == 0 and unsaid)


def _main_clause(reading: Reading) -> Sequence[Mark]:
    """The marks before an "if" that stands behind why somebody voted so ("Why abstain, if it cannot …?")."""
    positions = [mark.end for _, mark in position_marks(reading)]
    behind = (
        mark.start
        for mark in reading.marks
        if any(tag.startswith("hypothetical.if") for tag in mark.tags)
        and positions
        and positions[0] <= mark.start
    )
    cut = next(behind, len(reading.tokens)) if reading.has("interrogative.why") else len(reading.tokens)
    return [mark for mark in reading.marks if mark.start < cut]


def _counts(mark: Mark, reading: Reading) -> bool:
    """Whether a mark negates; a yes/no question that begins with a negated verb expects a yes."""
    if "negation.neither" in mark.tags:
        return True
    first_state = min((mention.at for mention in reading.entities.mentions), default=1)
    is_verb = mark.end - mark.start <= _NEGATED_VERB
    rhetorical = is_verb and mark.start < first_state and form_of(reading) is Form.YES_NO
    return "negation.not" in mark.tags and not rhetorical


def _is_absence(reading: Reading) -> bool:
    """Why does Denmark not vote: no position is named, the vote itself is denied."""
    denied = any("negation.not" in mark.tags for mark in reading.marks)
    named = any(_strong(mark) or mark.tags & _BESIDE or _act(mark, reading) for mark in reading.marks)
    told = reading.has("object.statement") or reading.has("object.explain")
    return denied and not named and reading.has("object.vote") and not told


def _strong(mark: Mark) -> list[Position]:
    return [position for tag, position in _BY_TAG.items() if tag in mark.tags]


def _act(mark: Mark, reading: Reading) -> list[Position]:
    """Approved or rejected as a state's own act: said of a state before it, or of "who"."""
    if not mark.tags & {f"position.{position}_act" for position in Position}:
        return []
    asks_who = reading.has("interrogative.who") or reading.has("object.states") or _is_asked(mark, reading)
    supposes = any(mark.end <= other.start <= mark.end + _AFTER_VERB for other in _suppositions(reading))
    alone = supposes or reading.has("interrogative.how_many")
    beside = mark.start if alone else mark.end + _AFTER_VERB
    acting = asks_who or any(mention.at < beside for mention in reading.entities.mentions)
    return [position for position in Position if acting and f"position.{position}_act" in mark.tags]


def _is_asked(mark: Mark, reading: Reading) -> bool:
    """Whether "which" stands before an act and asks for nothing else: "Vilka drev igenom det?"."""
    asks = [other.end for other in reading.asking if _WHICH in other.tags and other.end <= mark.start]
    between = (other for other in reading.marks if asks and asks[-1] <= other.start < mark.start)
    return bool(asks) and not any(tag.startswith("object.") for other in between for tag in other.tags)


def _suppositions(reading: Reading) -> Sequence[Mark]:
    """Where a condition begins: "adottat kieku l-Ġermanja …" says nothing of what Germany adopted."""
    return [m for m in reading.marks if any(tag.startswith("hypothetical.if") for tag in m.tags)]


def _weak(mark: Mark, votes: Sequence[Mark], reach: tuple[int, int]) -> list[Position]:
    """A bare preposition ("for", "voor", "pour") as a position, by how near a vote is."""
    after, before = reach
    if not mark.tags & _BESIDE:
        return []
    return [
        position
        for position in Position
        if any(
            (f"position.{position}_after" in mark.tags and vote.end <= mark.start <= vote.end + after)
            or (f"position.{position}_before" in mark.tags and mark.end <= vote.start <= mark.end + before)
            for vote in votes
        )
    ]


def _asks_for_states(reading: Reading) -> bool:
    if reading.has("interrogative.who") or reading.has("interrogative.how_many"):
        return True
    of_all = reading.has("object.states") or reading.has("object.everyone") or reading.has("scope.most")
    return of_all and not reading.has("interrogative.what")


def _last(mark: Mark, reading: Reading) -> list[Position]:
    """A preposition the sentence ends with: "whom did they vote … for?"; not "how long was it open for?"."""
    if reading.has("time.duration") or any(token.is_word for token in reading.tokens[mark.end :]):
        return []
    return [position for position in Position if f"position.{position}_after" in mark.tags]
