"""Whose denial a "not" is: of the statement, or of the vote beside it.

Knows where denials stand. Refuses to know what anybody did.
"""

from dataclasses import replace

from assistant.question import Intent, Understanding
from assistant.understanding.reading import Reading
from corpus.model import Position

_VOTED = (Position.FOR, Position.AGAINST, Position.ABSTENTION)


def of_the_vote(asked: Understanding, found: Reading) -> Understanding:
    """Authors that did *not* vote so: the denial is of the vote, not the statement; "neither" is of both."""
    authored, voted = (
        found.first("object.author") or found.first("object.statement"),
        found.first("position."),
    )
    if asked.intent is not Intent.STATEMENT_AUTHORS or not asked.negated or not (authored and voted):
        return asked
    others = tuple(p for p in _VOTED if p not in asked.positions)
    if found.has("negation.neither"):
        return replace(asked, positions=others)
    denials = [mark for mark in found.marks if "negation.not" in mark.tags]
    if not any(authored.end <= mark.start < voted.start for mark in denials):
        return asked
    return replace(asked, positions=others, negated=False)
