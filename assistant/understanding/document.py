"""An understanding as JSON: shown to the asker, edited, sent back as ``previous``.

Only fields that are set are written. What is read back may have been edited by anybody: whatever is not
a well-formed understanding is taken as none.
"""

from collections.abc import Mapping

from pydantic import TypeAdapter, ValidationError

from assistant.question import Understanding

_ADAPTER = TypeAdapter(Understanding)


def document(asked: Understanding) -> Mapping[str, object]:
    """The JSON-ready understanding."""
    found: dict[str, object] = _ADAPTER.dump_python(asked, mode="json", exclude_defaults=True)
    return found


def read(sent: Mapping[str, object] | Understanding | None) -> Understanding | None:
    """The understanding that was sent back; None where nothing well-formed was."""
    if sent is None or isinstance(sent, Understanding):
        return sent
    try:
        return _ADAPTER.validate_python(sent)
    except (ValidationError, ValueError, RecursionError):
        return None
