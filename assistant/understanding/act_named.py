"""The act that a question is on by what an earlier one named: its matter, document, file or day.

Knows which slots name an act. Refuses to carry one into a question that names its own, or asks for acts.
"""

from dataclasses import replace

from assistant.question import DateKind, Form, Intent, Understanding

_BY_NUMBER = ("documents", "procedure_files")
_BY_DAY = ("dates", "periods")
_LISTING = frozenset({Intent.STATE_POSITION, Intent.OUTCOME})


def names_act(asked: Understanding) -> bool:
    """Whether a question names an act of its own, or speaks of all of them."""
    own = asked.documents or asked.procedure_files or asked.matters
    return bool(own) or asked.intent is Intent.COVERAGE


def kept(asked: Understanding, previous: Understanding) -> Understanding:
    """The question on the act that the one before named; unchanged where it names one."""
    if names_act(asked) or (asked.intent in _LISTING and asked.form is Form.WHICH):
        return asked
    by_day = () if _asks_a_day(asked) else _BY_DAY
    wanted = ("matters", *_BY_NUMBER, *by_day)
    taken = {
        name: value for name in wanted if (value := getattr(previous, name)) and not getattr(asked, name)
    }
    if previous.matters:
        taken = {"matters": previous.matters}
    return replace(asked, carried=tuple(dict.fromkeys((*asked.carried, *taken))), **taken)


def _asks_a_day(asked: Understanding) -> bool:
    """Whether a day is asked about, so that another one would be taken for the one proposed."""
    return bool(asked.dates or asked.periods) or (
        asked.intent is Intent.DATE and asked.form is Form.YES_NO and asked.date_kind is not DateKind.ALL
    )
