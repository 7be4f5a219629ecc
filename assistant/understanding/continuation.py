"""What a short question asks further of an answer: how many people that is, by how much, how those voted.

Each function gives None where it does not apply, as those of ``ellipsis.py`` do. Knows no language.
"""

from dataclasses import replace

from assistant.question import Form, Intent, Understanding
from assistant.understanding import ordinary, stance
from assistant.understanding.ellipsis import take
from assistant.understanding.reading import Reading

AUTHORS = "authors"
"""The aspect of a question on how those voted who made a statement."""
_LONGEST = 14
_BRIEF, _TINY = 8, 3
_MINIMUM = "minimum"
_SEVERAL = 2
_OPEN = frozenset({Intent.PASSAGE, Intent.REFUSED})
_ON_MAJORITY = frozenset({Intent.MAJORITY, Intent.OUTCOME})
_ON_VOTES = _ON_MAJORITY | {
    Intent.POPULATION,
    Intent.TALLY,
    Intent.POSITION_COUNT,
    Intent.POSITION_LIST,
}
_ON_FIGURES = frozenset({Intent.FIGURE, Intent.POOL_COMPUTATION})
_NAMING = frozenset(
    {
        Intent.POSITION_LIST, Intent.POSITION_COUNT, Intent.STATE_POSITION, Intent.STATEMENT_AUTHORS,
        Intent.REASON, Intent.COMPARISON,
    }
)  # fmt: skip


def people(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """What share of the people is that: of those at the position spoken of, or of the states."""
    spoken = previous.positions or previous.states
    own = fresh.states or fresh.positions or fresh.others or fresh.amounts or fresh.aspect
    on_all = reading.has("object.procedure")  # "what share of the people stood behind the decision"
    asks = fresh.intent is Intent.POPULATION and fresh.form is not Form.YES_NO
    if not asks or reading.length > _LONGEST or own or on_all or not spoken or previous.intent not in _NAMING:
        return None
    slots = ("positions", "negated", "excluded") if not previous.states else ("states",)
    return replace(take(fresh, previous, slots), refusal=None)


def missing(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """And how many were missing, after a blocking minority: votes, and no figures."""
    asks = reading.has("object.shortfall") and fresh.form is Form.HOW_MANY and reading.length <= _BRIEF
    own = fresh.states or fresh.positions or fresh.topics or fresh.amounts or fresh.matters
    if not asks or own or previous.intent not in {Intent.BLOCKING, Intent.TURNING}:
        return None
    return replace(fresh, intent=Intent.TURNING, aspect=None, refusal=None, carried=("intent",))


def margin(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """By how much, after whether the majority was reached."""
    asks = fresh.form is Form.HOW_MANY and fresh.intent in _OPEN and reading.length <= _TINY
    if not asks or previous.intent not in _ON_MAJORITY:
        return None
    return replace(fresh, intent=Intent.MAJORITY, aspect="margin", refusal=None, carried=("intent",))


def said(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """And what did it ask for, after a question on one state: what its statement says of that."""
    own = fresh.states or fresh.positions or fresh.amounts or fresh.others or fresh.documents
    speaks = reading.has("object.say") and fresh.form not in {Form.WHO, Form.WHICH, Form.YES_NO}
    open_ = fresh.intent in _OPEN or (fresh.intent is Intent.DATE and reading.has("object.request"))
    longest = _LONGEST if fresh.form is Form.WHEN else _BRIEF
    if own or not (speaks and open_) or reading.length > longest or len(previous.states) != 1:
        return None
    stood = (name for name in stance.STANCES if reading.has(f"{stance.PREFIX}{name}"))
    slots = ("states", "topics") if fresh.form is Form.WHEN and not fresh.topics else ("states",)
    taken = take(fresh, previous, slots)
    told = replace(taken, intent=Intent.STATEMENT, aspect=next(stood, None), speaker=previous.states[0])
    return replace(told, refusal=None, premises=(), date_kind=None)


def needed(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """And how much was needed, after the share or number in favour: what the majority takes."""
    own = fresh.states or set(fresh.topics) - {_MINIMUM} or fresh.amounts or fresh.positions
    asks = (reading.has("object.threshold") or _MINIMUM in fresh.topics) and fresh.form in {
        Form.HOW_MANY,
        Form.WHAT,
        Form.WHICH,
    }
    if not asks or own or reading.length > _BRIEF or previous.intent not in _ON_VOTES:
        return None
    return replace(fresh, intent=Intent.MAJORITY, aspect="threshold", refusal=None, carried=("intent",))


def amount(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """And how much was it to be, after a figure: the figure with what it is set against."""
    asks = fresh.form is Form.HOW_MANY and fresh.intent in _OPEN and reading.length <= _BRIEF
    own = fresh.states or fresh.positions or fresh.topics or fresh.amounts
    if not asks or own or previous.intent not in _ON_FIGURES:
        return None
    of_another = bool(
        ordinary.unexplained(reading)
    )  # "… and how much is the whole aid?": not what was asked of
    taken = take(
        fresh, previous, ("states", "speaker", *(() if of_another else ("topics", "amounts", "aspect")))
    )
    return replace(taken, intent=previous.intent, refusal=None, premises=())


def other_amount(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """And of the 600 million, after what share of the relocations: the same of another figure."""
    joins = reading.has("follow_up.and") or reading.has("follow_up.what_about")
    own = fresh.states or fresh.positions or fresh.documents or fresh.others
    if previous.intent is not Intent.POOL_COMPUTATION or own or not (fresh.amounts and joins):
        return None
    if fresh.intent not in _OPEN | {Intent.FIGURE} or reading.length > _BRIEF:
        return None
    kept = replace(take(fresh, previous, ("states", "speaker")), intent=previous.intent, form=previous.form)
    return replace(kept, aspect=previous.aspect, refusal=None, premises=())


def share(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """By what share then, after a supposition: the same, which tells the share."""
    own = fresh.states or fresh.positions or fresh.topics or fresh.amounts
    asks = reading.has("unit.percent") or reading.has("object.coverage") or fresh.form is Form.HOW_MANY
    asks = asks or reading.has("object.population") or reading.has("object.figure")
    if previous.intent is not Intent.WHAT_IF or own or not asks or reading.length > _LONGEST:
        return None
    if fresh.intent not in _OPEN | _ON_FIGURES | {Intent.POPULATION, Intent.MAJORITY}:
        return None
    kept = ("states", "positions", "switches", "negated", "aspect")
    whole = {name: getattr(previous, name) for name in kept}
    return replace(
        fresh, intent=Intent.WHAT_IF, form=Form.HOW_MANY, refusal=None, premises=(), carried=kept, **whole
    )


def authors(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """And how did each of them vote, after who made statements: those who did."""
    asks = fresh.intent is Intent.TALLY and fresh.form in {Form.HOW, Form.WHAT}
    points = reading.has("follow_up.pronoun") or reading.has("object.everyone") or reading.length <= _BRIEF
    of_all = previous.intent is Intent.STATEMENT_AUTHORS and not previous.states and not previous.positions
    if not (asks and points and of_all) or previous.negated or fresh.states or fresh.positions:
        return None
    return replace(fresh, intent=Intent.STATE_POSITION, aspect=AUTHORS, refusal=None, carried=("intent",))


def of_those_named(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """Which of the two explained itself: of the states spoken of before, who made a statement."""
    own = fresh.states or fresh.positions or fresh.topics or fresh.others
    singles_out = fresh.form in {Form.WHO, Form.WHICH, Form.WHAT} and reading.length <= _LONGEST
    named = any(
        reading.has(tag) for tag in (f"number.{len(previous.states)}", "scope.both", "follow_up.pronoun")
    )
    asks = fresh.intent is Intent.STATEMENT_AUTHORS or reading.has("object.explain")
    if own or not (singles_out and named and asks) or len(previous.states) < _SEVERAL:
        return None
    return replace(
        take(fresh, previous, ("states",)), intent=Intent.STATEMENT_AUTHORS, speaker=None, refusal=None
    )


def reckoned(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """And 74.66 of 600, after what share one figure is of another: the same of these two."""
    bare = not (fresh.states or fresh.positions or fresh.documents or fresh.provisions)
    asks = fresh.intent in _ON_FIGURES | _OPEN and fresh.form in {Form.KEYWORDS, Form.YES_NO}
    if not (bare and asks) or len(fresh.amounts) < _SEVERAL or reading.length > _BRIEF:
        return None
    if previous.intent is not Intent.POOL_COMPUTATION or len(previous.amounts) < _SEVERAL:
        return None
    same = replace(fresh, intent=previous.intent, aspect=previous.aspect, form=previous.form)
    return replace(same, refusal=None, premises=(), carried=("intent", "aspect"))
