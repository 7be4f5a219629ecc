"""What somebody takes back while asking: "Who vetoed it, I mean, who said no?" asks who said no.

Knows the words of taking back. Refuses to guess where nothing of the same kind was said before.
"""

from assistant.understanding import reading
from assistant.understanding.phrasebook import Mark
from assistant.understanding.reading import Reading

REPAIR = "follow_up.repair"
_KINDS = ("position.", "state.", "group.", "number.", "time.", "object.")
_ASKING = "interrogative.yes_no"


def repaired(sentence: str, language: str) -> str:
    """The sentence as it was meant: what is taken back left out."""
    found = reading.read(sentence, language)
    taken = found.first(REPAIR)
    if taken is None or taken.start == 0:
        return sentence
    after = [mark for mark in found.marks if mark.start >= taken.end]
    if any(mark.start >= taken.end and _ASKING not in mark.tags for mark in found.asking):
        return sentence[found.tokens[taken.end].start :]
    return _replaced(sentence, found, taken, after)


def _replaced(sentence: str, found: Reading, taken: Mark, after: list[Mark]) -> str:
    """The sentence with what is said behind the words of taking back instead of its like before them."""
    for mark in after:
        wrong = next((m for m in reversed(found.marks[: found.marks.index(taken)]) if _alike(m, mark)), None)
        if wrong is not None:
            meant = sentence[found.tokens[mark.start].start :]
            return f"{sentence[: found.tokens[wrong.start].start]}{meant}"
    return sentence


def _alike(one: Mark, other: Mark) -> bool:
    kinds = ({kind for kind in _KINDS for tag in mark.tags if tag.startswith(kind)} for mark in (one, other))
    return bool(set.intersection(*kinds))
