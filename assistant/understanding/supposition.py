"""Whether a question supposes something, and whether it asks what would have become of it.

Knows the shapes of a supposition ("if", "had it …", "without", "France against: …"). Refuses to know who
would stand where: that is ``hypothesis.py``.
"""

from collections.abc import Sequence

from assistant.question import Form, Switch
from assistant.understanding import form, ordinary
from assistant.understanding.hypothesis import VOTERS, WITHOUT
from assistant.understanding.named_position import position_marks, positions_of
from assistant.understanding.reading import Reading

_NEAR = 2
_SHORT = 4
_PARTING = frozenset({":", "–", "—", "-"})
_SHARES = frozenset({"object.population", "object.coverage", "follow_up.percent"})
_ASKED = frozenset({"interrogative.who", "interrogative.why", "interrogative.when", "interrogative.which"})
_ENDS = frozenset({"object.blocking", "object.rejected"})
RESULTS = frozenset(
    {
        "object.adopted", "object.rejected", "object.blocking", "object.majority", "object.reached",
        "object.turning", "object.threshold", "object.outcome", "object.veto", "object.missed",
        "object.unanimity", "object.margin",
    }
)  # fmt: skip


def is_hypothetical(reading: Reading) -> bool:
    """Whether the question supposes something."""
    if reading.has("hypothetical.if"):
        return True
    has_would = reading.has("hypothetical.would")
    inverted = reading.first("hypothetical.inverted")
    if reading.has("hypothetical.if_weak") and (has_would or inverted is not None or _decides(reading)):
        return True
    if has_would and inverted is not None and reading.entities.states and positions_of(reading):
        return True
    if has_would and reading.has("hypothetical.switch") and _names_a_vote(reading):
        return True
    if _is_bare_without(reading) or _sets_aside(reading):
        return True
    if _is_announced(reading) or _leaves_open(reading):
        return True
    starts_inverted = inverted is not None and inverted.start <= 1 and reading.length > 4 and has_would
    if opens_with_condition(reading) and _names_a_vote(reading) and reading.tags & _SHARES:
        return not reading.has("interrogative.why")
    return (
        starts_inverted or (has_would and reading.has("hypothetical.without")) or _is_counterfactual(reading)
    )


def opens_with_condition(reading: Reading) -> bool:
    """Whether a question begins with an "if" that has its own subject: "and if Germany …, would it …?"."""
    conditional = reading.first("hypothetical.if")
    at = conditional.start if conditional is not None else len(reading.tokens)
    return at <= _NEAR and any(mention.states and mention.at >= at for mention in reading.entities.mentions)


def asks_result(reading: Reading, switches: Sequence[Switch]) -> bool:
    """Whether what would have become of it is asked in words that are known: no yes or no without."""
    if reading.tags & RESULTS - {"object.outcome"}:
        return True
    switched = {switch.state for switch in switches}
    others = set(reading.entities.states) - switched if not any(s[0] == VOTERS for s in switched) else set()
    whose = bool(others)  # "would Budapest have won?" does not ask whether it passed
    return not whose and not ordinary.unknown(reading)


def _names_a_vote(reading: Reading) -> bool:
    return bool(reading.entities.states) and bool(positions_of(reading))


def _is_bare_without(reading: Reading) -> bool:
    """And without Germany: nothing else is asked."""
    named, left_out = len(reading.entities.states), reading.first(WITHOUT)
    words = left_out.end - left_out.start if left_out is not None else 0
    brief = bool(named) and reading.length < _SHORT + (named - 1) * _NEAR + words
    asks = reading.has("object.vote") or reading.has("object.statement") or bool(positions_of(reading))
    return brief and reading.has(WITHOUT) and not asks


def _sets_aside(reading: Reading) -> bool:
    """Without Germany, did the majority still hold: a result is asked for, and nobody's position."""
    without, named = reading.first(WITHOUT), reading.entities.mentions
    beside = without is not None and any(
        0 <= mention.at - without.end < _NEAR or mention.end == without.start for mention in named
    )
    told = reading.has("object.statement") or reading.has("object.say") or positions_of(reading)
    asked = form.form_of(reading) is Form.YES_NO and bool(reading.tags & (RESULTS - {"object.blocking"}))
    return beside and asked and not told


def _is_announced(reading: Reading) -> bool:
    """France against instead of for: would it have passed — states at a position, and what becomes of it."""
    mentions, positions = reading.entities.mentions, position_marks(reading)
    parted = [at for at, token in enumerate(reading.tokens) if token.text in _PARTING]
    if not (parted and mentions and positions):
        return False
    told = max(mentions[-1].end, positions[-1][1].end) <= parted[-1]
    asked_before = any(mark.start < parted[-1] for mark in reading.asking if mark.tags & _ASKED)
    results = [m for m in reading.marks if m.start > parted[-1] and m.tags & (RESULTS | _SHARES)]
    return told and bool(results) and not asked_before and not reading.has("object.vote")


def _is_counterfactual(reading: Reading) -> bool:
    """Would it have passed, what share would it be with Hungary in favour: would, a state, a position."""
    shares = _names_a_vote(reading) and bool(reading.tags & _SHARES) and not reading.amounts
    return (reading.has("hypothetical.would") and (shares or _decides(reading))) or _would_suffice(reading)


def _would_suffice(reading: Reading) -> bool:
    """Would Germany's abstention have been enough to sink it: a state, its vote, and the end of it."""
    sinks = [mark for mark in reading.marks if mark.tags & _ENDS]
    moved = [mark for _, mark in position_marks(reading) if mark not in sinks]
    suffices = reading.has("object.threshold") and not reading.has("object.veto")
    return suffices and bool(sinks and moved and reading.entities.states)


def _leaves_open(reading: Reading) -> bool:
    """Whether what a state would have done is told in words unknown: "if Berlin had bottled it, …?"."""
    told = reading.has("object.statement") or reading.has("object.say") or reading.has("interrogative.why")
    results = [mark for mark in reading.marks if mark.tags & RESULTS]
    return opens_with_condition(reading) and bool(results) and not told and not positions_of(reading)


def _decides(reading: Reading) -> bool:
    """Whether an outcome is asked for together with a state and a position."""
    outcome = any(reading.has(tag) for tag in ("object.adopted", "object.rejected", "object.outcome"))
    return outcome and bool(reading.entities.states) and bool(positions_of(reading))
