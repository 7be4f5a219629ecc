"""An answer as JSON: field for field the contract's Answer, sealed over every character."""

import json
from collections.abc import Mapping

from pydantic import TypeAdapter

from assistant import verify_answer
from assistant.answer import Answer

_ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)


def answer_document(answer: Answer) -> dict[str, object]:
    """The answer as JSON-ready values, in the contract's order, its seal last."""
    document: dict[str, object] = _ANSWER.dump_python(answer, mode="json")
    return {**document, verify_answer.SEAL: verify_answer.seal_of(document)}


def json_bytes(document: Mapping[str, object] | list[object]) -> bytes:
    """A document as the bytes that are sent: the same document always gives the same bytes."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
