"""Toy parts that many tests are served with: fast, deterministic, and free of any model."""

import re
from collections.abc import Sequence
from hashlib import sha256

import numpy as np
import pytest
from numpy.typing import NDArray


class ToyEmbedder:
    """Counts words into 64 numbered buckets: texts that share words are near each other."""

    name = "toy@1"
    dimensions = 64

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([self.embed_query(text) for text in texts], dtype=np.float32).reshape(-1, 64)

    def embed_query(self, text: str) -> NDArray[np.float32]:
        counts = np.full(self.dimensions, 1e-3, dtype=np.float32)
        for word in re.findall(r"\w+", text.lower()):
            counts[sha256(word.encode()).digest()[0] % self.dimensions] += 1
        return counts / np.linalg.norm(counts)


@pytest.fixture
def toy_embedder() -> ToyEmbedder:
    return ToyEmbedder()


@pytest.fixture(scope="session")
def session_embedder() -> ToyEmbedder:
    return ToyEmbedder()
