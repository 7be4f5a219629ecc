"""What a question takes for granted, to be checked before anything is answered.

Knows which shapes of question presuppose something. Refuses to know whether it is so.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from assistant.question import Amount, DateKind, Form, Intent, Premise, PremiseKind
from assistant.understanding import consequence, told_figure
from assistant.understanding.asked_position import is_negated
from assistant.understanding.named_position import position_marks, positions_of
from assistant.understanding.phrasebook import Mark
from assistant.understanding.reading import Reading
from corpus.model import Position

_ASSERTING = frozenset({Form.WHY, Form.WHEN, Form.HOW, Form.WHERE, Form.WHAT})
_STATEMENT_INTENTS = frozenset({Intent.STATEMENT, Intent.COMPARISON, Intent.QUOTATION, Intent.REASON})
ALL = 27
"""The count of a question that takes for granted that all did."""
_ON_A_VOTE = frozenset(
    {
        Intent.STATE_POSITION, Intent.POSITION_LIST, Intent.POSITION_COUNT, Intent.TALLY, Intent.OUTCOME,
        Intent.MAJORITY, Intent.REASON, Intent.WHAT_IF, Intent.BLOCKING, Intent.PARTICIPATION,
        Intent.SUBJECT, Intent.STATEMENT_AUTHORS,
    }
)  # fmt: skip
SINCE, NOT = "premise.since", "negation.not"
_SMALL = "follow_up."
_MEETING = "council_meeting"
_MANNER = frozenset({Form.WHAT, Form.HOW, Form.HOW_MANY})
_IN_FORCE = "time.in_force"
_DATE_KINDS = {
    "time.opened": DateKind.OPENED,
    "time.closed": DateKind.CLOSED,
    "object.adopted": DateKind.ADOPTED,
    "time.document": DateKind.DOCUMENT,
    "time.in_force": DateKind.ENTRY_INTO_FORCE,
}
_WEAK = frozenset({"interrogative.yes_no", "interrogative.what_weak"})
_DOCUMENT_KINDS = ("corrigendum", "addendum", "revision")


def premises_of(reading: Reading, intent: Intent, shape: Form) -> tuple[Premise, ...]:
    """The premises of a question, in the order they are checked."""
    found = [
        *_since(reading, intent),
        *_positions(reading, intent, shape),
        *_counts(reading, intent, shape),
        *_statements(reading, intent, shape),
        *_outcomes(reading, intent, shape),
        *consequence.outcomes_told(reading, intent, shape),
        *told_figure.premises_of(reading, intent, shape),
        *_dates(reading, intent, shape),
        *_documents(reading, intent),
    ]
    return tuple(dict.fromkeys(found))


def _positions(reading: Reading, intent: Intent, shape: Form) -> Iterator[Premise]:
    """Why did Poland vote against: Poland voted against."""
    positions = positions_of(reading)
    asks = shape is Form.WHY or intent is Intent.REASON or (intent is Intent.DATE and shape is Form.WHEN)
    states = reading.entities.states
    contrasted = (
        intent is Intent.PARTICIPATION and len(states) > 1
    )  # "Why does Ireland vote and Denmark not?"
    if not asks or len(positions) != 1 or shape is Form.YES_NO or contrasted:
        return
    stayed_out = intent is Intent.PARTICIPATION  # the negation is part of "does not vote"
    negated = is_negated(reading) and not stayed_out
    for state in states:
        yield Premise(PremiseKind.POSITION, state=state, position=positions[0], negated=negated)


def _counts(reading: Reading, intent: Intent, shape: Form) -> Iterator[Premise]:
    """The three states that voted against: three did."""
    positions = positions_of(reading)
    if len(positions) != 1 or intent in {Intent.WHAT_IF, Intent.BLOCKING, Intent.TURNING, Intent.MAJORITY}:
        return
    if shape is Form.WHY and not reading.entities.states:
        if reading.has("negation.none"):
            yield _count(Amount(Decimal(0), "state"), positions[0], negated=False)
        elif reading.has("object.everyone"):
            yield _count(Amount(Decimal(ALL), "state"), positions[0], negated=is_negated(reading))
    for index, mark in enumerate(reading.marks):
        number = next((tag.removeprefix("number.") for tag in mark.tags if tag.startswith("number.")), None)
        following = reading.marks[index + 1 : index + 2] if "scope.both" not in mark.tags else ()
        if not following and _follows_a_position(reading, index):
            following = _before(reading, index)
        is_counting = any(
            _is_counted(other.tags) and (other.start <= mark.end + 1 or other.start < mark.start)
            for other in following
        )
        asks_for_one = number == "1" and shape is Form.LIST  # "name one country that abstained"
        of_those_named = number == str(len(reading.entities.states))  # "Spain and Latvia, the two abstainers"
        if number is not None and is_counting and not (asks_for_one or of_those_named):
            yield _count(Amount(Decimal(number), "state"), positions[0], negated=is_negated(reading))
    for amount in reading.amounts:
        if amount.unit == "state":
            yield _count(amount, positions[0], negated=is_negated(reading))


def _follows_a_position(reading: Reading, index: int) -> bool:
    """Whether a number ends the question right after a position: "hanno votato contro in quattro"."""
    mark, before = reading.marks[index], _before(reading, index)
    ends = not any(token.is_word for token in reading.tokens[mark.end :])
    return ends and any(mark.start <= each.end + 1 for each in before)


def _before(reading: Reading, index: int) -> tuple[Mark, ...]:
    """The last mark before one that is more than a small word."""
    telling = (m for m in reversed(reading.marks[:index]) if not all(t.startswith(_SMALL) for t in m.tags))
    return tuple(islice(telling, 1))


def _is_counted(tags: frozenset[str]) -> bool:
    """States, or the votes themselves: "the three countries", "the three abstentions"."""
    return "unit.state" in tags or any(tag.startswith("position.") for tag in tags)


def _statements(reading: Reading, intent: Intent, shape: Form) -> Iterator[Premise]:
    """What does Portugal's statement say: Portugal made one."""
    if intent in _STATEMENT_INTENTS and shape is not Form.YES_NO and reading.has("object.statement"):
        for state in reading.entities.states:
            yield Premise(PremiseKind.STATEMENT, state=state)


def _outcomes(reading: Reading, intent: Intent, shape: Form) -> Iterator[Premise]:
    """Why was it rejected, "the veto", "the unanimous decision"."""
    if intent is Intent.BLOCKING and reading.has("object.veto"):
        yield Premise(PremiseKind.RULE, rule="veto", state=next(iter(reading.entities.states), None))
    if reading.has("object.unanimity") and shape in _ASSERTING and intent is not Intent.DEFINITION:
        yield Premise(PremiseKind.RULE, rule="unanimity")
    asserts = not reading.has("hypothetical.would") and shape in {
        Form.WHY,
        Form.WHEN,
        Form.HOW,
        Form.WHO,
        Form.WHICH,
        Form.WHAT,
    }
    missed = reading.has("object.reached") and is_negated(reading)
    if asserts and missed and intent is Intent.MAJORITY:
        yield Premise(PremiseKind.OUTCOME, adopted=False)
    if asserts and intent in {Intent.OUTCOME, Intent.DATE, Intent.REASON, Intent.TALLY, Intent.BLOCKING}:
        if intent is Intent.BLOCKING and _takes_veto_for_granted(reading, shape):
            yield Premise(PremiseKind.OUTCOME, adopted=False)
        elif reading.has("object.rejected") and not _is_own_act(reading):
            yield Premise(PremiseKind.OUTCOME, adopted=is_negated(reading))
        elif reading.has("object.adopted"):
            yield Premise(PremiseKind.OUTCOME, adopted=not is_negated(reading))
        elif intent is Intent.BLOCKING and _takes_blocking_for_granted(reading, shape):
            yield Premise(PremiseKind.OUTCOME, adopted=False)


def _takes_blocking_for_granted(reading: Reading, shape: Form) -> bool:
    """Who formed the minority; not whether those who stood so, named by a position, did form one."""
    return reading.has("object.blocking") and shape not in _MANNER and not positions_of(reading)


def _takes_veto_for_granted(reading: Reading, shape: Form) -> bool:
    """How did Hungary manage to veto it: that it could."""
    asserts = shape in {Form.HOW, Form.WHEN, Form.WHY} and bool(reading.entities.states)
    return asserts and reading.has("object.veto") and not is_negated(reading)


def _is_own_act(reading: Reading) -> bool:
    """Whether a state rejected it, not the Council: "Why did Hungary reject it?"."""
    return bool(reading.entities.states) and bool(positions_of(reading))


def _since(reading: Reading, intent: Intent) -> Iterator[Premise]:
    """Given that Latvia voted against, now that it was rejected: told as the ground for what is asked."""
    since = reading.first(SINCE)
    if since is None or intent in {Intent.WHAT_IF, Intent.TURNING}:
        return
    after = [mark for mark in reading.marks if mark.start >= since.end]
    told = next((p for p, mark in position_marks(reading) if mark.start >= since.end), None)
    ends = min((m.start for m in reading.asking if _asks_after(m, since)), default=len(reading.tokens))
    states = [s for m in reading.entities.mentions if since.end <= m.at < ends for s in m.states]
    denied = any(NOT in mark.tags for mark in after)
    if told is None and any("object.veto" in mark.tags for mark in after):
        told = Position.AGAINST
    if told is not None and states:
        for state in states:
            yield Premise(PremiseKind.POSITION, state=state, position=told, negated=denied)
    elif any("object.missed" in mark.tags for mark in after):
        yield Premise(PremiseKind.OUTCOME, adopted=False)
    elif any("object.rejected" in mark.tags for mark in after) and not states:
        yield Premise(PremiseKind.OUTCOME, adopted=denied)
    elif any("object.reached" in mark.tags for mark in after) and denied:
        yield Premise(PremiseKind.OUTCOME, adopted=False)
    elif any("object.unanimity" in mark.tags for mark in after) and not denied:
        yield Premise(PremiseKind.RULE, rule="unanimity")


def _asks_after(asking: Mark, since: Mark) -> bool:
    """Whether a question word stands behind what is told: "given that …, why …"."""
    return asking.start >= since.end and not asking.tags <= _WEAK


def _dates(reading: Reading, intent: Intent, shape: Form) -> Iterator[Premise]:
    """The vote of 5 March 2026, the vote in May: there was one then; "why did it close on the 19th?"."""
    told = intent is Intent.DATE and (shape is Form.WHY or reading.has("negation.tag"))
    if _MEETING in reading.topics or not (intent in _ON_A_VOTE or told):
        return
    kind = date_kind_of(reading) if told else None
    for day in reading.mentions.dates:
        yield Premise(PremiseKind.DATE, date=day, date_kind=kind)
    for period in reading.mentions.periods:
        yield Premise(PremiseKind.DATE, period=period, date_kind=kind)


def date_kind_of(reading: Reading) -> DateKind:
    """Which of the dates is spoken of; of a vote, its end."""
    if reading.has(_IN_FORCE):
        return _DATE_KINDS[_IN_FORCE]  # "when does it begin to apply"
    kinds = [kind for tag, kind in _DATE_KINDS.items() if reading.has(tag)]
    if len(kinds) == 1:
        return kinds[0]
    if not kinds and reading.has("time.date") and reading.has("object.notice"):
        return DateKind.DOCUMENT  # "what date does the notice bear"
    about_vote = reading.has("object.vote") or positions_of(reading)
    return DateKind.CLOSED if not kinds and about_vote else DateKind.ALL


def _documents(reading: Reading, intent: Intent) -> Iterator[Premise]:
    """A corrigendum says …: there is one."""
    for kind in _DOCUMENT_KINDS:
        if reading.has(f"object.{kind}") and intent is not Intent.DOCUMENT:
            yield Premise(PremiseKind.DOCUMENT, document=kind)


def _count(amount: Amount, position: Position, *, negated: bool) -> Premise:
    return Premise(PremiseKind.COUNT, position=position, amount=amount, negated=negated)
