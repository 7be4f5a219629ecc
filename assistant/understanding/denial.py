"""Whose denial a "not" is: of the statement, or of the vote beside it.

Knows where denials stand. Refuses to know what anybody did.
"""

from dataclasses import replace

from assistant.question import Intent, Understanding
from assistant.understanding.phrasebook import Mark
from assistant.understanding.reading import Reading
from corpus.model import Position

_NOT = "negation.not"
_NO = "negation.no"
_NEAR = 2
_VOTED = (Position.FOR, Position.AGAINST, Position.ABSTENTION)


def of_the_vote(asked: Understanding, found: Reading) -> Understanding:
    """Authors that did *not* vote so, with a statement or without one; "neither" is of both."""
    if asked.negated and asked.positions == (Position.ABSTENTION,) and _denies_twice(found):
        return replace(asked, negated=False)
    unsaid = next((mark for mark in found.marks if _NO in mark.tags), None)
    authored = found.first("object.author") or found.first("object.statement") or unsaid
    voted = found.first("position.")
    if asked.intent is not Intent.STATEMENT_AUTHORS or authored is None or voted is None:
        return asked
    others = tuple(p for p in _VOTED if p not in asked.positions)
    if found.has("negation.neither"):
        return replace(asked, positions=others)
    denials = [mark for mark in found.marks if _NOT in mark.tags]
    of_vote = [mark for mark in denials if _stands_by(mark, voted, authored)]
    if not of_vote:
        return asked
    return replace(asked, positions=others, negated=len(denials) > len(of_vote) or found.has(_NO))


def of_each(found: Reading) -> bool:
    """Whether more than one position is denied, each by itself: "niet tegen maar ook niet voor"."""
    denials = (mark.end for mark in found.marks if _NOT in mark.tags)
    voted = [m.start for m in found.marks if any(tag.startswith("position.") for tag in m.tags)]
    return sum(any(0 <= at - end < _NEAR for at in voted) for end in denials) > 1


def _denies_twice(found: Reading) -> bool:
    """Whether abstention is told as neither: "nie powiedziały ani tak, ani nie" is one denial, not two."""
    told = [found.words[m.start : m.end] for m in found.marks if "position.abstention" in m.tags]
    return any(len(set(words) - {","}) < len([word for word in words if word != ","]) for words in told)


def _stands_by(denial: Mark, voted: Mark, authored: Mark) -> bool:
    """Whether a denial is of the vote: before it, with no statement between, or right behind it.

    "Koje nisu glasovale za nisu dale izjavu": the second leads to the statement, and is of that.
    """
    leads_to_statement = 0 <= authored.start - denial.end < _NEAR
    if denial is voted or (denial.start == voted.end and not leads_to_statement):
        return True
    return denial.start < voted.start and (voted.start < authored.start or authored.end <= denial.start)
