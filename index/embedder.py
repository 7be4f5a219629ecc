"""What an encoder must offer: texts in, unit vectors out."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Turns texts into vectors; the same text always gives the same bytes."""

    @property
    def name(self) -> str:
        """The model and its weights' hash, as the manifest records them."""
        ...

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Embed passages, one at a time so that batch padding never changes a vector.

        Shape: (len(texts), dimensions), float32, unit rows.
        """
        ...

    def embed_query(self, text: str) -> Vectors:
        """Embed one question, with the model's own query prefix.

        Shape: (dimensions,), float32, unit length.
        """
        ...
