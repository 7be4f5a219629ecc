"""What kind of act a question names, and whether it speaks of one act only: "who opposed the regulation?".

Knows what acts are called in the singular (``data/act_kinds.toml``). Refuses to know what an act is on.
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from assistant.procedure import Procedure
from assistant.question import Form, Intent, Understanding
from assistant.understanding import reading
from assistant.understanding.atoms import PLAIN_TOPICS
from assistant.understanding.phrasebook import Phrasebook
from assistant.understanding.token import cleaned, tokenise

_DATA = Path(__file__).parent.parent / "data" / "act_kinds.toml"
_ANY = "act"
_TITLE_WORDS = 8  # a title begins with its kind: "Draft Council Implementing Decision …"
_PLURAL = "object.procedures"
_ON_AN_ACT = frozenset(
    {
        Intent.POSITION_LIST, Intent.POSITION_COUNT, Intent.TALLY, Intent.OUTCOME, Intent.MAJORITY,
        Intent.DATE, Intent.DOCUMENT, Intent.PROCEDURE_FILE, Intent.CONTACT, Intent.SUBJECT,
        Intent.PARTICIPATION,
    }
)  # fmt: skip
_RESULTS = frozenset({Intent.OUTCOME, Intent.MAJORITY})
_OF_STATES = frozenset({Intent.STATE_POSITION, Intent.REASON, Intent.STATEMENT_AUTHORS})


def of_kind(asked: Understanding, meant: Sequence[Procedure]) -> list[Procedure]:
    """The procedures on acts of the kind that a question names."""
    if asked.intent not in _ON_AN_ACT | _OF_STATES or set(asked.topics) - PLAIN_TOPICS or asked.provisions:
        return []
    named = set(_kinds_in(asked.question, asked.language)) - {_ANY}
    return [each for each in meant if _kind_of(each) in named] if len(named) == 1 else []


def is_on_one(asked: Understanding) -> bool:
    """Whether a question speaks of one act ("the decision", "the procedure") and nothing tells which."""
    named = asked.states or set(asked.topics) - PLAIN_TOPICS or asked.matters
    if named or asked.provisions or asked.amounts or asked.carried:
        return False
    if asked.intent not in _ON_AN_ACT or asked.form in {Form.LIST, Form.WHICH}:
        return False
    is_it = asked.intent in _RESULTS and asked.form is Form.YES_NO  # "did it get its majority or not?"
    if not is_it and not _kinds_in(asked.question, asked.language):
        return False
    marks = reading.read(cleaned(asked.question), asked.language).marks
    return not any(_PLURAL in mark.tags and len(mark.tags) == 1 for mark in marks)


def _kind_of(procedure: Procedure) -> str | None:
    title = procedure.title
    found = () if title is None else _kinds_in(title.value, procedure.record.notice.language, _TITLE_WORDS)
    return next((kind for kind in found if kind != _ANY), None)


@lru_cache(maxsize=8192)
def _kinds_in(text: str, language: str, words: int | None = None) -> tuple[str, ...]:
    """The kinds of act that a text names, in its order."""
    folded = [token.folded for token in tokenise(text)][:words]
    return tuple(dict.fromkeys(tag for mark in _book(language).marks(folded) for tag in sorted(mark.tags)))


@cache
def _book(language: str) -> Phrasebook:
    book = Phrasebook()
    for kind, names in _words().get(language, {}).items():
        for name in names:
            book.add(name, kind)
    return book


@cache
def _words() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(_DATA.read_text("utf-8"))
