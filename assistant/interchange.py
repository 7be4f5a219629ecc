"""An understanding as JSON and back: what is shown to the asker, edited, and sent back.

Knows the fields by name. Tolerant of whatever comes back: a field that is no longer what it
should be is left at its default, and what is no object at all is no understanding.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from assistant.question import (
    Amount,
    DateKind,
    Form,
    Intent,
    Premise,
    PremiseKind,
    Refusal,
    Switch,
    Understanding,
)
from corpus.errors import InvalidIdentifier
from corpus.identifiers import DocumentNumber, ProcedureReference, Provision
from corpus.model import Position

T = TypeVar("T")
Json = Mapping[str, object]
_LONGEST = 4000
_MOST = 40
_MALFORMED = (
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    InvalidOperation,
    InvalidIdentifier,
    OverflowError,
)


def to_json(asked: Understanding) -> dict[str, object]:
    """The understanding as plain JSON: strings, numbers as strings, lists and objects."""
    return {field.name: _plain(getattr(asked, field.name)) for field in fields(asked)}


def from_json(data: object) -> Understanding | None:
    """The understanding that was sent back; None when it is not one."""
    if not isinstance(data, Mapping):
        return None
    intent = _one(Intent, data.get("intent"))
    form = _one(Form, data.get("form"))
    if intent is None or form is None:
        return None
    kept = {name: value for name, read in _READERS.items() if (value := read(data.get(name))) is not None}
    parts = tuple(
        part for item in _items(data.get("parts")) if (part := from_json(_childless(item))) is not None
    )
    return Understanding(
        question=_text(data.get("question")) or "",
        language=_text(data.get("language")) or "en",
        intent=intent,
        form=form,
        parts=parts,
        # every reader gives the type of the field it is named for; the tests go through all of them
        **kept,  # type: ignore[arg-type]
    )


def _plain(value: object) -> object:
    """A value of an understanding as JSON."""
    if isinstance(value, StrEnum | DocumentNumber | ProcedureReference | Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Amount | Switch | Premise | Provision | Understanding):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _childless(item: object) -> object:
    return {**item, "parts": []} if isinstance(item, Mapping) else item


def _items(value: object) -> list[object]:
    return value[:_MOST] if isinstance(value, list) else []


def _text(value: object) -> str | None:
    return value[:_LONGEST] if isinstance(value, str) else None


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _one(read: Callable[[str], T], value: object) -> T | None:
    """A value read from a string; None when it cannot be."""
    try:
        return read(value) if isinstance(value, str) else None
    except _MALFORMED:
        return None


def _several(read: Callable[[object], T | None]) -> Callable[[object], tuple[T, ...]]:
    return lambda value: tuple(found for item in _items(value) if (found := read(item)) is not None)


def _from_text(read: Callable[[str], T]) -> Callable[[object], T | None]:
    return lambda value: _one(read, value)


def _from_object(read: Callable[[Json], T]) -> Callable[[object], T | None]:
    def tolerant(value: object) -> T | None:
        try:
            return read(value) if isinstance(value, Mapping) else None
        except _MALFORMED:
            return None

    return tolerant


def _amount(data: Json) -> Amount:
    return Amount(Decimal(str(data["value"])), _text(data.get("unit")))


def _switch(data: Json) -> Switch:
    return Switch(str(data["state"]), Position(str(data["position"])))


def _provision(data: Json) -> Provision:
    return Provision(
        str(data["act"]),
        _text(data.get("article")),
        _text(data.get("paragraph")),
        _text(data.get("subparagraph")),
    )


def _premise(data: Json) -> Premise:
    return Premise(
        kind=PremiseKind(str(data["kind"])),
        state=_text(data.get("state")),
        position=_one(Position, data.get("position")),
        negated=_flag(data.get("negated")) or False,
        amount=_from_object(_amount)(data.get("amount")),
        adopted=_flag(data.get("adopted")),
        date=_one(date.fromisoformat, data.get("date")),
        document=_text(data.get("document")),
        rule=_text(data.get("rule")),
    )


_READERS: Mapping[str, Callable[[object], object]] = {
    **dict.fromkeys(("states", "non_members", "groups", "excluded", "topics", "carried"), _several(_text)),
    **dict.fromkeys(("speaker", "aspect", "procedure", "search_text"), _text),
    **dict.fromkeys(("others", "negated"), _flag),
    "positions": _several(_from_text(Position)),
    "documents": _several(_from_text(DocumentNumber.parse)),
    "procedure_files": _several(_from_text(ProcedureReference.parse)),
    "provisions": _several(_from_object(_provision)),
    "dates": _several(_from_text(date.fromisoformat)),
    "date_kind": _from_text(DateKind),
    "amounts": _several(_from_object(_amount)),
    "switches": _several(_from_object(_switch)),
    "premises": _several(_from_object(_premise)),
    "refusal": _from_text(Refusal),
}
