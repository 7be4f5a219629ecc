"""The lasting address of an answer: made of what was asked and the snapshot, and nothing else.

The address itself carries the question, so that no answer has to be kept to be found again.
"""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass

PREFIX = "/a/"
_SNAPSHOT_LENGTH = 12
_LONGEST = 12_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address stands for; ``previous`` is the understanding the question followed on."""

    question: str
    language: str | None = None
    procedure: str | None = None
    previous: Mapping[str, object] | None = None
    snapshot: str = ""


def permalink_of(asked: Asked) -> str:
    """The address of an answer; the same for the same question, language and snapshot.

    >>> read_permalink(permalink_of(Asked("Who?", "en", snapshot="ab" * 32))).question
    'Who?'
    """
    entries = {
        "q": asked.question,
        "l": asked.language,
        "p": asked.procedure,
        "u": asked.previous,
        "s": asked.snapshot[:_SNAPSHOT_LENGTH],
    }
    kept = {key: value for key, value in entries.items() if value}
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return PREFIX + base64.urlsafe_b64encode(text.encode("utf-8", "replace")).decode("ascii").rstrip("=")


def read_permalink(address: str) -> Asked | None:
    """What was asked at an address, with or without its prefix; None where it is no such address."""
    token = address.removeprefix(PREFIX)
    if len(token) > _LONGEST:
        return None
    try:
        decoded = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
        found = json.loads(decoded.decode("utf-8"))
    except (binascii.Error, ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or not isinstance(found.get("q"), str):
        return None
    previous = found.get("u")
    return Asked(
        question=found["q"],
        language=_text(found.get("l")),
        procedure=_text(found.get("p")),
        previous=previous if isinstance(previous, dict) else None,
        snapshot=_text(found.get("s")) or "",
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
