"""A computation as answers show it: its formula with the numbers in, each input with its origin."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from assistant.citing.citation import Place
from assistant.citing.computation import Computation, Input, round_half_up
from assistant.wording.catalogue import Catalogue

_NAME = re.compile(r"[a-z_][a-z0-9_]*", re.IGNORECASE)
_LONGEST = 6  # decimals shown of an input that is itself a fraction


def computation_document(
    words: Catalogue, computation: Computation, number_of: Callable[[Place], int]
) -> Mapping[str, object]:
    """The JSON-ready computation, labels in the catalogue's language, places as citation numbers."""
    return {
        "id": computation.id,
        "label": label(words, computation.label),
        "value": str(computation.rounded),
        "unit": computation.unit,
        "formula": formula(computation),
        "decimals": computation.decimals,
        "low": _rounded(computation.low, computation.decimals),
        "high": _rounded(computation.high, computation.decimals),
        "claimant": computation.claimant,
        "inputs": [_input_document(words, item, number_of) for item in computation.inputs],
    }


def formula(computation: Computation) -> str:
    """The formula with its inputs' values for their names: "962 / 30000"."""
    value_by_name = {item.name: plain(item.value) for item in computation.inputs}
    return _NAME.sub(lambda found: value_by_name.get(found[0], found[0]), computation.formula)


def plain(value: Fraction) -> str:
    """A value as digits: whole, or as a decimal as long as it needs to be (at most six places)."""
    places = next(
        (n for n in range(_LONGEST) if value.denominator and (10**n) % value.denominator == 0), _LONGEST
    )
    return str(round_half_up(value, places))


def label(words: Catalogue, key: str) -> str:
    """What a value is called: by its full name, else by its kind, else its key in plain letters."""
    full = key if "." in key else f"label.{key}"
    for known in (full, full.partition("_")[0]):
        if words.has(known):
            return words.pattern(known)
    return key.rpartition(".")[2].replace("_", " ")


def of_reading(computations: Sequence[Computation], suffix: str) -> tuple[Computation, ...]:
    """The computations under ids of their own, so that two readings of a vote can be shown together."""
    ids = {computation.id for computation in computations}

    def renamed(item: Input) -> Input:
        return replace(item, computation=f"{item.computation}{suffix}") if item.computation in ids else item

    return tuple(
        replace(c, id=f"{c.id}{suffix}", inputs=tuple(renamed(item) for item in c.inputs))
        for c in computations
    )


def _input_document(words: Catalogue, item: Input, number_of: Callable[[Place], int]) -> Mapping[str, object]:
    return {
        "name": item.name,
        "label": label(words, item.label),
        "value": plain(item.value),
        "unit": item.unit,
        "citation": number_of(item.place) if item.place else None,
        "computation": item.computation,
        "assumption": label(words, item.assumption) if item.assumption else None,
    }


def _rounded(value: Fraction | None, decimals: int) -> str | None:
    return None if value is None else str(Decimal(round_half_up(value, decimals)))
