"""*Understood as*: what the assistant took a question to mean, and what the form that changes it offers."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.procedures.library import Library
from corpus.member_state import MEMBERS
from web.pages.edit import INTENTS
from web.pages.latest import latest_procedures

POSITIONS = ("for", "against", "abstention", "not_participating")


@dataclass(frozen=True, slots=True)
class Chip:
    """One slot of an understanding: its kind and its values."""

    kind: str
    values: tuple[str, ...]


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
