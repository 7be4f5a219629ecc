"""Hypothetical questions: which states would stand where instead.

Knows conditions ("if Spain had voted against", "without Germany") and pairs states with the
position next to them. A switch's ``state`` may be a group of voters: "@abstention" is everybody
who abstained. Refuses to know how anybody really voted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.question import Switch
from assistant.understanding import companions
from assistant.understanding.named_position import position_marks
from assistant.understanding.phrasebook import Mark
from assistant.understanding.reading import Reading
from corpus.model import Position

VOTERS = "@"
OTHERS = f"{VOTERS}others"
EVERYONE = "object.everyone"
_NEAR = 2
_VOTE_OF = 3
_QUANTITIES = frozenset({"interrogative.how_many", "interrogative.what", "interrogative.which"})
WITHOUT = "hypothetical.without"
_BLOCKING = "object.blocking"  # "to sink it": what would have come of the vote, none by itself
_AND = "follow_up.and"
_NEGATED = {
    Position.FOR: Position.ABSTENTION,
    Position.AGAINST: Position.FOR,
    Position.ABSTENTION: Position.FOR,
    Position.NOT_PARTICIPATING: Position.FOR,
}


@dataclass(frozen=True, slots=True)
class _Step:
    """One thing met on the way through a condition."""

    at: int
    states: tuple[str, ...] = ()
    position: Position | None = None
    negation: bool = False
    without: bool = False
    nobody: bool = False
    joined: bool = False


def switches_in(reading: Reading) -> tuple[Switch, ...]:
    """The switches a hypothetical question makes, in its order."""
    found: dict[str, Position] = {}
    subjects: list[str] = []
    position: Position | None = None
    negated = without = settled = nobody = False
    for step in _joined(_with_companions(_steps(reading), reading)):
        if step.nobody:
            nobody = True
        elif step.negation:
            negated = not negated
        elif step.without:
            without, subjects, settled = True, [], False
        elif step.states and without:
            found.update(dict.fromkeys(step.states, Position.ABSTENTION))
        elif step.states:
            if settled:
                subjects, position, settled = [], None, False
            subjects.extend(step.states)
        elif step.position is not None:
            without = False
            meant = _NEGATED[step.position] if negated or nobody else step.position
            if nobody:
                subjects = [f"{VOTERS}{step.position}"]
            if not subjects and position is not None:
                subjects = [f"{VOTERS}{position}"]
            if subjects:
                found.update(dict.fromkeys(subjects, meant))
                settled = True
            position, negated, nobody = meant, False, False
    if subjects and not settled and position is not None:
        found.update(dict.fromkeys(subjects, position))
    found.update(_votes_left_out(_joined(_steps(reading))))
    found = found or _of_everybody(reading, position)
    return tuple(Switch(state, where) for state, where in found.items())


def _of_everybody(reading: Reading, position: Position | None) -> dict[str, Position]:
    """If everyone had voted in favour: all that did not."""
    of_all = reading.has(EVERYONE) and not reading.entities.states
    return {OTHERS: position} if of_all and position is not None else {}


def _with_companions(steps: Sequence[_Step], reading: Reading) -> Sequence[_Step]:
    """Had Spain voted no together with France: who is joined behind the last vote votes so too."""
    voted = [index for index, step in enumerate(steps) if step.position is not None]
    last = voted[-1] if voted else len(steps)
    subjects = [step for step in steps[:last] if step.states]
    behind = [step for step in steps[last + 1 :] if step.states]
    joined = [step for step in behind if companions.are_joined(reading, steps[last].at, step.at)]
    if not (subjects and joined):
        return steps
    kept = [step for step in steps[last:] if step not in joined]
    return [*steps[:last], *(replace(step, at=steps[last].at) for step in joined), *kept]


def _joined(steps: Sequence[_Step]) -> Sequence[_Step]:
    """The abstainers and Germany: voters named by their position, together with the states beside them."""
    found: list[_Step] = []
    for index, step in enumerate(steps):
        before = found[-2:]
        led = len(before) > 1 and before[1].joined and before[0].position is not None
        moved = any(later.position is not None for later in steps[index:])
        if step.states and led and moved and not any(other.states for other in found):
            found[-2:] = [_Step(step.at, states=(f"{VOTERS}{before[0].position}", *step.states))]
        else:
            found.append(step)
    return [step for step in found if not step.joined]


def _votes_left_out(steps: Sequence[_Step]) -> dict[str, Position]:
    """Without Spain's abstention: the vote is left out, not the voter."""
    return {
        state: _NEGATED[third.position]
        for first, second, third in zip(steps, steps[1:], steps[2:], strict=False)
        for state in second.states
        if first.without and third.position is not None and third.at <= second.at + _VOTE_OF
    }


def _steps(reading: Reading) -> Sequence[_Step]:
    start = _condition_start(reading)
    steps = [_Step(m.at, states=m.states) for m in reading.entities.mentions if m.states]
    replaced = {mark.end for mark in reading.marks if "hypothetical.instead" in mark.tags}
    named = position_marks(reading)
    positions = [each for each in named if _BLOCKING not in each[1].tags] or named
    kept = [p for p in positions if not any(end <= p[1].start <= end + _NEAR for end in replaced)]
    steps += [_Step(mark.start, position=position) for position, mark in kept or positions]
    for mark in reading.marks:
        if "negation.not" in mark.tags:
            steps.append(_Step(mark.start, negation=True))
        elif "negation.none" in mark.tags:
            steps.append(_Step(mark.start, nobody=True))
        elif WITHOUT in mark.tags:
            steps.append(_Step(_set_aside_at(reading, mark), without=True))
        elif _AND in mark.tags:
            steps.append(_Step(mark.start, joined=True))
        elif "scope.others" in mark.tags:
            steps.append(_Step(mark.start, states=(OTHERS,)))
    asked = _asked_at(reading, [step.at for step in steps if step.position is not None])
    supposed = [step for step in steps if start <= step.at < asked]
    supposed += [step for step in steps if _leads(step, start, reading, supposed)]
    if not any(step.states for step in supposed) and any(step.position is not None for step in supposed):
        supposed += [step for step in steps if step.states and step.at < start]
    return sorted(supposed, key=lambda step: (step.at, not step.without))


def _leads(step: _Step, start: int, reading: Reading, supposed: Sequence[_Step]) -> bool:
    """Whether states stand right before a condition that names a vote first: "We Belgians, had we …"."""
    first = min(supposed, key=lambda each: each.at, default=None)
    named = any(m.at == step.at and 0 <= start - m.end < _NEAR for m in reading.entities.mentions)
    return named and first is not None and first.position is not None


def _asked_at(reading: Reading, positions: Sequence[int]) -> int:
    """Where the question behind a supposition begins: "if …, what share would be in favour?"."""
    if not positions or reading.first("hypothetical.") is None:
        return len(reading.tokens)
    asking = (m.start for m in reading.asking if m.tags & _QUANTITIES and m.start > min(positions))
    return min(asking, default=len(reading.tokens))


def _set_aside_at(reading: Reading, without: Mark) -> int:
    """Where what is left out begins: after "without", or before it ("Németország nélkül")."""
    mentions = reading.entities.mentions
    follows = any(without.end <= mention.at <= without.end + _NEAR for mention in mentions)
    begins = without.start
    for mention in reversed(mentions):
        between = reading.tokens[mention.end : begins]
        if mention.at < begins and len(between) <= 1 and (begins == without.start or between):
            begins = mention.at
    parted = [mention.at for mention in mentions if mention.end < without.start]
    if begins == without.start and not follows and parted and reading.has("hypothetical.if"):
        return parted[0]  # "take Poland … out": the verb begins before whom it takes out
    return without.start if follows else begins


def _condition_start(reading: Reading) -> int:
    """The token the supposed part begins at."""
    supposed = reading.first("hypothetical.if")
    if supposed is not None:
        takes_out = any(m.start == supposed.start and WITHOUT in m.tags for m in reading.marks)
        return _set_aside_at(reading, supposed) if takes_out else supposed.start
    without = reading.first(WITHOUT)
    if without is not None:
        return _set_aside_at(reading, without)
    would = reading.first("hypothetical.would")
    inverted = reading.first("hypothetical.inverted")
    if would is None or inverted is None:
        return 0
    told = [mark.start for _, mark in position_marks(reading) if mark.end <= inverted.start]
    named = [mention for mention in reading.entities.mentions if mention.end <= inverted.start]
    return 0 if told and named and inverted == would else inverted.start
