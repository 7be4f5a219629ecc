"""What the second half of a question asks, or the next one, that names nothing itself.

"Since when does Slovakia count them, and how many are they?": it is on what was just asked. Knows what can be
asked on of each intent. Refuses what holds a word of its own that nothing explains.
"""

from collections.abc import Iterator
from dataclasses import replace

from assistant.question import Form, Intent, Refusal, Understanding
from assistant.understanding import ordinary
from assistant.understanding.ellipsis import take
from assistant.understanding.reading import Reading

_LONGEST = 10
_OPEN = frozenset({Intent.PASSAGE, Intent.REFUSED})
_LEFT_OPEN = frozenset({None, Refusal.UNCLEAR, Refusal.OPINION, Refusal.OUT_OF_SCOPE})
_IN_WORDS = frozenset(
    {Intent.STATEMENT, Intent.FIGURE, Intent.QUOTATION, Intent.PASSAGE, Intent.PROVISION, Intent.DATE}
)
_ON_THE_VOTE = frozenset({Intent.DATE, Intent.OUTCOME, Intent.TALLY, Intent.MAJORITY, Intent.DOCUMENT})
_ON_A_TERM = frozenset({Intent.DEFINITION, Intent.QUOTATION})  # "what is it, and who speaks of it?"
_DESCRIBING = frozenset({Form.WHAT, Form.WHICH, Form.HOW, Form.WHERE, Form.WHY})
_JOINS = ("follow_up.and", "follow_up.pronoun")
_ELSEWHERE = ("out.", "opinion.ask", "opinion.weak", "person.", "future.", "body.")
_ON_ONE_STATE = frozenset({Intent.STATE_POSITION, Intent.STATEMENT, Intent.REASON})
_SPEAKING = ("states", "speaker", "topics", "provisions")


def second_half(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """The question on what was asked before it, where it says nothing by itself."""
    if _asks_figures(fresh, reading, previous):
        return replace(_of(fresh, previous, Intent.FIGURE), topics=())
    spoken = _of_speaker(fresh, reading, previous)
    if spoken is not None:
        return spoken
    if not _is_open(fresh, reading) or not any(reading.has(tag) for tag in _JOINS):
        return None
    told = previous.states or previous.topics
    if fresh.form is Form.HOW_MANY and previous.intent in _IN_WORDS and told:
        return _of(fresh, previous, Intent.FIGURE)
    if fresh.form in _DESCRIBING and previous.intent is Intent.STATE_POSITION and previous.states:
        return replace(take(fresh, previous, ("states",)), intent=Intent.REASON, refusal=None)
    if fresh.form in _DESCRIBING and previous.intent in _IN_WORDS - {Intent.DATE} and told:
        return _of(fresh, previous, Intent.STATEMENT if previous.states else Intent.QUOTATION)
    if fresh.form is Form.WHO and previous.topics and previous.intent in _ON_A_TERM:
        return replace(_of(fresh, previous, Intent.QUOTATION), aspect="who_said")
    if fresh.form is Form.WHO and previous.intent in _ON_THE_VOTE:
        return replace(fresh, intent=Intent.TALLY, refusal=None, carried=("intent",))
    return None


def _asks_figures(fresh: Understanding, reading: Reading, previous: Understanding) -> bool:
    """And which figures does it give: those of whoever was spoken of."""
    asks = reading.has("object.figure") and fresh.form in {Form.WHICH, Form.WHAT, Form.HOW_MANY}
    points = any(map(reading.has, _JOINS)) and not any(map(reading.first, _ELSEWHERE))
    open_ = fresh.intent in _OPEN and not any(_named(fresh))
    return asks and points and open_ and bool(previous.states) and previous.intent in _IN_WORDS


def _of_speaker(fresh: Understanding, reading: Reading, previous: Understanding) -> Understanding | None:
    """And what damage does it see coming, how much would it cost them: the words of who voted so.

    Words that nothing explains may be those of its statement: it is looked for there, and nowhere else.
    """
    if reading.has("object.heeded") and previous.states and not any(_named(replace(fresh, topics=()))):
        taken = take(fresh, previous, ("states", "speaker"))
        return replace(taken, intent=Intent.STATEMENT, aspect="heeded", refusal=None, premises=())
    points = any(map(reading.has, _JOINS)) and not any(map(reading.first, _ELSEWHERE))
    if not points or fresh.intent not in _OPEN or any(_named(replace(fresh, topics=()))):
        return None
    if fresh.form is Form.HOW_MANY and previous.intent is Intent.POSITION_LIST and not previous.negated:
        return replace(fresh, intent=Intent.FIGURE, refusal=None, carried=("intent",))
    if previous.intent not in _ON_ONE_STATE or len(previous.states) != 1 or not _is_strange(reading):
        return None
    asks = fresh.form in _DESCRIBING | {Form.HOW_MANY} and bool(reading.asking)
    taken = replace(take(fresh, previous, ("states",)), intent=Intent.PASSAGE, refusal=None)
    return replace(taken, speaker=previous.states[0]) if asks else None


def _of(fresh: Understanding, previous: Understanding, intent: Intent) -> Understanding:
    """The question as one for the words or figures of those spoken of, on what was spoken of."""
    return replace(take(fresh, previous, _SPEAKING), intent=intent, aspect=None, refusal=None, premises=())


def _is_open(fresh: Understanding, reading: Reading) -> bool:
    """Whether nothing is named and nothing strange is said."""
    if fresh.intent not in _OPEN or fresh.refusal not in _LEFT_OPEN or reading.length > _LONGEST:
        return False
    return not any(_named(fresh)) and not any(map(reading.first, _ELSEWHERE)) and not _is_strange(reading)


def _named(fresh: Understanding) -> Iterator[object]:
    yield from (fresh.states, fresh.positions, fresh.topics, fresh.amounts, fresh.matters, fresh.documents)
    yield from (fresh.non_members, fresh.others, fresh.dates, fresh.provisions)


def _is_strange(reading: Reading) -> bool:
    return bool(ordinary.unexplained(reading))
