"""The lexical side of the search: BM25 over any terms, as sparse arrays.

Knows terms and numbered units of text. What a unit's terms weigh in it is computed when it is
indexed, by a usual length that is the same in every index, so that postings made apart can be put
together; what a term weighs in the whole is computed when it is asked for.

Source: S. Robertson and H. Zaragoza, The Probabilistic Relevance Framework (2009); the idf that
never turns negative is Lucene's.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Places = NDArray[np.int64]
Entries = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]
"""Term, unit and frequency of every posting."""

_K1 = 1.2
_B = 0.5  # passages are of one size; measured: 0.75 and 0.25 are no better
_NEVER_COMMON = 50
_GRAIN = 2.0**14  # scores are multiples of its inverse: their sums are exact, whatever the order


@dataclass(frozen=True, slots=True)
class Postings:
    """An index as it lies on disk: for each term, in sorted order, the units that hold it.

    Shape: ``starts`` (terms + 1), ``units`` and ``weights`` (entries).
    """

    terms: tuple[str, ...]
    count: int
    starts: NDArray[np.int64]
    units: NDArray[np.int32]
    weights: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Reading:
    """How much of an index a question reads.

    A term that more than the share ``common_from`` of all units hold, and more than fifty, tells
    nothing apart and counts as unsaid. Beyond ``most`` postings the commoner terms do too.
    """

    common_from: float = 1.0
    most: int = 1 << 62


class Lexicon:
    """Postings that can be asked."""

    def __init__(self, postings: Postings) -> None:
        self.postings = postings
        self._place = {term: place for place, term in enumerate(postings.terms)}

    @property
    def count(self) -> int:
        """How many units there are."""
        return self.postings.count

    def size(self, term: str) -> int:
        """How many units hold a term."""
        place = self._place.get(term)
        return 0 if place is None else int(self.postings.starts[place + 1] - self.postings.starts[place])

    def entries(self, term: str) -> slice:
        """Where the postings of a term lie."""
        place = self._place.get(term)
        return slice(0) if place is None else slice(*self.postings.starts[place : place + 2].tolist())


def scores(lexicons: Sequence[Lexicon], terms: Iterable[str], reading: Reading) -> Scores:
    """How much of what was asked each unit says: 0 nothing, about 1 all of it.

    Shape: (units of all lexicons, one after another,). The order of the terms makes no difference,
    nor does how the units are spread over lexicons.
    """
    counts = [lexicon.count for lexicon in lexicons]
    total = sum(counts)
    sizes = _read(lexicons, terms, reading)
    idf = {term: _idf(size, total) for term, size in sizes.items()}
    found = [
        (lexicon.postings, lexicon.entries(term), offset, idf[term])
        for term in sorted(term for term, size in sizes.items() if size)
        for lexicon, offset in zip(lexicons, accumulate(counts, initial=0), strict=False)
    ]
    if not found:
        return np.zeros(total)
    units = np.concatenate([postings.units[where] + offset for postings, where, offset, _ in found])
    weights = np.concatenate([postings.weights[where] * weight for postings, where, _, weight in found])
    shares: Scores = np.bincount(units, weights, minlength=total).astype(np.float64, copy=False)
    said = np.flatnonzero(shares > 0)  # most units say nothing, and are not gone through again
    shares[said] = np.rint(shares[said] * (_GRAIN / sum(idf.values()))) / _GRAIN
    return shares


def _read(lexicons: Sequence[Lexicon], terms: Iterable[str], reading: Reading) -> dict[str, int]:
    """The terms that are read, with how many units hold each: the rarest first, in a stated order."""
    total = sum(lexicon.count for lexicon in lexicons)
    most = max(_NEVER_COMMON, reading.common_from * total)
    held = sorted((sum(lexicon.size(term) for lexicon in lexicons), term) for term in set(terms))
    upto = accumulate(size for size, _ in held)
    return {
        term: size
        for (size, term), read in zip(held, upto, strict=True)
        if size <= most and read <= max(reading.most, held[0][0])
    }


def index_terms(units: Iterable[Iterable[str]], usual_length: float) -> Postings:
    """Index units of text, given as their terms."""
    entries = tuple(array("q") for _ in range(3))
    provisional: dict[str, int] = {}
    lengths = array("d")
    for unit, terms in enumerate(units):
        counts = Counter(terms)
        lengths.append(counts.total())
        entries[0].extend(provisional.setdefault(term, len(provisional)) for term in counts)
        entries[1].extend([unit] * len(counts))
        entries[2].extend(counts.values())
    term, unit_of, frequency = (np.frombuffer(column, dtype=np.int64) for column in entries)
    terms, rank = _sorted_terms(provisional)
    return _postings(terms, np.frombuffer(lengths) / usual_length, (rank[term], unit_of, frequency))


def joined(parts: Sequence[Postings]) -> Postings:
    """Postings of the units of several, one after another."""
    if len(parts) == 1:
        return parts[0]
    terms = tuple(sorted(set(chain.from_iterable(part.terms for part in parts))))
    place = {term: n for n, term in enumerate(terms)}
    places = [np.array([place[term] for term in part.terms], dtype=np.int64) for part in parts]
    sizes = np.zeros(len(terms), dtype=np.int64)
    for part, own in zip(parts, places, strict=True):
        sizes[own] += np.diff(part.starts)
    starts = _starts(sizes)
    units, weights = np.empty(starts[-1], dtype=np.int32), np.empty(starts[-1], dtype=np.float32)
    free = starts[:-1].copy()
    for part, own, offset in zip(
        parts, places, accumulate((p.count for p in parts), initial=0), strict=False
    ):
        held = np.diff(part.starts)
        into = np.arange(len(part.units)) + np.repeat(free[own] - part.starts[:-1], held)
        units[into], weights[into] = part.units + offset, part.weights
        free[own] += held
    return Postings(terms, sum(part.count for part in parts), starts, units, weights)


def without(postings: Postings, kept: NDArray[np.bool_]) -> Postings:
    """The postings of some units alone, numbered anew.

    Shape: ``kept`` (units,).
    """
    entries = kept[postings.units]
    upto = np.concatenate([[0], np.cumsum(entries)])[postings.starts]
    has = np.diff(upto) > 0
    number = np.cumsum(kept, dtype=np.int32) - np.int32(1)
    return Postings(
        terms=tuple(term for term, is_held in zip(postings.terms, has.tolist(), strict=True) if is_held),
        count=int(kept.sum()),
        starts=np.concatenate([[0], upto[1:][has]]).astype(np.int64),
        units=number[postings.units[entries]],
        weights=postings.weights[entries],
    )


def _sorted_terms(provisional: dict[str, int]) -> tuple[tuple[str, ...], NDArray[np.int64]]:
    """The terms in order, and the place in it of each provisional number."""
    terms = tuple(sorted(provisional))
    rank = np.empty(len(terms), dtype=np.int64)
    rank[[provisional[term] for term in terms]] = np.arange(len(terms))
    return terms, rank


def _postings(terms: tuple[str, ...], lengths: NDArray[np.float64], entries: Entries) -> Postings:
    order = np.lexsort((entries[1], entries[0]))
    term, unit, frequency = (column[order] for column in entries)
    weights = frequency * (_K1 + 1) / (frequency + _K1 * (1 - _B + _B * lengths[unit]))
    return Postings(
        terms=terms,
        count=len(lengths),
        starts=np.searchsorted(term, np.arange(len(terms) + 1)).astype(np.int64),
        units=unit.astype(np.int32),
        weights=weights.astype(np.float32),
    )


def _starts(sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)


def _idf(size: int, count: int) -> float:
    return float(np.log1p((count - size + 0.5) / (size + 0.5)))
