"""What a short question takes over from the one before it, by name.

Knows repetition ("say that in French", "how do you know?", "in euros?"), "why?" and "the rest";
``ellipsis.py`` knows the others. A question that stands on its own takes nothing over but the
procedure that is being talked about.
"""

from collections.abc import Callable
from dataclasses import replace

from assistant.question import Form, Intent, Refusal, Understanding
from assistant.understanding import (
    companions,
    continuation,
    currency,
    ellipsis,
    other_act,
    reckoning,
    second_half,
)
from assistant.understanding.reading import Reading

_BRIEF = 6
_TINY = 3
_WHOLE = ("intent", "states", "positions", "topics", "speaker", "amounts", "procedure")
_OF_THE_PROCEDURE = ("object.", "time.opened", "time.closed", "time.in_force", "time.document")
_SAID = frozenset({Intent.FIGURE, Intent.STATEMENT, Intent.QUOTATION, Intent.PASSAGE})
_POOL = frozenset({Intent.POOL_COMPUTATION, Intent.FIGURE})
_POOL_TOPICS = frozenset({"relocation", "financial_contribution", "pool", "needs", "effective_solidarity"})
_QUOTED = frozenset({Intent.STATEMENT, Intent.REASON})  # these answer in the words themselves
_DATA_PERIOD = "data_period"
_UNITS = {
    "follow_up.euros": "financial_contribution",
    "follow_up.relocations": "relocation",
    "follow_up.percent": None,
}


def followed(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding:
    """The understanding with the slots it takes over from the previous one."""
    if fresh.refusal is Refusal.NON_MEMBER:
        return fresh
    for resolve in _RESOLVERS:
        found = resolve(fresh, reading, previous)
        if found is not None:
            return found
    return fresh


def language_wanted(reading: Reading) -> str | None:
    """The language an answer is asked in ("in French"), where one is named."""
    for before, mark in zip((None, *reading.marks), reading.marks, strict=False):
        named = next((tag.partition(".")[2] for tag in mark.tags if tag.startswith("language_name.")), None)
        led = before is not None and "follow_up.translate" in before.tags and before.end == mark.start
        if named is not None and (led or "follow_up.translate" in mark.tags or reading.length <= _TINY - 1):
            return named
    return None


def _translation(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """Say that in French: the same once more."""
    wanted = language_wanted(reading)
    if wanted is None or reading.length > _BRIEF or fresh.states:
        return None
    return replace(previous, question=fresh.question, language=wanted, carried=_WHOLE)


def _evidence(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """How do you know, show me the sentence: about what was answered."""
    if fresh.intent not in {Intent.EVIDENCE, Intent.QUOTATION} or reading.length > _BRIEF + 4:
        return None
    if fresh.states or fresh.topics or fresh.positions or fresh.amounts:
        return None
    if previous.intent in _QUOTED and fresh.intent is Intent.QUOTATION:
        return replace(previous, question=fresh.question, carried=_WHOLE)
    taken = ("states", "positions", "topics", "speaker", "amounts", "excluded", "others", "negated", "aspect")
    return ellipsis.take(fresh, previous, taken)


def _unit(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """In euros: the same figure in another unit."""
    tag = next((tag for tag in _UNITS if reading.has(tag)), None)
    speaks_of_pool = previous.intent in _POOL or bool(set(previous.topics) & _POOL_TOPICS)
    if tag is None or reading.length > _BRIEF or not speaks_of_pool:
        return None
    topic = _UNITS[tag]
    taken = ellipsis.take(fresh, previous, ("states", "speaker", "aspect"))
    computes = topic is None or previous.intent is Intent.POOL_COMPUTATION
    return replace(
        taken,
        intent=Intent.POOL_COMPUTATION if computes else Intent.FIGURE,
        aspect=taken.aspect or ("coverage" if computes else None),
        form=previous.form,
        topics=previous.topics if topic is None else (topic,),
        refusal=None,
        premises=(),
        carried=("intent", *taken.carried),
    )


def _why(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """Why, or did it give a reason: the reasons of whoever was spoken of."""
    bare = not (fresh.states or fresh.topics or fresh.positions or fresh.amounts)
    of_one = reading.has("interrogative.why") and fresh.intent is Intent.PASSAGE and bool(previous.states)
    asks = fresh.form is Form.WHY or of_one
    if not (asks and bare) or reading.length > _BRIEF or fresh.intent is Intent.OUTCOME:
        return None
    if not previous.states and not previous.positions:
        return replace(previous, question=fresh.question, form=Form.WHY, carried=_WHOLE)
    taken = ellipsis.take(fresh, previous, ("states", "groups", "positions", "excluded", "others", "negated"))
    positions = taken.positions if not previous.states else ()
    return replace(taken, intent=Intent.REASON, positions=positions, refusal=None)


def _rest(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """What about the others: everybody but those spoken of."""
    if not fresh.others or fresh.states or reading.length > _BRIEF:
        return None
    own = fresh.intent not in {Intent.PASSAGE, Intent.REFUSED, Intent.COMPARISON}
    intent = fresh.intent if own else previous.intent
    of_list = not previous.states and bool(previous.positions) and not fresh.positions
    return replace(
        fresh,
        intent=Intent.POSITION_LIST if intent is Intent.STATE_POSITION else intent,
        form=fresh.form if own else previous.form,
        positions=fresh.positions or (previous.positions if of_list else ()),
        negated=not previous.negated if of_list else fresh.negated,
        topics=fresh.topics or previous.topics,
        excluded=previous.states or previous.excluded,
        refusal=None,
        carried=("intent", "positions", "excluded"),
    )


def _time_of(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """And in which years: when, of what was said."""
    of_period = set(fresh.topics) == {_DATA_PERIOD} and reading.has("follow_up.and")
    asks = fresh.form is Form.WHEN or reading.has("time.year") or of_period
    if not asks or reading.length > _BRIEF or fresh.states or fresh.positions or not previous.topics:
        return None
    if previous.intent not in _SAID or any(tag.startswith(_OF_THE_PROCEDURE) for tag in _told(reading)):
        return None
    bare = replace(fresh, topics=()) if of_period else fresh
    taken = ellipsis.take(bare, previous, ("states", "speaker", "topics"))
    return replace(taken, intent=Intent.STATEMENT, form=Form.WHEN, refusal=None, date_kind=None)


def _told(reading: Reading) -> frozenset[str]:
    """What is said beside the question words: "counting from when" speaks of no beginning."""
    asked = {at for mark in reading.asking for at in range(mark.start, mark.end)}
    return frozenset(tag for mark in reading.marks if mark.start not in asked for tag in mark.tags)


def _more(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """Tell me more: the same, at more length."""
    if (
        not reading.has("follow_up.again")
        or reading.length > _BRIEF
        or fresh.states
        or fresh.topics
        or fresh.positions
    ):
        return None
    return replace(previous, question=fresh.question, aspect=previous.aspect or "more", carried=_WHOLE)


_RESOLVERS: tuple[Callable[[Understanding, Reading, Understanding], Understanding | None], ...] = (
    currency.still,
    _translation,
    _evidence,
    reckoning.of_previous,
    _unit,
    _time_of,
    ellipsis.supposed,
    _why,
    companions.alongside,
    _rest,
    other_act.other_act,
    ellipsis.other_state,
    ellipsis.other_position,
    continuation.said,
    continuation.needed,
    continuation.share,
    continuation.people,
    continuation.margin,
    continuation.missing,
    continuation.reckoned,
    continuation.amount,
    continuation.other_amount,
    continuation.authors,
    ellipsis.which,
    ellipsis.one_of_them,
    continuation.of_those_named,
    ellipsis.among,
    ellipsis.pronoun,
    ellipsis.theme,
    _more,
    second_half.second_half,
)
