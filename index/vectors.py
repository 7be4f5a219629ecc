"""The dense side of the search: which vectors are nearest to a question's.

Knows rows of vectors, several together, and nothing of the passages they belong to.
"""

from collections.abc import Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from index.embedder import Vectors
from index.rows import Found, Places, Rows

# Measured on two cores, 384 dimensions, one thread a query: up to here an exact scan takes less
# than the encoder does (9 ms for 100,000 rows), so that nothing is won by approximating.
EXACT_UP_TO = 50_000
"""How many rows are scanned exactly; of more, codes are scanned and the nearest ranked exactly."""

# Rows taken by their codes and then ordered exactly. Measured: 1,000,000 mixtures of real vectors, the ten
# nearest to 192 real questions: of 500 rows 0.989 are found, of 1,000 0.997, of 1,500 and more 1.000; an
# exact scan takes 56 ms, this 4. Sign bits (as quick to scan) found 0.92 in 8,000 rows.
_RERANKED = 2000
_RERANKED_BY_SIGNS = 8000
_RERANKED_EACH = 10  # and so many at least for each row asked for


class VectorIndex:
    """The rows of several, one after another; how they are spread over them changes nothing."""

    def __init__(self, parts: Sequence[Rows]) -> None:
        self._parts = tuple(parts)
        self._starts = np.array([0, *accumulate(len(part.vectors) for part in parts)])
        self._is_exact = all(part.is_exact for part in parts)
        self._dimensions = parts[0].vectors.shape[1] if parts else 0

    def nearest(self, query: Vectors, limit: int, allowed: NDArray[np.bool_] | None = None) -> Places:
        """The rows nearest to a question's vector, among those allowed; in no particular order.

        Those as far as the last one are left out where not all of them can be given.

        Shape: at most (limit,); ``allowed`` (rows,).
        """
        if not self._parts:
            return np.empty(0, dtype=np.int64)
        if self._is_exact:
            return _nearer(self._found(query, limit, allowed), limit)
        taken = max(_RERANKED if allowed is None else _RERANKED_BY_SIGNS, limit * _RERANKED_EACH)
        near = _nearer(self._found(query, taken, allowed), taken)
        return _nearer((near, -self.similarity(query, near).astype(np.float64)), limit)

    def similarity(self, query: Vectors, rows: Places) -> Vectors:
        """The exact cosine of each row with a question's vector, whatever other rows are asked for.

        Shape: (len(rows),), float32.
        """
        similar: Vectors = np.einsum("ij,j->i", self.vectors(rows), query)
        return similar

    def vectors(self, rows: Places) -> Vectors:
        """Some rows.

        Shape: (len(rows), dimensions).
        """
        if len(self._parts) == 1:
            return self._parts[0].vectors[rows]
        part_of = np.searchsorted(self._starts, rows, side="right") - 1
        taken = np.empty((len(rows), self._dimensions), dtype=np.float32)
        for place, part in enumerate(self._parts):
            own = part_of == place
            taken[own] = part.vectors[rows[own] - self._starts[place]]
        return taken

    def _found(self, query: Vectors, count: int, allowed: NDArray[np.bool_] | None) -> Found:
        """From each part one row more than is wanted, so that it can be seen where the last ones tie."""
        found = [
            part.nearest(
                query, count + 1, None if allowed is None else allowed[start : start + len(part.vectors)]
            )
            for part, start in zip(self._parts, self._starts.tolist(), strict=False)
        ]
        offset = [rows + start for (rows, _), start in zip(found, self._starts.tolist(), strict=False)]
        return np.concatenate(offset), np.concatenate([far for _, far in found])


def _nearer(found: Found, limit: int) -> Places:
    """At most that many of the nearest: all that are nearer than the first one too many."""
    rows, far = found
    if len(rows) <= limit:
        return rows
    nearer: Places = rows[far < np.partition(far, limit)[limit]]
    return nearer
