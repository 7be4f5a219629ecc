"""The lasting address of an answer: made of what was asked and the snapshot, and nothing else.

The address itself carries it, so that no answer has to be kept to be found again: what was understood,
where the answer depends on nothing else (then every way of asking it has this one address), and the
question in its own words otherwise.
"""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.question import Understanding
from assistant.understanding import document as understanding_document

PREFIX = "/a/"
LONGEST = 12_000
_SNAPSHOT_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in its own words; ``previous`` is the understanding it followed on."""

    question: str
    language: str | None = None
    procedure: str | None = None
    previous: Mapping[str, object] | None = None
    snapshot: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood, in whichever words it was asked."""

    understanding: Understanding
    snapshot: str = ""


Addressed = Asked | Understood


def permalink_of(asked: Addressed) -> str:
    """The address of an answer; the same for the same that is asked of the same snapshot.

    >>> read_permalink(permalink_of(Asked("Who?", "en", snapshot="ab" * 32))).question
    'Who?'
    """
    kept = {key: value for key, value in _entries(asked).items() if value}
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return PREFIX + base64.urlsafe_b64encode(text.encode("utf-8", "replace")).decode("ascii").rstrip("=")


def _entries(asked: Addressed) -> Mapping[str, object]:
    snapshot = asked.snapshot[:_SNAPSHOT_LENGTH]
    if isinstance(asked, Understood):
        return {"a": understanding_document.document(asked.understanding), "s": snapshot}
    return {
        "q": asked.question,
        "l": asked.language,
        "p": asked.procedure,
        "u": asked.previous,
        "s": snapshot,
    }


def read_permalink(address: str) -> Addressed | None:
    """What was asked at an address, with or without its prefix; None where it is no such address."""
    token = address.removeprefix(PREFIX)
    if len(token) > LONGEST:
        return None
    try:
        decoded = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
        found = json.loads(decoded.decode("utf-8"))
    except (binascii.Error, ValueError, RecursionError):
        return None
    return _read(found) if isinstance(found, dict) else None


def _read(found: Mapping[str, object]) -> Addressed | None:
    snapshot = _text(found.get("s")) or ""
    understanding, question, previous = found.get("a"), found.get("q"), found.get("u")
    if isinstance(understanding, dict):
        understood = understanding_document.read(understanding)
        return Understood(understood, snapshot) if understood is not None else None
    if not isinstance(question, str):
        return None
    return Asked(
        question=question,
        language=_text(found.get("l")),
        procedure=_text(found.get("p")),
        previous=previous if isinstance(previous, dict) else None,
        snapshot=snapshot,
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
