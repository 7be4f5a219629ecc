"""The lexical side of the search: BM25 over any terms, as sparse arrays.

Knows terms and numbered units of text. Weights are computed when the index is built, so that a
search only adds up; scores are shares of what a unit that says everything asked would get.

Source: S. Robertson and H. Zaragoza, The Probabilistic Relevance Framework (2009); the idf that
never turns negative is Lucene's.
"""

from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Entries = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]
"""Term, unit and frequency of every posting."""

_K1 = 1.2
_NEVER_COMMON = 50
_B = 0.5  # passages are of one size; measured: 0.75 and 0.25 are no better


@dataclass(frozen=True, slots=True)
class Postings:
    """An index as it lies on disk: for each term, in sorted order, the units that hold it.

    ``common`` are terms left out because so many units hold them; asked for, they count as unsaid.

    Shape: ``starts`` (terms + 1), ``units`` and ``weights`` (entries).
    """

    terms: tuple[str, ...]
    common: tuple[str, ...]
    count: int
    starts: NDArray[np.int64]
    units: NDArray[np.int32]
    weights: Scores


class Lexicon:
    """Postings that can be asked."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings
        self._place = {term: place for place, term in enumerate(postings.terms)}
        self._common = frozenset(postings.common)
        sizes = np.diff(postings.starts)
        self._idf = _idf(sizes, postings.count)
        self._idf_unknown = float(_idf(np.zeros(1), postings.count)[0])

    def scores(self, terms: Iterable[str]) -> Scores:
        """How much of what was asked each unit says: 0 nothing, about 1 all of it.

        Shape: (units,), float32. The order of the terms makes no difference.
        """
        asked = sorted(set(terms) - self._common)
        places = [self._place[term] for term in asked if term in self._place]
        unknown = (len(asked) - len(places)) * self._idf_unknown
        attainable = float(self._idf[places].sum()) + unknown
        postings = self._postings
        if not places:
            return np.zeros(postings.count, dtype=np.float32)
        slices = [slice(postings.starts[place], postings.starts[place + 1]) for place in places]
        units = np.concatenate([postings.units[s] for s in slices])
        weights = np.concatenate([postings.weights[s] for s in slices])
        summed = np.bincount(units, weights=weights, minlength=postings.count)
        return (summed / attainable).astype(np.float32)


def index_terms(units: Iterable[Iterable[str]], *, common_from: float = 1.0) -> Postings:
    """Index units of text, given as their terms; leave out those that a larger share of units holds.

    A term that fewer than fifty units hold is never left out.
    """
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
    postings = _postings(terms, np.frombuffer(lengths), (rank[term], unit_of, frequency))
    return _without_common(postings, max(_NEVER_COMMON, common_from * len(lengths)))


def _without_common(postings: Postings, most: float) -> Postings:
    sizes = np.diff(postings.starts)
    kept = sizes <= most
    if kept.all():
        return postings
    entries = np.repeat(kept, sizes)
    return Postings(
        terms=tuple(term for term, is_kept in zip(postings.terms, kept, strict=True) if is_kept),
        common=tuple(term for term, is_kept in zip(postings.terms, kept, strict=True) if not is_kept),
        count=postings.count,
        starts=np.concatenate([[0], np.cumsum(sizes[kept])]).astype(np.int64),
        units=postings.units[entries],
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
    starts = np.searchsorted(term, np.arange(len(terms) + 1))
    idf = _idf(np.diff(starts), len(lengths))
    length_share = lengths / lengths.mean() if lengths.any() else lengths
    saturation = frequency + _K1 * (1 - _B + _B * length_share[unit])
    weights = idf[term] * frequency * (_K1 + 1) / saturation
    return Postings(
        terms=terms,
        common=(),
        count=len(lengths),
        starts=starts.astype(np.int64),
        units=unit.astype(np.int32),
        weights=weights.astype(np.float32),
    )


def _idf(sizes: NDArray[np.int64] | NDArray[np.float64], count: int) -> NDArray[np.float64]:
    return np.log1p((count - sizes + 0.5) / (sizes + 0.5))
