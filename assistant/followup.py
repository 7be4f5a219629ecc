"""What a short question takes over from the one before it, by name.

Knows ellipsis ("and Spain?", "why?", "in euros?") and pronouns. A question that stands on its
own takes nothing over but the procedure that is being talked about.
"""

from collections.abc import Callable
from dataclasses import replace

from assistant.question import Form, Intent, Understanding
from assistant.reading import Reading

_BRIEF = 6
_TINY = 3
_WHOLE = ("intent", "states", "positions", "topics", "speaker", "amounts", "procedure")
_NEEDS_STATE = frozenset(
    {Intent.STATE_POSITION, Intent.REASON, Intent.STATEMENT, Intent.FIGURE, Intent.QUOTATION}
)
_OF_ONE_STATE = frozenset(
    {
        Intent.STATE_POSITION, Intent.REASON, Intent.STATEMENT, Intent.QUOTATION, Intent.POPULATION,
        Intent.FIGURE, Intent.PARTICIPATION, Intent.STATEMENT_AUTHORS, Intent.BLOCKING, Intent.COMPARISON,
    }
)  # fmt: skip
_POOL = frozenset({Intent.POOL_COMPUTATION, Intent.FIGURE})
_UNITS = {
    "follow_up.euros": "financial_contribution",
    "follow_up.relocations": "relocation",
    "follow_up.percent": None,
}


def followed(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding:
    """The understanding with the slots it takes over from the previous one."""
    for resolve in _RESOLVERS:
        found = resolve(fresh, reading, previous)
        if found is not None:
            return found
    return fresh


def _translation(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """Say that in French": the same once more."""
    wanted = language_wanted(reading)
    if wanted is None or reading.length > _BRIEF or fresh.states:
        return None
    return replace(previous, question=fresh.question, language=wanted, carried=_WHOLE)


def _evidence(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """How do you know?", "show me the sentence": about what was answered."""
    if fresh.intent not in {Intent.EVIDENCE, Intent.QUOTATION} or reading.length > _BRIEF + 4:
        return None
    if fresh.states or fresh.topics or fresh.positions or fresh.amounts:
        return None
    taken = ("states", "positions", "topics", "speaker", "amounts", "excluded", "others", "negated", "aspect")
    return _take(fresh, previous, taken)


def _unit(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """In euros?": the same figure in another unit."""
    tag = next((tag for tag in _UNITS if reading.has(tag)), None)
    if tag is None or reading.length > _BRIEF or previous.intent not in _POOL:
        return None
    topic = _UNITS[tag]
    topics = previous.topics if topic is None else (topic,)
    intent = Intent.POOL_COMPUTATION if topic is None else previous.intent
    taken = _take(fresh, previous, ("states", "speaker", "aspect"))
    return replace(taken, intent=intent, form=previous.form, topics=topics, refusal=None, premises=(),
                   carried=("intent", *taken.carried))  # fmt: skip


def _why(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """Why?": the reasons of whoever was spoken of."""
    bare = not (fresh.states or fresh.topics or fresh.positions or fresh.amounts)
    if fresh.form is not Form.WHY or not bare or reading.length > _BRIEF or fresh.intent is Intent.OUTCOME:
        return None
    if not previous.states and not previous.positions:
        return replace(previous, question=fresh.question, form=Form.WHY, carried=_WHOLE)
    taken = _take(fresh, previous, ("states", "groups", "positions", "excluded", "others", "negated"))
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


def _other_state(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """And Spain: the same question about somebody else."""
    if not fresh.states or not _is_elliptic(fresh, reading):
        return None
    same = previous.intent in _OF_ONE_STATE
    intent = previous.intent if same else Intent.STATE_POSITION
    asked = previous.form is Form.YES_NO and intent is Intent.STATE_POSITION
    kept = {"topics": previous.topics and not fresh.topics, "positions": asked and previous.positions}
    return replace(
        fresh,
        intent=intent,
        form=previous.form if same else Form.HOW,
        speaker=fresh.states[0] if previous.speaker and len(fresh.states) == 1 else fresh.speaker,
        positions=previous.positions if asked else (),
        topics=fresh.topics or previous.topics,
        aspect=previous.aspect if same else None,
        refusal=None,
        premises=(),
        carried=("intent", *(name for name, carried in kept.items() if carried)),
    )


def _other_position(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """And the abstentions?" after "how many voted against?": how many too."""
    counted = previous.intent is Intent.POSITION_COUNT and fresh.intent is Intent.POSITION_LIST
    if not counted or fresh.form not in {Form.KEYWORDS, Form.YES_NO} or reading.length > _BRIEF:
        return None
    return replace(fresh, intent=Intent.POSITION_COUNT, form=previous.form, carried=("intent",))


def _which(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """And which ones, after a count: those who were counted."""
    bare = not (fresh.states or fresh.positions or fresh.topics or fresh.others or fresh.amounts)
    asks = fresh.form in {Form.WHO, Form.WHICH, Form.LIST} and reading.length <= _BRIEF
    if not (bare and asks and previous.positions) or fresh.intent not in {Intent.PASSAGE, Intent.REFUSED}:
        return None
    taken = _take(fresh, previous, ("positions", "negated", "excluded"))
    return replace(taken, intent=Intent.POSITION_LIST, refusal=None)


def _pronoun(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """Did they make a statement?": the states spoken of before."""
    if fresh.states or fresh.others or not previous.states:
        return None
    points = reading.has("follow_up.pronoun") or reading.length <= _TINY
    yes_no_position = fresh.intent is Intent.POSITION_LIST and fresh.form is Form.YES_NO
    authors = fresh.intent is Intent.STATEMENT_AUTHORS and fresh.form is Form.YES_NO
    vote = fresh.intent is Intent.TALLY and fresh.form in {Form.HOW, Form.WHAT}
    says = fresh.intent is Intent.PASSAGE and reading.has("object.say")
    if not points or not (fresh.intent in _NEEDS_STATE or yes_no_position or authors or vote or says):
        return None
    taken = _take(fresh, previous, ("states", "groups"))
    intent = Intent.STATE_POSITION if yes_no_position or vote else Intent.STATEMENT if says else fresh.intent
    speaker = previous.states[0] if len(previous.states) == 1 else None
    return replace(taken, intent=intent, speaker=fresh.speaker or speaker, refusal=None)


def _theme(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """And about relocation?": what the same state says of it."""
    named = previous.speaker or (previous.states[0] if len(previous.states) == 1 else None)
    elliptic = (
        reading.has("follow_up.what_about") or reading.has("follow_up.and") or fresh.form is Form.KEYWORDS
    )
    if (
        fresh.intent not in {Intent.PASSAGE, Intent.REFUSED}
        or not fresh.topics
        or named is None
        or not elliptic
    ):
        return None
    taken = _take(fresh, previous, ("states", "speaker"))
    return replace(taken, intent=Intent.STATEMENT, speaker=named, refusal=None)


def _more(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """Tell me more": the same, at more length."""
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
    _translation, _evidence, _unit, _why, _rest, _other_state, _other_position, _which, _pronoun,
    _theme, _more,
)  # fmt: skip


def language_wanted(reading: Reading) -> str | None:
    """The language an answer is asked in ("in French"), where one is named."""
    for before, mark in zip((None, *reading.marks), reading.marks, strict=False):
        named = next((tag.partition(".")[2] for tag in mark.tags if tag.startswith("language_name.")), None)
        led = before is not None and "follow_up.translate" in before.tags and before.end == mark.start
        if named is not None and (led or "follow_up.translate" in mark.tags or reading.length <= _TINY - 1):
            return named
    return None


def _is_elliptic(fresh: Understanding, reading: Reading) -> bool:
    """Whether a question names somebody and asks nothing of its own."""
    opened = reading.has("follow_up.what_about") or (
        reading.has("follow_up.and") and reading.length <= _BRIEF
    )
    asks_itself = any(
        tag.startswith(("object.", "position.", "time."))
        for tag in reading.tags
        if tag not in {"object.states", "object.vote"}
    ) or (reading.has("object.vote") and bool(reading.asking))
    return not asks_itself and (opened or fresh.form is Form.KEYWORDS or reading.length <= _TINY)


def _take(fresh: Understanding, previous: Understanding, slots: tuple[str, ...]) -> Understanding:
    """The fresh understanding with the slots it lacks filled from the previous one."""
    taken = {
        name: getattr(previous, name)
        for name in slots
        if getattr(previous, name) and not getattr(fresh, name)
    }
    return replace(fresh, carried=(*fresh.carried, *taken), **taken)
