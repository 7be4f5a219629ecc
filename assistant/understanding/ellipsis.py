"""What an elliptic question leaves out: "and Spain?", "which ones?", "did they?", "and if it had?".

Knows how the intent and slots of the question before fill what is missing. Each function gives
None where it does not apply.
"""

from dataclasses import replace

from assistant.question import Form, Intent, Switch, Understanding
from assistant.understanding.hypothesis import EVERYONE, OTHERS, VOTERS
from assistant.understanding.reading import Reading

_TOO = "follow_up.too"
_TALLY = "object.tally"  # "and what was the final tally?": of all
_BRIEF = 6
_TINY = 3
_LONG = 10
_ON_STATEMENTS = frozenset({Intent.STATEMENT, Intent.STATEMENT_AUTHORS})
_NEEDS_STATE = frozenset(
    {Intent.STATE_POSITION, Intent.REASON, Intent.STATEMENT, Intent.FIGURE, Intent.QUOTATION}
)
_OPEN = frozenset({Intent.PASSAGE, Intent.REFUSED})
_REASONS = ("object.explain", "interrogative.why")
_OF_ONE_STATE = frozenset(
    {
        Intent.STATE_POSITION, Intent.REASON, Intent.STATEMENT, Intent.QUOTATION, Intent.POPULATION,
        Intent.FIGURE, Intent.PROVISION, Intent.PARTICIPATION, Intent.STATEMENT_AUTHORS, Intent.BLOCKING,
        Intent.COMPARISON, Intent.POWER, Intent.WHAT_IF,
    }
)  # fmt: skip


def supposed(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """And if it had voted against; and France, after a supposition: the same supposed of others.

    "And France too?" supposes it beside what was supposed before.
    """
    supposes = any(reading.has(f"hypothetical.{name}") for name in ("if", "if_weak", "inverted"))
    of_them = _names_position_only(fresh) and not fresh.switches and not reading.has(EVERYONE)
    if supposes and of_them and previous.states:
        states, position = previous.states, fresh.positions[-1]
    elif previous.intent is Intent.WHAT_IF and reading.has(EVERYONE) and _names_position_only(fresh):
        states, position = (OTHERS,), fresh.positions[0]
    elif (
        previous.intent is Intent.WHAT_IF
        and previous.switches
        and fresh.states
        and _is_elliptic(fresh, reading)
    ):
        states, position = fresh.states, previous.switches[-1].position
    else:
        return None
    kept = previous.switches if reading.has(_TOO) and previous.intent is Intent.WHAT_IF else ()
    moved = {switch.state: switch.position for switch in kept} | dict.fromkeys(states, position)
    switches = tuple(Switch(state, where) for state, where in moved.items())
    states = tuple(state for state in moved if not state.startswith(VOTERS))
    form = previous.form if previous.intent is Intent.WHAT_IF else Form.YES_NO
    return replace(
        fresh,
        intent=Intent.WHAT_IF,
        form=form,
        states=states,
        positions=(position,),
        negated=previous.negated and previous.intent is Intent.WHAT_IF,
        switches=switches,
        refusal=None,
        premises=(),
        carried=("intent",) if fresh.states else ("states",),
    )


def _names_position_only(fresh: Understanding) -> bool:
    return bool(fresh.positions) and not fresh.states


def other_state(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """And Spain: the same question about somebody else."""
    if not fresh.states or not _is_elliptic(fresh, reading) or fresh.intent is Intent.REASON:
        return None  # "and why Spain?" asks for itself
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


def other_position(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """And the abstentions, after how many voted against: how many too."""
    counted = previous.intent is Intent.POSITION_COUNT and fresh.intent is Intent.POSITION_LIST
    if not counted or fresh.form not in {Form.KEYWORDS, Form.YES_NO} or reading.length > _BRIEF:
        return None
    return replace(fresh, intent=Intent.POSITION_COUNT, form=previous.form, carried=("intent",))


def which(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """And which ones, after a count: those who were counted."""
    bare = not (fresh.states or fresh.positions or fresh.topics or fresh.others or fresh.amounts)
    asks = fresh.form in {Form.WHO, Form.WHICH, Form.LIST} and reading.length <= _BRIEF
    counts = fresh.form is Form.HOW_MANY and reading.length <= _BRIEF
    if bare and counts and previous.intent is Intent.STATEMENT_AUTHORS and fresh.intent in _OPEN:
        return replace(previous, question=fresh.question, form=Form.HOW_MANY, carried=("intent", "positions"))
    if not (bare and (asks or counts) and previous.positions):
        return None
    if fresh.intent not in {Intent.PASSAGE, Intent.REFUSED, Intent.FIGURE}:
        return None
    of_group = ("states", "groups") if previous.groups else ()
    taken = take(fresh, previous, ("positions", "negated", "excluded", *of_group))
    return replace(taken, intent=Intent.POSITION_COUNT if counts else Intent.POSITION_LIST, refusal=None)


def one_of_them(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """Was Poland one of them; were they the only ones: held against the position spoken of."""
    points = reading.has("follow_up.pronoun") and fresh.form is Form.YES_NO and reading.length <= _BRIEF
    open_ = fresh.intent in _OPEN and not (fresh.positions or fresh.topics)
    if not (points and open_ and len(previous.positions) == 1):
        return None
    alone = reading.has("scope.only") and bool(previous.states)
    if not fresh.states and not alone:
        return None
    taken = take(fresh, previous, ("states", "positions", "negated"))
    aspect = "only" if alone else None
    return replace(taken, intent=Intent.STATE_POSITION, aspect=aspect, speaker=None, refusal=None)


def among(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """Which of them made a statement; did they explain it: of those at the position spoken of."""
    anew = fresh.form in {
        Form.WHO,
        Form.WHICH,
        Form.LIST,
        Form.HOW_MANY,
    }  # "and who made a statement?": of all
    joins = reading.has("follow_up.and") and reading.length <= _BRIEF and not anew  # "and was it explained?"
    them = (reading.has("follow_up.pronoun") or joins) and not (
        fresh.states or fresh.positions or fresh.topics
    )
    explains = fresh.intent is Intent.PASSAGE and any(reading.has(tag) for tag in _REASONS)
    compares = fresh.intent is Intent.PASSAGE and reading.has("object.comparison") and not explains
    if them and fresh.intent is Intent.PASSAGE and reading.has("object.say") and not explains:
        of_list = previous.positions and not previous.states and fresh.form is not Form.YES_NO
        taken = take(fresh, previous, ("positions", "negated", "excluded"))
        return replace(taken, intent=Intent.REASON, refusal=None) if of_list else None
    if them and compares:
        return replace(take(fresh, previous, ("states", "topics")), intent=Intent.COMPARISON, refusal=None)
    whether = fresh.intent is Intent.STATEMENT and fresh.form is Form.YES_NO  # "and did both leave one?"
    if not them or not (explains or whether or fresh.intent is Intent.STATEMENT_AUTHORS):
        return None
    if len(previous.states) > 1 and anew:
        return replace(take(fresh, previous, ("states", "groups")), refusal=None)
    if not previous.positions or previous.states:
        return None
    taken = take(fresh, previous, ("positions", "excluded"))
    return replace(taken, intent=Intent.STATEMENT_AUTHORS, refusal=None)


def pronoun(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """Did they make a statement: the states spoken of before."""
    if fresh.states or fresh.non_members or fresh.others or not previous.states:
        return None
    joins = reading.has("follow_up.and") or reading.has(_TOO)
    points = reading.has("follow_up.pronoun") or reading.length <= (_BRIEF if joins else _TINY)
    if joins and _asks_for_a_statement(fresh, reading):  # "and did it leave any statement behind?"
        taken = take(fresh, previous, ("states", "groups"))
        return replace(taken, intent=Intent.STATEMENT_AUTHORS, speaker=None, refusal=None, aspect=None)
    yes_no_position = fresh.intent is Intent.POSITION_LIST and fresh.form is Form.YES_NO
    asks_whether = fresh.form in {Form.YES_NO, Form.KEYWORDS} if joins else fresh.form is Form.YES_NO
    authors = fresh.intent is Intent.STATEMENT_AUTHORS and asks_whether
    vote = fresh.intent is Intent.TALLY and fresh.form in {Form.HOW, Form.WHAT} and not reading.has(_TALLY)
    vote = vote or _asks_for_a_side(fresh, reading)
    says = fresh.intent in {Intent.PASSAGE, Intent.PROVISION} and reading.has("object.say")
    if not points or not (fresh.intent in _NEEDS_STATE or yes_no_position or authors or vote or says):
        return None
    taken = take(fresh, previous, ("states", "groups"))
    intent = Intent.STATE_POSITION if yes_no_position or vote else Intent.STATEMENT if says else fresh.intent
    speaker = previous.states[0] if len(previous.states) == 1 else None
    form = Form.YES_NO if authors else fresh.form
    return replace(taken, intent=intent, form=form, speaker=fresh.speaker or speaker, refusal=None)


def _asks_for_a_side(fresh: Understanding, reading: Reading) -> bool:
    """Whether all that is asked is where those spoken of stood: "and which side were they on?"."""
    named = fresh.positions or fresh.topics or fresh.amounts
    return fresh.intent in _OPEN and reading.has("object.position") and not named and reading.length <= _LONG


def _asks_for_a_statement(fresh: Understanding, reading: Reading) -> bool:
    """Whether all that is asked is whether there is a statement, by whoever was spoken of."""
    plain = fresh.form is Form.YES_NO and not (fresh.topics or fresh.positions or fresh.amounts)
    of_one = plain and reading.has("object.statement") and not reading.has("object.states")
    return of_one and fresh.intent in _ON_STATEMENTS and reading.length <= _LONG


def theme(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """And about relocation: what the same state says of it."""
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
    taken = take(fresh, previous, ("states", "speaker"))
    return replace(taken, intent=Intent.STATEMENT, speaker=named, refusal=None)


def take(fresh: Understanding, previous: Understanding, slots: tuple[str, ...]) -> Understanding:
    """The fresh understanding with the slots it lacks filled from the previous one."""
    taken = {
        name: getattr(previous, name)
        for name in slots
        if getattr(previous, name) and not getattr(fresh, name)
    }
    return replace(fresh, carried=(*fresh.carried, *taken), **taken)


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
