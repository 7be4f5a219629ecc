"""Which passages a search may find: the filters, answered from tables made once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from index.hit import Filters
from index.passage import Passage

Allowed = NDArray[np.bool_]

_UNDATED = ""


class Selection:
    """The passages by what can be filtered on."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._count = len(passages)
        self._places: dict[tuple[str, str], NDArray[np.int64]] = _places(passages)
        self._dates = np.array([passage.date or _UNDATED for passage in passages], dtype="U10")

    def allowed(self, filters: Filters) -> Allowed | None:
        """The passages that pass, or None where every passage does.

        Shape: (passages,).
        """
        asked = {
            "speaker": filters.speaker,
            "part": filters.part,
            "record": filters.record,
            "language": filters.language,
            "procedure": filters.procedure,
        }
        masks = [self._having(field, value) for field, value in asked.items() if value]
        if filters.dated_from:
            masks.append(self._dates >= filters.dated_from)
        if filters.dated_to:
            masks.append((self._dates <= filters.dated_to) & (self._dates != _UNDATED))
        return np.logical_and.reduce(masks) if masks else None

    def _having(self, field: str, value: str) -> Allowed:
        mask = np.zeros(self._count, dtype=np.bool_)
        mask[self._places.get((field, value), np.empty(0, dtype=np.int64))] = True
        return mask


def _places(passages: Sequence[Passage]) -> dict[tuple[str, str], NDArray[np.int64]]:
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, passage in enumerate(passages):
        for fact in _facts(passage):
            places[fact].append(place)
    return {fact: np.array(found, dtype=np.int64) for fact, found in places.items()}


def _facts(passage: Passage) -> Iterable[tuple[str, str]]:
    yield "record", passage.record
    yield "language", passage.language
    yield "part", passage.part
    if passage.part.startswith("statement:"):
        yield "part", "statement"
    for speaker in dict.fromkeys([passage.speaker, *passage.speaker.split("+")]):
        yield "speaker", speaker
    for procedure in passage.procedures:
        yield "procedure", procedure
