"""A plain count: one for each thing, cited to where it stands."""

from collections.abc import Mapping
from fractions import Fraction

from assistant.citing.citation import Place
from assistant.citing.computation import Computation, Input

COUNTED_PROCEDURES = "assumption.counted_procedures"


def over_procedures(id_: str, number: int) -> Computation:
    """A number counted over all procedures held: as many as there are, too many to be cited one by one."""
    found = Input("n", id_, Fraction(number), "procedure", assumption=COUNTED_PROCEDURES)
    return Computation(id_, id_, Fraction(number), "procedure", "n", (found,), decimals=0)


def count(id_: str, unit: str, place_by_name: Mapping[str, Place | None], assumed: str = "") -> Computation:
    """How many there are: each name counts one, cited to its place.

    ``assumed`` names the assumption behind those without a place.
    """
    inputs = tuple(
        Input(name, unit, Fraction(1), unit, place=place, assumption=None if place else assumed)
        for name, place in place_by_name.items()
    )
    formula = " + ".join(place_by_name) or "0"
    return Computation(id_, id_, Fraction(len(inputs)), unit, formula, inputs, decimals=0)
