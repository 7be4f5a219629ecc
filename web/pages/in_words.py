"""What was understood, said as a question: what stands over an answer that no words were given for.

A question of the wording where one asks for the same, and beside it whatever it leaves out; the names of
the slots otherwise. Words only: the answer is to the understanding.
"""

from collections.abc import Iterator

from assistant.assistant import Assistant
from assistant.question import Understanding
from web.pages.edit import INTENTS, Edit
from web.pages.rendering import environment
from web.pages.speech import DEFAULT, LANGUAGE_NAMES

Slot = tuple[str, str]
_BETWEEN = " · "


def in_words(assistant: Assistant, asked: Understanding) -> str:
    """The understanding as a question of its language; several in one, one after the other."""
    if asked.parts:
        return " ".join(in_words(assistant, part) for part in asked.parts)
    slots = tuple(_slots(asked))
    question = _question(assistant, asked)
    if question is None:
        return _worded(asked, (("intent", asked.intent), *slots))
    covered = set(_slots(assistant.understand(question, language=asked.language)))
    rest = _worded(asked, tuple(slot for slot in slots if slot not in covered))
    return _BETWEEN.join(filter(None, (question, rest)))


def _question(assistant: Assistant, asked: Understanding) -> str | None:
    """A question of the wording that asks for the same, or for the same with less named."""
    if asked.intent not in INTENTS:
        return None
    state, position = next(iter(asked.states), ""), next(iter(asked.positions), "")
    question = Edit(asked.intent, state, position, asked.language).question()
    found = assistant.understand(question, language=asked.language)
    is_same = _kind(found) == _kind(asked) and set(_slots(found)) <= set(_slots(asked))
    return question if is_same else None


def _kind(asked: Understanding) -> tuple[object, ...]:
    """What of an understanding no slot shows."""
    return asked.intent, asked.aspect, asked.negated, asked.others, asked.earlier, asked.date_kind


def _slots(asked: Understanding) -> Iterator[Slot]:
    """What an understanding names, one value at a time, as the templates word it."""
    moved = {(switch.state, switch.position) for switch in asked.switches}
    states = (*asked.states, *asked.non_members)
    yield from (("states", code) for code in states if code not in {state for state, _ in moved})
    yield from (("excluded", code) for code in asked.excluded)
    positions = (position for position in asked.positions if position not in {to for _, to in moved})
    yield from (("denied" if asked.negated else "positions", position) for position in positions)
    if asked.bound is not None:
        number = "" if asked.bound.number is None else asked.bound.number
        yield "bound", f"{asked.bound.relation}:{number}"
    yield from (("switches", f"{switch.state}:{switch.position}") for switch in asked.switches)
    yield from (("topics", topic) for topic in asked.topics if topic not in set(asked.positions))
    yield from (("matters", name) for name in asked.matters)
    named = (*asked.documents, *asked.procedure_files, *asked.provisions, *asked.dates)
    yield from (("named", str(each)) for each in named)
    yield from (("amounts", f"{amount.value:f}") for amount in asked.amounts)


def _worded(asked: Understanding, slots: tuple[Slot, ...]) -> str:
    """Slots in the words of the pages."""
    language = asked.language if asked.language in LANGUAGE_NAMES else DEFAULT
    words = environment(language).get_template("parts/slots.txt").render(slots=slots, between=_BETWEEN)
    return " ".join(words.split())
