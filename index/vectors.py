"""The dense side of the search: which vectors are nearest to a question's.

The one module with ``faiss``. Knows rows of vectors and nothing of the passages they belong to.
Nothing is ever read from a FAISS file: indexes are built in memory from vectors whose hash was
checked, because FAISS's own format carries no checksum and parses unsafely.
"""

import faiss
import numpy as np
from numpy.typing import NDArray

from index.embedder import Vectors

Rows = NDArray[np.int64]

# Measured on two cores, 384 dimensions, one thread a query: up to here an exact scan takes less
# than the encoder does (9 ms for 100,000 rows), so that nothing is won by approximating.
_EXACT_UP_TO = 50_000
# Rows taken by their sign bits and then ordered exactly. Measured on mixtures of real vectors:
# 1,000,000 rows, exact scan 56 ms; 500 rows re-ranked 2.5 ms, recall@10 0.89; 1,000 3.0 ms, 0.97;
# 2,000 4.1 ms, 1.00.
_RERANKED = 2000
_RERANKED_EACH = 10  # and so many at least for each row asked for


class VectorIndex:
    """Rows of unit vectors that can be asked for their nearest."""

    def __init__(self, vectors: Vectors, exact_up_to: int = _EXACT_UP_TO) -> None:
        faiss.omp_set_num_threads(1)
        self._is_exact = len(vectors) <= exact_up_to
        self._index = _flat(vectors) if self._is_exact else _signs(vectors)
        self._vectors = vectors
        if isinstance(self._index, faiss.IndexFlatIP):
            self._vectors = _held(self._index, vectors.shape)

    def nearest(self, query: Vectors, limit: int, allowed: NDArray[np.bool_] | None = None) -> Rows:
        """The rows nearest to a question's vector, among those allowed; in no particular order.

        Shape: at most (limit,); ``allowed`` (rows,).
        """
        taken = limit if self._is_exact else max(_RERANKED, limit * _RERANKED_EACH)
        wanted = min(taken, len(self._vectors))
        if not wanted:
            return np.empty(0, dtype=np.int64)
        asked = query[np.newaxis] if self._is_exact else np.packbits(query[np.newaxis] > 0, axis=1)
        found: Rows = self._index.search(asked, wanted, params=_only(allowed))[1][0]
        found = found[found >= 0]
        if len(found) <= limit:
            return found
        exact = self.similarity(query, found)
        return found[np.lexsort((found, -exact))[:limit]]

    def similarity(self, query: Vectors, rows: Rows) -> Vectors:
        """The exact cosine of each row with a question's vector, whatever other rows are asked for.

        Shape: (len(rows),), float32.
        """
        similar: Vectors = np.einsum("ij,j->i", self._vectors[rows], query)
        return similar


def _flat(vectors: Vectors) -> "faiss.IndexFlatIP":
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(np.ascontiguousarray(vectors))
    return index


def _held(index: "faiss.IndexFlatIP", shape: tuple[int, ...]) -> Vectors:
    """The rows as the index holds them, so that they are in memory once."""
    held: Vectors = faiss.rev_swig_ptr(index.get_xb(), shape[0] * shape[1]).reshape(shape)
    return held


def _signs(vectors: Vectors) -> "faiss.IndexBinaryFlat":
    index = faiss.IndexBinaryFlat(vectors.shape[1])
    for start in range(0, len(vectors), 1 << 16):
        index.add(np.packbits(vectors[start : start + (1 << 16)] > 0, axis=1))
    return index


def _only(allowed: NDArray[np.bool_] | None) -> "faiss.SearchParameters | None":
    if allowed is None:
        return None
    bitmap = np.packbits(allowed, bitorder="little")
    selector = faiss.IDSelectorBitmap(bitmap)  # type: ignore[call-arg, arg-type]  # stubs know only the C++ side
    return faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]  # likewise
