"""Which acts a comparison of votes is over, where one notice tells several and the question names one.

"Who joined the noes on the provisional application?" holds that vote against the one beside it. Refuses to
widen what asks for one vote alone.
"""

from collections.abc import Sequence

from assistant.procedure import Procedure
from assistant.procedures.library import Library
from assistant.question import Intent, Understanding
from assistant.understanding.subject import policy

_JOINING = "joining"
BESIDE = "provisional_application"
"""What an agreement's other act does, beside its signing."""


def compared(
    asked: Understanding, meant: Sequence[Procedure], library: Library
) -> tuple[Procedure, ...] | None:
    """All the acts of the notice, where the vote on one is held against the others; None where it is not."""
    records = {procedure.record.id for procedure in meant}
    if len(records) != 1 or not _is_on_both(asked):
        return None
    told = library.procedures_in(records.pop())
    return told if len(told) > 1 else None


def _is_on_both(asked: Understanding) -> bool:
    if asked.intent is Intent.COMPARISON:
        return asked.aspect == _JOINING or not (asked.states or asked.topics)
    two_named = len(set(asked.matters) & (policy.deeds() | {BESIDE})) > 1
    return asked.intent is Intent.POSITION_LIST and asked.negated and two_named
