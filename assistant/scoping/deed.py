"""Whether what an act does was done: "were the sanctions extended?" asks whether the act was adopted.

Knows what acts do with their matter (``policy.py``). Refuses to know how the vote went.
"""

from collections.abc import Sequence
from dataclasses import replace

from assistant.procedure import Procedure
from assistant.question import DateKind, Form, Intent, Understanding
from assistant.understanding.subject import policy
from assistant.understanding.subject.matter import matters_of

_EXTENDED = "extended"


def as_outcome(asked: Understanding, meant: Sequence[Procedure]) -> Understanding:
    """The question on the outcome, or its day, where the deed asked about is what the acts meant do."""
    deeds = frozenset(asked.matters) & policy.deeds()
    if not (deeds and meant and _is_open(asked)) or not all(deeds <= matters_of(each) for each in meant):
        return asked
    if asked.form is Form.WHEN:
        return replace(asked, intent=Intent.DATE, aspect=None, date_kind=DateKind.CLOSED)
    if asked.form in {Form.YES_NO, Form.KEYWORDS}:
        return replace(asked, intent=Intent.OUTCOME, aspect=None, date_kind=None)
    return asked


def _is_open(asked: Understanding) -> bool:
    """Whether nothing but the deed is understood: no vote, no voter, no topic of a statement."""
    is_extension = asked.intent is Intent.DATE and asked.aspect == _EXTENDED
    named = asked.states or asked.positions or asked.speaker or asked.amounts
    return (is_extension or asked.intent is Intent.PASSAGE) and not named
