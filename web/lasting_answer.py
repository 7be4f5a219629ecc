"""What an answer's address shows later: the answer of today, the one given then, and what changed.

An address carries what was asked, not who asked it; nothing is kept to find it again.
"""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.keeping.history import kept_assistant
from assistant.permalink import Addressed
from assistant.settings import Settings
from web.asking import ask_again


class Change(StrEnum):
    """What became of a sentence between then and today."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class LastingAnswer:
    """An answer then and today.

    ``then`` is None where the snapshot of then is kept no more; ``sentences`` are those of both,
    in order, each with what became of it.
    """

    today: Answer
    then: Answer | None
    is_current: bool
    sentences: tuple[tuple[Change, str], ...]

    @property
    def is_unchanged(self) -> bool | None:
        """Whether every sentence is the same as then; None where that cannot be told."""
        if self.then is None:
            return None
        return all(change is Change.SAME for change, _ in self.sentences)


def is_of(assistant: Assistant, asked: Addressed) -> bool:
    """Whether an address is of the assistant's snapshot; what another shows depends on what is kept."""
    return bool(asked.snapshot) and assistant.snapshot_id.startswith(asked.snapshot)


def lasting_answer(assistant: Assistant, settings: Settings, asked: Addressed) -> LastingAnswer:
    """Answer again what an address stands for, from today's snapshot and from the one it names."""
    today = ask_again(assistant, asked)
    is_current = is_of(assistant, asked)
    before = assistant if is_current else kept_assistant(settings, asked.snapshot)
    then = today if is_current else ask_again(before, asked) if before else None
    return LastingAnswer(today, then, is_current, tuple(_compared(then or today, today)))


def _compared(then: Answer, today: Answer) -> list[tuple[Change, str]]:
    old, new = [claim.text for claim in then.claims], [claim.text for claim in today.claims]
    compared: list[tuple[Change, str]] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            compared += [(Change.SAME, text) for text in old[a:b]]
        else:
            compared += [(Change.GONE, text) for text in old[a:b]]
            compared += [(Change.NEW, text) for text in new[c:d]]
    return compared
