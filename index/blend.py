"""How much each side of the search counts, and from where on a passage says something on the question.

Every weight stands beside the measurement it was chosen on (tests/evaluation/retrieval).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Features = NDArray[np.float32]

RELEVANT_FROM = 0.5
"""The relevance below which a passage says nothing on the question."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much the standing on each side counts."""

    words: float
    letters: float
    concepts: float
    dense: float


ELSEWHERE = Weights(words=1.0, letters=2.0, concepts=2.0, dense=0.5)
"""Recall@1 stays within one point while any of these is halved or doubled, but for concepts (0.5: −15)."""

BY_LANGUAGE = {"en": Weights(words=1.0, letters=2.0, concepts=2.0, dense=1.5)}
"""Languages the encoder knows: there its side counts for more."""


def weights_for(language: str) -> Weights:
    """The weights for a question in a language."""
    return BY_LANGUAGE.get(language, ELSEWHERE)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What share of the question each candidate covers, on each side; 0 nothing, about 1 all.

    Shape: each (candidates,).
    """

    words: Features
    letters: Features
    concepts: Features
    dense: Features


def relevance(coverage: Coverage) -> NDArray[np.float64]:
    """How surely a passage says something on the question, 0 to 1; comparable between questions.

    Shape: (candidates,).
    """
    sides = (coverage.words, coverage.letters, coverage.concepts, coverage.dense)
    logit = _BIAS + sum(
        weight * side.astype(np.float64) for weight, side in zip(_RELEVANCE, sides, strict=True)
    )
    return np.asarray(1.0 / (1.0 + np.exp(-logit)))


_BIAS = -3.0
_RELEVANCE = (2.0, 4.0, 3.0, 2.0)
