"""What is to be reckoned from figures told before: "30 000 or 600 million. What is that per person?".

Knows the words for a rate, a sum, a difference, a share. Refuses a question that names figures of its own.
"""

from dataclasses import replace

from assistant.question import Amount, Intent, Refusal, Understanding
from assistant.understanding.amount import is_figure
from assistant.understanding.reading import Reading

_OPEN = frozenset(
    {
        Intent.PASSAGE, Intent.QUOTATION, Intent.FIGURE, Intent.STATEMENT, Intent.DEFINITION, Intent.REFUSED,
        Intent.POOL_COMPUTATION, Intent.SUBJECT, Intent.EVIDENCE,
    }
)  # fmt: skip
_LEFT_OPEN = frozenset({None, Refusal.UNCLEAR, Refusal.OUT_OF_SCOPE})
_ASPECTS = (
    ("object.rate", "rate"),
    ("object.sum", "sum"),
    ("object.shortfall", "shortfall"),
    ("object.difference", "difference"),
    ("object.equivalents", "equivalents"),
    ("object.coverage", "coverage"),
    ("unit.percent", "coverage"),
)
_VOTES = ("object.majority", "object.vote", "object.threshold", "object.adopted", "object.blocking")
_SEVERAL = 2
_LONGEST = 12
CARRIED = ("states", "amounts")


def reckoned(asked: Understanding, found: Reading, amounts: tuple[Amount, ...]) -> Understanding | None:
    """The question as a computation on these figures, where it names none and asks for one; else None."""
    aspect = next((name for tag, name in _ASPECTS if found.has(tag)), None)
    figures = tuple(amount for amount in amounts if is_figure(amount))
    own = asked.states or asked.positions or asked.amounts or asked.documents or asked.parts
    if aspect is None or own or len(figures) < _SEVERAL or found.length > _LONGEST:
        return None
    if not (asked.intent in _OPEN or _is_of_no_vote(asked, found)) or asked.refusal not in _LEFT_OPEN:
        return None
    computed = replace(asked, intent=Intent.POOL_COMPUTATION, aspect=aspect, amounts=figures, refusal=None)
    return replace(computed, speaker=None, premises=(), carried=CARRIED)


def _is_of_no_vote(asked: Understanding, found: Reading) -> bool:
    """Whether what was reached or missed is the target told of, not a majority: no vote is spoken of."""
    return asked.intent is Intent.MAJORITY and not any(map(found.has, _VOTES))


def of_previous(fresh: Understanding, found: Reading, previous: Understanding) -> Understanding | None:
    """What is to be reckoned from the figures of the question before."""
    return reckoned(fresh, found, previous.amounts)
