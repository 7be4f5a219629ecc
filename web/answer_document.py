"""An answer as JSON: field for field the contract's Answer, sealed over every character.

The vote an answer is about is the longest thing in it and the same in every answer about it, so it
is written once and put in between what comes before and after it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256

from pydantic import TypeAdapter

from assistant import verify_answer
from assistant.answer import Answer

_ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)
_TALLY = "tally"
_MOST_TALLIES = 64
Document = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Same:
    """A tally, equal to itself only: a snapshot gives the same object for the same vote."""

    tally: Mapping[str, object]

    def __hash__(self) -> int:
        return id(self.tally)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.tally is other.tally


@dataclass(frozen=True, slots=True)
class WrittenAnswer:
    """An answer as the bytes that are sent, in three pieces; the vote in the middle is shared."""

    before: bytes
    tally: bytes
    after: bytes

    @property
    def body(self) -> bytes:
        """The whole answer."""
        return self.before + self.tally + self.after


def answer_document(answer: Answer) -> Document:
    """The answer as JSON-ready values, in the contract's order, its seal last."""
    document = _unsealed(answer)
    if answer.tally is not None:
        document[_TALLY] = answer.tally
    return {**document, verify_answer.SEAL: _seal(document, answer)}


def written_answer(answer: Answer) -> WrittenAnswer:
    """The answer as the bytes that are sent, sealed: those of ``json_bytes(answer_document(answer))``."""
    document = _unsealed(answer)
    document[verify_answer.SEAL] = _seal(document, answer)
    names = list(document)
    at = names.index(_TALLY)
    before = json_bytes({name: document[name] for name in names[:at]})
    after = json_bytes({name: document[name] for name in names[at + 1 :]})
    tally = _as_sent(_Same(answer.tally)) if answer.tally is not None else b"null"
    return WrittenAnswer(before[:-1] + b',"tally":', tally, b"," + after[1:])


def json_bytes(document: Mapping[str, object] | list[object]) -> bytes:
    """A document as the bytes that are sent: the same document always gives the same bytes."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _unsealed(answer: Answer) -> Document:
    """The answer without its vote and without its seal."""
    document: Document = _ANSWER.dump_python(replace(answer, tally=None), mode="json")
    return document


def _seal(document: Mapping[str, object], answer: Answer) -> str:
    """The seal of an answer: ``verify_answer.seal_of`` with the vote written once."""
    names = sorted(name for name in document if name not in {_TALLY, verify_answer.SEAL})
    before = _sorted_text({name: document[name] for name in names if name < _TALLY})
    after = _sorted_text({name: document[name] for name in names if name > _TALLY})
    tally = _as_sealed(_Same(answer.tally)) if answer.tally is not None else b"null"
    digest = sha256(before[:-1] + b',"tally":')
    digest.update(tally)
    digest.update(b"," + after[1:])
    return digest.hexdigest()


def _sorted_text(document: Mapping[str, object]) -> bytes:
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


@lru_cache(_MOST_TALLIES)
def _as_sent(tally: _Same) -> bytes:
    return json_bytes(tally.tally)


@lru_cache(_MOST_TALLIES)
def _as_sealed(tally: _Same) -> bytes:
    return _sorted_text(tally.tally)
