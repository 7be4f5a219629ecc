"""*Understood as*: what the assistant took a question to mean, and the form that changes it.

An edit becomes a plain question in the words of the wording catalogue and is asked again, so that the
answer never depends on anything but a question that can be read.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answer import Message, States
from assistant.library import Library
from assistant.wording.catalogue import catalogue
from assistant.wording.sentences import word_messages
from corpus.member_state import MEMBERS, subject_of
from web.pages.latest import latest_procedures
from web.pages.speech import translations
from web.pages.vocabulary import marked

_ASK_BY_INTENT = {
    "tally": "ask.tally",
    "outcome": "ask.outcome",
    "majority": "ask.majority",
    "blocking": "ask.blocking",
    "turning": "ask.turning",
    "date": "ask.when_closed",
    "document": "ask.documents",
    "subject": "ask.subject",
    "statement_authors": "ask.authors",
    "pool_computation": "ask.pool",
}
_ASK_BY_POSITION = {"against": "ask.against", "abstention": "ask.abstained"}
_OWN_BY_POSITION = {
    "for": marked("Who voted in favour?"),
    "not_participating": marked("Who did not take part in the vote?"),
}
_OWN_BY_INTENT = {
    "state_position": marked("How did %(state)s vote?"),
    "statement": marked("What did %(state)s state?"),
}
INTENTS = (*_OWN_BY_INTENT, "reason", "position_list", *_ASK_BY_INTENT)
POSITIONS = ("for", "against", "abstention", "not_participating")
_FIRST_STATE = "ES"


@dataclass(frozen=True, slots=True)
class Chip:
    """One slot of an understanding: its kind and its values."""

    kind: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """What an edited understanding asks for."""

    intent: str
    state: str
    position: str
    language: str

    def question(self) -> str:
        """The question it amounts to, in its language."""
        code = self.state if self.state in MEMBERS else _FIRST_STATE
        if self.intent in _OWN_BY_INTENT:
            pattern = translations(self.language).gettext(_OWN_BY_INTENT[self.intent])
            return pattern % {"state": subject_of(code, self.language)}
        if self.intent == "position_list" and self.position in _OWN_BY_POSITION:
            return translations(self.language).gettext(_OWN_BY_POSITION[self.position])
        return word_messages(catalogue(self.language), (self._message(code),))[0]

    def _message(self, code: str) -> Message:
        if self.intent == "reason":
            return "ask.why", {"states": States((code,))}
        if self.intent == "position_list":
            return _ASK_BY_POSITION.get(self.position, "ask.against"), {}
        return _ASK_BY_INTENT.get(self.intent, "ask.tally"), {}


def choices(library: Library) -> dict[str, object]:
    """What the form that changes an understanding offers."""
    procedures = latest_procedures(library)
    return {
        "intents": INTENTS,
        "positions": POSITIONS,
        "members": MEMBERS,
        "procedures": procedures,
        "has_more_procedures": len(procedures) < len(library.procedures),
    }


def chips_of(understanding: Mapping[str, object]) -> tuple[Chip, ...]:
    """The slots of an understanding that a reader can check, part by part."""
    parts = understanding.get("parts")
    if isinstance(parts, list | tuple) and parts:
        found = (chip for part in parts if isinstance(part, Mapping) for chip in _chips(part))
        return tuple(dict.fromkeys(found))
    return _chips(understanding)


def slot_of(understanding: Mapping[str, object], kind: str) -> str:
    """The first value of a slot, empty where it has none."""
    values = _texts(understanding.get(kind))
    return values[0] if values else ""


def _chips(understanding: Mapping[str, object]) -> tuple[Chip, ...]:
    kinds = ("intent", "states", "positions", "bound", "switches", "matters", "procedure")
    found = ((kind, _texts(understanding.get(kind))) for kind in kinds)
    return tuple(Chip(kind, values) for kind, values in found if values)


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Mapping):  # a bound
        return (f"{value.get('relation')}:{_number(value.get('number'))}",)
    if not isinstance(value, list | tuple):
        return ()
    return tuple(
        f"{item.get('state')}:{item.get('position')}" if isinstance(item, Mapping) else str(item)
        for item in value
    )


def _number(value: object) -> str:
    return "" if value is None else str(value)
