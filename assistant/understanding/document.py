"""An understanding as JSON: shown to the asker, edited, sent back as ``previous``.

Only fields that are set are written. What is read back may have been edited by anybody: whatever is not
a well-formed understanding is taken as none.
"""

from collections.abc import Iterator, Mapping

from pydantic import TypeAdapter, ValidationError

from assistant.question import Amount, Understanding
from corpus.member_state import EVER_MEMBERS, name_of

_ADAPTER = TypeAdapter(Understanding)
_MOST_PARTS = 6
_MOST_DIGITS = 18
_ANY_LANGUAGE = "en"


def document(asked: Understanding) -> Mapping[str, object]:
    """The JSON-ready understanding."""
    found: dict[str, object] = _ADAPTER.dump_python(asked, mode="json", exclude_defaults=True)
    return found


def read(sent: Mapping[str, object] | Understanding | None) -> Understanding | None:
    """The understanding that was sent back; None where nothing well-formed was."""
    if sent is None or isinstance(sent, Understanding):
        return sent
    try:
        found = _ADAPTER.validate_python(sent)
    except (ValidationError, ValueError, RecursionError):
        return None
    is_whole = len(found.parts) <= _MOST_PARTS and not any(part.parts for part in found.parts)
    every = (found, *found.parts)
    return (
        found if is_whole and all(_names_states(each) and _can_be_written(each) for each in every) else None
    )


def _can_be_written(asked: Understanding) -> bool:
    """Whether no amount takes more digits than anything that is counted or paid for here."""
    return all(abs(amount.value.adjusted()) <= _MOST_DIGITS for amount in _amounts(asked))


def _amounts(asked: Understanding) -> Iterator[Amount]:
    yield from asked.amounts
    yield from (premise.amount for premise in asked.premises if premise.amount is not None)


def _names_states(asked: Understanding) -> bool:
    """Whether every code is a state's: members where members stand."""
    return {*asked.states, *asked.excluded} <= set(EVER_MEMBERS) and all(map(_has_name, asked.non_members))


def _has_name(code: str) -> bool:
    try:
        return bool(name_of(code, _ANY_LANGUAGE))
    except KeyError:
        return False
