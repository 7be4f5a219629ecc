"""Characters claimed by what was read first, so that nothing is read twice."""

from bisect import bisect_left

from corpus.text import Span


class Claims:
    """A set of spans that do not overlap, kept in order; a claim costs a search, not a walk."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def claim(self, span: Span) -> bool:
        """Claim a span; False, and nothing changes, where a character of it is taken."""
        place = bisect_left(self._starts, span.start)
        if place < len(self._starts) and self._starts[place] < span.end:
            return False
        if place > 0 and self._ends[place - 1] > span.start:
            return False
        self._starts.insert(place, span.start)
        self._ends.insert(place, span.end)
        return True
