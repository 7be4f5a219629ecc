"""Answers that were given a moment ago, ready to be sent again.

The same snapshot and the same question give the same bytes, so a kept answer is the answer. Kept in
memory only, a few megabytes, under a hash of what was asked; what was not asked for longest goes first.
"""

import json
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import sha256

from web.answer_document import WrittenAnswer
from web.schemas.answer import Question

MOST_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Finished:
    """An answer as it is sent, and what is counted of it."""

    written: WrittenAnswer
    status: str
    reason: str | None
    intent: str

    @property
    def size(self) -> int:
        """The bytes it takes: the vote in the middle is shared."""
        return len(self.written.before) + len(self.written.after)


class FinishedAnswers:
    """The finished answers of one application, by snapshot and question."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._by_key: OrderedDict[bytes, Finished] = OrderedDict()

    def get(self, key: bytes) -> Finished | None:
        """The answer kept under a key."""
        found = self._by_key.get(key)
        if found is not None:
            self._by_key.move_to_end(key)
        return found

    def keep(self, key: bytes, finished: Finished) -> None:
        """Keep an answer, as long as there is room for it."""
        before = self._by_key.pop(key, None)
        self._bytes += finished.size - (before.size if before else 0)
        self._by_key[key] = finished
        while self._bytes > self._most_bytes:
            self._bytes -= self._by_key.popitem(last=False)[1].size


def key_of(snapshot: str, question: Question) -> bytes:
    """What an answer is kept under: everything it depends on, as a hash."""
    asked = [snapshot, question.question, question.language, question.previous, question.procedure]
    return sha256(json.dumps(asked, sort_keys=True).encode("ascii")).digest()
