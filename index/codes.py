"""Vectors as codes of two bits a dimension: near enough to an exact scan to choose what is ranked exactly.

The codes are those of no corpus: each dimension of a unit vector is held against the same four levels, so
that a vector has the same code, and the same distance to a question, wherever it stands.

Source: J. Max, Quantizing for minimum distortion, IRE Transactions on Information Theory 6 (1960): the four
levels for a normal variable. The dimensions of a unit vector are near to normal, with variance 1/dimensions.
"""

from itertools import product

import faiss
import numpy as np

from index.embedder import Vectors

_LEVELS = (-1.510, -0.4528, 0.4528, 1.510)
_BITS = 4  # of the code of two dimensions, which are scanned together
_AT_ONCE = 1 << 16


def codes_of(vectors: Vectors) -> "faiss.IndexPQFastScan":
    """An index of the vectors' codes; an odd number of dimensions is made even by an empty one.

    Shape: (rows, dimensions).
    """
    pairs = (vectors.shape[1] + 1) // 2
    index = faiss.IndexPQFastScan(2 * pairs, pairs, _BITS, faiss.METRIC_INNER_PRODUCT)
    levels = np.array(tuple(product(_LEVELS, repeat=2))) / np.sqrt(vectors.shape[1])
    faiss.copy_array_to_vector(np.tile(levels.astype(np.float32), (pairs, 1)).ravel(), index.pq.centroids)
    index.is_trained = True
    for start in range(0, len(vectors), _AT_ONCE):
        index.add(paired(vectors[start : start + _AT_ONCE]))
    return index


def paired(vectors: Vectors) -> Vectors:
    """The vectors with an even number of dimensions."""
    odd = vectors.shape[1] % 2
    return np.ascontiguousarray(np.pad(vectors, ((0, 0), (0, 1))) if odd else vectors)
