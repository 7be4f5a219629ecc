"""How much each side of the search counts, and from where on a passage says something on the question.

Every weight stands beside the measurement it was chosen on.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Features = NDArray[np.float64]

RELEVANT_FROM = 0.5
"""The relevance below which a passage says nothing on the question."""


@dataclass(frozen=True, slots=True)
class Channels:
    """What each side of the search says of the candidates, all on a scale of about 0 to 1.

    Shape: each (candidates,).
    """

    words: Features
    letters: Features
    whole: Features
    sentence: Features


def blended(channels: Channels, language: str) -> Features:
    """The score that orders.

    Shape: (candidates,).
    """
    weight = dense_weight(language)
    lexical = (_spread(channels.words) + _spread(channels.letters)) / 2
    dense = (_spread(channels.whole) + _spread(channels.sentence)) / 2
    return (1 - weight) * lexical + weight * dense


def relevance(channels: Channels, language: str) -> Features:
    """How surely a passage says something on the question, 0 to 1; comparable between questions.

    Shape: (candidates,).
    """
    weight = dense_weight(language)
    lexical = np.maximum(channels.words, channels.letters)
    sure: Features = (1 - weight) * lexical + weight * channels.sentence
    return sure.clip(0.0, 1.0)


def dense_weight(language: str) -> float:
    """How far the encoder is to be trusted in a language."""
    return _DENSE_WEIGHT.get(language, _DENSE_WEIGHT_ELSEWHERE)


_DENSE_WEIGHT = {"en": 0.5}
_DENSE_WEIGHT_ELSEWHERE = 0.2


def _spread(values: Features) -> Features:
    low, high = float(values.min(initial=np.inf)), float(values.max(initial=-np.inf))
    return (values - low) / (high - low) if high > low else np.zeros_like(values)
