"""A segment: a run of records with all that finds them, in one file that never changes.

Which records lie together follows from their ids alone, so that equal records give equal segments,
however they came in; and one record more changes one segment.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import DTypeLike, NDArray

from corpus.model import Record
from index.container import Content, packed, unpacked
from index.lexical import Postings
from index.passage import Passage
from index.serial import passage_lines, passages_from, record_lines, records_from
from index.shelf import Shelf

_RECORDS = 16  # records of a segment, on average: what is written again when one comes in


@dataclass(frozen=True, slots=True)
class Segment:
    """Records that follow one another, their passages, and what finds these."""

    records: tuple[Record, ...]
    passages: tuple[Passage, ...]
    shelf: Shelf


def runs_of(records: Sequence[Record]) -> Iterator[tuple[Record, ...]]:
    """The records, which are in the order of their ids, as the runs that lie together.

    A run ends after an id whose hash says so: that depends on no other record.
    """
    run: list[Record] = []
    for record in records:
        run.append(record)
        if int.from_bytes(sha256(record.id.encode()).digest()[:4], "big") % _RECORDS == 0:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def content_of(segment: Segment) -> bytes:
    """The file of a segment; equal segments, equal bytes."""
    shelf = segment.shelf
    return packed(
        {
            "records": record_lines(segment.records),
            "passages": passage_lines(segment.passages),
            "unit_starts": _bytes_of(shelf.unit_starts, "<i8"),
            "unit_codes": _bytes_of(shelf.unit_codes, "<i1"),
            "row_starts": _bytes_of(shelf.row_starts, "<i8"),
            "row_codes": _bytes_of(shelf.row_codes, "<i1"),
            "vectors": _bytes_of(shelf.vectors, "<f4"),
            **_posting_parts("words", shelf.words),
            **_posting_parts("letters", shelf.letters),
        }
    )


def segment_from(content: Content, dimensions: int) -> Segment:
    """The segment of a file.

    Raises: ValueError or KeyError when its parts do not fit together.
    """
    parts = unpacked(content)
    unit_codes, row_codes = (np.frombuffer(parts[name], dtype="<i1") for name in ("unit_codes", "row_codes"))
    shelf = Shelf(
        words=_postings_from("words", parts, len(unit_codes)),
        letters=_postings_from("letters", parts, len(unit_codes)),
        unit_starts=np.frombuffer(parts["unit_starts"], dtype="<i8"),
        unit_codes=unit_codes,
        row_starts=np.frombuffer(parts["row_starts"], dtype="<i8"),
        row_codes=row_codes,
        vectors=np.frombuffer(parts["vectors"], dtype="<f4").reshape(len(row_codes), dimensions),
    )
    segment = Segment(records_from(bytes(parts["records"])), passages_from(bytes(parts["passages"])), shelf)
    counted = (len(segment.passages), len(unit_codes), len(row_codes))
    expected = (len(shelf.unit_starts) - 1, int(shelf.unit_starts[-1]), int(shelf.row_starts[-1]))
    if counted != expected or len(shelf.row_starts) != len(shelf.unit_starts):
        raise ValueError(f"passages, units and rows {counted}, expected {expected}")
    return segment


def _posting_parts(side: str, postings: Postings) -> dict[str, Content]:
    return {
        f"{side}.terms": "\n".join(postings.terms).encode("utf-8"),
        f"{side}.starts": _bytes_of(postings.starts, "<i8"),
        f"{side}.units": _bytes_of(postings.units, "<i4"),
        f"{side}.weights": _bytes_of(postings.weights, "<f4"),
    }


def _postings_from(side: str, parts: dict[str, memoryview], units: int) -> Postings:
    terms = bytes(parts[f"{side}.terms"]).decode("utf-8")
    return Postings(
        terms=tuple(terms.split("\n")) if terms else (),
        count=units,
        starts=np.frombuffer(parts[f"{side}.starts"], dtype="<i8"),
        units=np.frombuffer(parts[f"{side}.units"], dtype="<i4"),
        weights=np.frombuffer(parts[f"{side}.weights"], dtype="<f4"),
    )


def _bytes_of(array: NDArray[np.generic], dtype: DTypeLike) -> Content:
    if not array.size:
        return b""
    return np.ascontiguousarray(array, dtype=dtype).data.cast("B")
