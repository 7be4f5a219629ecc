"""Where a second question begins that is none when read alone: "și am depus vreo declarație?".

Many languages ask yes or no without a word for it. Knows what is asked of a vote apart from what is
asked of a statement or of the result. Refuses to part what singles somebody out ("who voted against and
explained it?").
"""

import re
from collections.abc import Iterable

from assistant.understanding import reading
from assistant.understanding.phrasebook import Mark
from assistant.understanding.reading import Reading

_STATEMENT = frozenset({"object.statement", "object.author", "object.explain"})
_RULE = frozenset({"object.majority", "object.threshold", "object.reached"})
_RESULT = frozenset({"object.adopted", "object.rejected"})
_VOTE = frozenset({"object.vote", "position.for", "position.against", "position.abstention"})
_WHOSE = ("state.", "group.", "object.everyone", "object.tally")
_UNMARKED = re.compile(r"[?;]\s+(?P<last>[^?;.!\n]+)$")
_ASKING_ON = frozenset({"scope.others"})  # "et qui d'autre avec lui"
_ONE_WHOLE = (
    "interrogative.who", "interrogative.which", "interrogative.how_many", "interrogative.list",
    "interrogative.why", "hypothetical.", "premise.", "object.comparison", "object.definition",
    "negation.neither", "object.say",
)  # fmt: skip


def begins_anew(found: Reading, begin: int, joint: Mark) -> bool:
    """Whether another question begins behind a joint that no question word shows."""
    ends = next((m.start for m in found.marks if m.start >= joint.end and _joins(m)), len(found.tokens))
    before = _tags(mark for mark in (*found.marks, *found.asking) if begin <= mark.start < joint.start)
    after = _tags(mark for mark in (*found.marks, *found.asking) if joint.end <= mark.start < ends)
    if any(tag.startswith(_ONE_WHOLE) for tag in before | after):
        return False
    of_vote = bool(before & _VOTE) and any(tag.startswith(_WHOSE) for tag in before)
    then_statement = of_vote and not before & _STATEMENT and bool(after & _STATEMENT) and not after & _VOTE
    then_result = bool(before & _RULE) and not before & _RESULT and bool(after & _RESULT)
    return then_statement or (then_result and not after & _RULE)


def marked(text: str, language: str) -> str:
    """The text with the mark that a last question lacks: "Portugal was against, right? and who else"."""
    last = _UNMARKED.search(text)
    if last is None or "?" not in text:
        return text
    found = reading.read(last["last"], language)
    joint = next((mark for mark in found.marks if mark.start == 0 and _joins(mark)), None)
    asking = (*found.asking, *(mark for mark in found.marks if mark.tags & _ASKING_ON))
    asks = joint is not None and any(mark.start == joint.end for mark in asking)
    return f"{text}?" if asks else text


def _joins(mark: Mark) -> bool:
    return "follow_up.and" in mark.tags


def _tags(marks: Iterable[Mark]) -> frozenset[str]:
    return frozenset(tag for mark in marks for tag in mark.tags)
