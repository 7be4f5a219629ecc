"""The members as 27 equal tiles, laid out like a map: every member weighs the same to the eye."""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.counting.tally import MemberVote

TILE, GAP = 44, 4
_COLUMN_ROW = {
    "SE": (5, 0), "FI": (6, 0),
    "IE": (0, 2), "DK": (3, 1), "EE": (6, 1),
    "GB": (1, 1), "NL": (2, 2), "DE": (3, 2), "PL": (4, 2), "LT": (5, 2), "LV": (6, 2),
    "BE": (1, 3), "LU": (2, 3), "CZ": (3, 3), "SK": (4, 3),
    "FR": (1, 4), "AT": (3, 4), "HU": (4, 4), "RO": (5, 4),
    "PT": (0, 5), "ES": (1, 5), "IT": (2, 5), "SI": (3, 5), "HR": (4, 5), "BG": (5, 5),
    "MT": (3, 6), "GR": (5, 6), "CY": (6, 6),
}  # fmt: skip
COLUMNS, ROWS = 7, 7
WIDTH = COLUMNS * (TILE + GAP) - GAP
HEIGHT = ROWS * (TILE + GAP) - GAP


@dataclass(frozen=True, slots=True)
class Tile:
    """A member's tile: where it is drawn, and where the member stood. Units: pixels of the drawing."""

    state: str
    x: int
    y: int
    position: str
    is_stated: bool
    is_hypothetical: bool


def tiles(votes: Iterable[MemberVote]) -> tuple[Tile, ...]:
    """The tiles of a tally, in reading order; a state without a place on the map is left to the table."""
    placed = [(_COLUMN_ROW[vote.state], vote) for vote in votes if vote.state in _COLUMN_ROW]
    return tuple(
        Tile(
            state=vote.state,
            x=column * (TILE + GAP),
            y=row * (TILE + GAP),
            position=str(vote.position or "unknown"),
            is_stated=vote.evidence == "stated",
            is_hypothetical=vote.hypothetical,
        )
        for (column, row), vote in sorted(placed, key=lambda item: (item[0][1], item[0][0]))
    )
