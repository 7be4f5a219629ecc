"""Which texts belong to which passage: each passage has a run of them."""

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]


class Runs:
    """Texts in the order of their passages; ``owners`` names each one's passage.

    Shape: ``starts`` (passages + 1), ``owners`` (texts,).
    """

    def __init__(self, starts: Places) -> None:
        self._starts = starts
        self.owners = np.repeat(np.arange(len(starts) - 1), np.diff(starts))

    def of(self, places: Places) -> tuple[Places, Places]:
        """The texts of some passages, one run after another, and where each run begins."""
        first = self._starts[places]
        counts = self._starts[places + 1] - first
        starts = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.int64)
        return np.arange(counts.sum()) + np.repeat(first - starts, counts), starts
