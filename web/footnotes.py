"""Numbers the places a document cites, in the order they are met."""

from collections.abc import Iterable
from dataclasses import asdict

from assistant.citing.citation import Citation, Place, cite


class Footnotes:
    """The citations of one document."""

    def __init__(self) -> None:
        self._citation_by_place: dict[Place, Citation] = {}

    def number(self, place: Place) -> int:
        """The number of a place, which becomes a citation when it is met first."""
        if place not in self._citation_by_place:
            self._citation_by_place[place] = cite(place, len(self._citation_by_place) + 1)
        return self._citation_by_place[place].n

    def numbers(self, places: Iterable[Place]) -> list[int]:
        """The numbers of places, each once."""
        return list(dict.fromkeys(self.number(place) for place in places))

    def documents(self) -> list[dict[str, object]]:
        """The citations, by number."""
        return [asdict(citation) for citation in self._citation_by_place.values()]
