"""Where two things of a notice's heading are asked for in one sentence: "file number and contact, please".

Knows what stands in a heading. Refuses to part what a vote, a statement or a condition is joined to.
"""

from itertools import pairwise

from assistant.understanding.phrasebook import Mark
from assistant.understanding.reading import Reading

_MOST_PARTS = 6
_HEADINGS = frozenset({"object.contact", "object.file", "object.document", "object.codes"})
_RESULTS = frozenset({"object.vote", "object.tally", "object.outcome", "object.statement", "time.date"})
_NO_HEADING = ("position.", "hypothetical.", "object.revision", "object.say", "object.author", "negation.")
_OF_ACT = "_act"  # "the adopted act": which act, not how anybody voted
_LISTING = frozenset(
    {"interrogative.when", "interrogative.list", "interrogative.tell", "interrogative.yes_no"}
)
_JOINTS = frozenset({"+", "&", "/", ","})
_LIST = 7


def between_headings(found: Reading) -> list[int]:
    """The tokens at which what is asked of another entry begins."""
    if any(tag.startswith(_NO_HEADING) and not tag.endswith(_OF_ACT) for tag in found.tags):
        return []
    is_list = found.length <= _LIST and not any(mark.tags - _LISTING for mark in found.asking)
    kinds = _HEADINGS | _RESULTS if is_list else _HEADINGS
    named = [(mark, kind) for mark in found.marks if (kind := _kinds_in(mark, found) & kinds)]
    if not is_list and (found.entities.states or found.has("object.vote") or found.has("object.statement")):
        return []
    joints = {mark.start for mark in found.marks if "follow_up.and" in mark.tags}
    joints |= {at for at, token in enumerate(found.tokens) if is_list and token.text in _JOINTS}
    ends = [other for (one, first), (other, second) in pairwise(named) if not first & second]
    return [
        joint
        for (one, _), (other, _) in pairwise(named)
        for joint in sorted(joints)
        if other in ends and one.end <= joint < other.start
    ][:_MOST_PARTS]


def _kinds_in(mark: Mark, found: Reading) -> frozenset[str]:
    """The tags of a mark; beside a file, a number is that of a document: "… and what number has the act"."""
    is_of_document = "object.numbering" in mark.tags and found.has("object.file")
    if is_of_document and "object.file" not in mark.tags and not found.has("object.contact"):
        return mark.tags | {"object.document"}
    return frozenset(mark.tags)
