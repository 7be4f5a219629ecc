"""The votes of every member in every procedure, as a book that is opened by state, position and day.

Knows who stood where, in numbers alone: a vote takes four bytes a line. What a line says whole, and
from which words, is made when it is read.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar, overload

from corpus.model import Position

Row_co = TypeVar("Row_co", covariant=True)
Cast = Mapping[str, Position | None]
"""Where each member stood in one vote, by its code."""

_Key = tuple[str | None, Position | None]
_MEMBERS = 64  # more states than will ever have voted: a line is a vote's place times this, plus a state's


class VoteBook:
    """Who stood where; votes are numbered in the order they are given, which is that of their days."""

    def __init__(self, votes: Iterable[tuple[date | None, Cast]]) -> None:
        votes = tuple(votes)
        self._days = [day or date.min for day, _ in votes]
        self._states = sorted({state for _, cast in votes for state in cast})
        self._lines: defaultdict[tuple[str | None, Position | None], array[int]] = defaultdict(
            lambda: array("I")
        )
        number = {state: n for n, state in enumerate(self._states)}
        for place, (_, cast) in enumerate(votes):
            for state in sorted(cast):
                line, position = place * _MEMBERS + number[state], cast[state]
                for key in {(None, None), (state, None), (None, position), (state, position)}:
                    self._lines[key].append(line)

    def lines(
        self, state: str | None, position: Position | None, first: date | None, last: date | None
    ) -> Sequence[int]:
        """The lines of a state and a position between two days, both included; all where none is named.

        A vote whose day is not known is between no two days.
        """
        found = self._lines.get((state, position), array("I"))
        if first is None and last is None:
            return found
        known = bisect_right(self._days, date.min)
        start = max(known, bisect_left(self._days, first or date.min))
        end = bisect_right(self._days, last or date.max)
        return found[bisect_left(found, start * _MEMBERS) : bisect_left(found, max(start, end) * _MEMBERS)]

    def read(self, line: int) -> tuple[int, str]:
        """The number of the vote a line stands for, and the state."""
        place, number = divmod(line, _MEMBERS)
        return place, self._states[number]


class Rows(Sequence[Row_co]):
    """Lines of the book as rows, each made when it is looked at."""

    def __init__(self, lines: Sequence[int], made: Callable[[int], Row_co]) -> None:
        self._lines, self._made = lines, made

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, place: int) -> Row_co: ...
    @overload
    def __getitem__(self, place: slice) -> "Rows[Row_co]": ...
    def __getitem__(self, place: int | slice) -> "Row_co | Rows[Row_co]":
        if isinstance(place, slice):
            return Rows(self._lines[place], self._made)
        return self._made(self._lines[place])

    def __iter__(self) -> Iterator[Row_co]:
        return map(self._made, self._lines)
