"""Rows of vectors that can be asked for their nearest: exactly, or by codes of two bits a dimension.

The one module with ``faiss``. Nothing is ever read from a FAISS file: indexes are built in memory from
vectors whose hash was checked, because FAISS's own format carries no checksum and parses unsafely.

The codes are those of no corpus: each dimension of a unit vector is held against the
same four levels, so that a vector has the same code, and is as far from a question, wherever it stands.

Source: J. Max, Quantizing for minimum distortion, IRE Transactions on Information Theory 6 (1960): the four
levels for a normal variable. The dimensions of a unit vector are near to normal, with variance 1/dimensions.
"""

from itertools import product
from math import ceil

import faiss
import numpy as np
from numpy.typing import NDArray

from index.embedder import Vectors

Places = NDArray[np.int64]
Found = tuple[Places, NDArray[np.float64]]
"""Rows, and how far each is."""

_LEVELS = (-1.510, -0.4528, 0.4528, 1.510)
_PAIR_BITS = 4  # of the code of two dimensions, which are scanned together
_AT_ONCE = 1 << 16


class Rows:
    """Unit vectors that can be asked for their nearest: exactly, or by their codes first.

    FAISS scans codes of all rows only: where some are allowed, their sign bits are scanned instead.
    """

    def __init__(self, vectors: Vectors, *, exact: bool) -> None:
        faiss.omp_set_num_threads(1)
        self.is_exact = exact
        self.vectors = vectors
        self._whole: faiss.IndexFlatIP | faiss.IndexPQFastScan
        self._some: faiss.IndexFlatIP | faiss.IndexBinaryFlat
        if exact:
            self._whole, self.vectors = _flat(vectors)
            self._some = self._whole
        else:
            self._whole, self._some = _codes(vectors), _signs(vectors)

    def nearest(self, query: Vectors, count: int, allowed: NDArray[np.bool_] | None) -> Found:
        """At most that many rows with their distances; of equal distances which, is not said."""
        wanted = min(count, len(self.vectors))
        if not wanted:
            return np.empty(0, dtype=np.int64), np.empty(0)
        asked = query[np.newaxis]
        if allowed is None:
            near, found = self._whole.search(asked if self.is_exact else _paired(asked), wanted)
        elif self.is_exact:
            near, found = self._some.search(asked, wanted, params=_only(allowed))
        else:
            far, found = self._some.search(_bits(asked), wanted, params=_only(allowed))
            near = -far
        there = found[0] >= 0
        return found[0][there], -near[0][there].astype(np.float64)


def _flat(vectors: Vectors) -> "tuple[faiss.IndexFlatIP, Vectors]":
    """An index of the rows, and the rows as it holds them, so that they are in memory once."""
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(np.ascontiguousarray(vectors))
    held = faiss.rev_swig_ptr(index.get_xb(), vectors.size).reshape(vectors.shape)
    return index, np.asarray(_Held(index, held.__array_interface__))


class _Held:
    """Rows in an index's memory: an array of them keeps the index alive."""

    def __init__(self, index: "faiss.IndexFlatIP", interface: dict[str, object]) -> None:
        self._index = index
        self.__array_interface__ = interface


def _signs(vectors: Vectors) -> "faiss.IndexBinaryFlat":
    index = faiss.IndexBinaryFlat(8 * ceil(vectors.shape[1] / 8))
    for start in range(0, len(vectors), _AT_ONCE):
        index.add(_bits(vectors[start : start + _AT_ONCE]))
    return index


def _bits(vectors: Vectors) -> NDArray[np.uint8]:
    return np.packbits(vectors > 0, axis=1)


def _only(allowed: NDArray[np.bool_]) -> "faiss.SearchParameters":
    bitmap = np.packbits(allowed, bitorder="little")
    selector = faiss.IDSelectorBitmap(bitmap)  # type: ignore[call-arg, arg-type]  # stubs know only the C++ side
    return faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]  # likewise


def _codes(vectors: Vectors) -> "faiss.IndexPQFastScan":
    """An index of the vectors' codes; an odd number of dimensions is made even by an empty one.

    Shape: (rows, dimensions).
    """
    pairs = (vectors.shape[1] + 1) // 2
    index = faiss.IndexPQFastScan(2 * pairs, pairs, _PAIR_BITS, faiss.METRIC_INNER_PRODUCT)
    levels = np.array(tuple(product(_LEVELS, repeat=2))) / np.sqrt(vectors.shape[1])
    faiss.copy_array_to_vector(np.tile(levels.astype(np.float32), (pairs, 1)).ravel(), index.pq.centroids)
    index.is_trained = True
    for start in range(0, len(vectors), _AT_ONCE):
        index.add(_paired(vectors[start : start + _AT_ONCE]))
    return index


def _paired(vectors: Vectors) -> Vectors:
    """The vectors with an even number of dimensions."""
    odd = vectors.shape[1] % 2
    return np.ascontiguousarray(np.pad(vectors, ((0, 0), (0, 1))) if odd else vectors)
