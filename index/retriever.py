"""Hybrid search: words, letters and meaning, weighed, in an order that is always the same."""

from collections.abc import Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from index.analysis import letter_terms, tag_terms, word_terms
from index.blend import RELEVANT_FROM, Channels, blended, relevance
from index.embedder import Embedder, Vectors
from index.hit import Filters, Hit
from index.lexical import Lexicon, Scores
from index.passage import Passage
from index.passages import Tagger, no_concepts
from index.selection import Allowed, Selection
from index.shelf import Shelf
from index.vectors import VectorIndex

Places = NDArray[np.int64]

_CANDIDATES = 200  # taken from each side before all sides are weighed; every passage of a small corpus
_DECIMALS = 6  # scores that differ by less are the same: float32 holds no more


class HybridRetriever:
    """Finds passages of one snapshot; holds nothing that changes."""

    relevant_from = RELEVANT_FROM

    def __init__(
        self, passages: Sequence[Passage], shelf: Shelf, embedder: Embedder, tags: Tagger = no_concepts
    ) -> None:
        self._passages = passages
        self._unit_starts = shelf.unit_starts
        self._row_starts = shelf.row_starts
        self._words = Lexicon(shelf.words)
        self._letters = Lexicon(shelf.letters)
        self._vectors = VectorIndex(shelf.vectors)
        self._owners = np.repeat(np.arange(len(passages)), np.diff(shelf.row_starts))
        self._selection = Selection(passages)
        self._embedder = embedder
        self._tags = tags

    def search(self, query: str, *, language: str, filters: Filters, limit: int) -> tuple[Hit, ...]:
        """The passages nearest to the query, best first; ties by key, then by record.

        ``language`` is the one the query is in.
        """
        allowed = self._selection.allowed(filters)
        if not query.strip() or not self._passages or (allowed is not None and not allowed.any()):
            return ()
        words, letters = self._lexical(query, language)
        vector = self._embedder.embed_query(query)
        places = self._candidates((words, letters), vector, allowed, max(limit, _CANDIDATES))
        sides = (words[places], letters[places], *self._dense(vector, places))
        channels = Channels(*(side.astype(np.float64) for side in sides))
        return self._ranked(places, channels, language)[:limit]

    def listing(self, *, filters: Filters, limit: int, offset: int) -> tuple[Passage, ...]:
        """The passages that pass the filters, in record order."""
        allowed = self._selection.allowed(filters)
        if allowed is None:
            return tuple(self._passages[offset : offset + limit])
        places = islice(np.flatnonzero(allowed), offset, offset + limit)
        return tuple(self._passages[place] for place in map(int, places))

    def _lexical(self, query: str, language: str) -> tuple[Scores, Scores]:
        tags = tag_terms(" ".join(self._tags(query, language)))
        words = self._words.scores([*word_terms(query, language), *tags])
        letters = self._letters.scores(letter_terms(query, language))
        return self._best_unit(words), self._best_unit(letters)

    def _best_unit(self, scores: Scores) -> Scores:
        best: Scores = np.maximum.reduceat(scores, self._unit_starts[:-1])
        return best

    def _candidates(
        self, sides: tuple[Scores, Scores], vector: Vectors, allowed: Allowed | None, count: int
    ) -> Places:
        if len(self._passages) <= count:
            everything = np.arange(len(self._passages))
            return everything if allowed is None else everything[allowed]
        rows = None if allowed is None else allowed[self._owners]
        found = [self._owners[self._vectors.nearest(vector, count, rows)]]
        found += [_top(side, allowed, count) for side in sides]
        return np.unique(np.concatenate(found))

    def _dense(self, vector: Vectors, places: Places) -> tuple[Scores, Scores]:
        """How near the whole of each passage is, and the nearest text of it."""
        starts = self._row_starts[places]
        counts = self._row_starts[places + 1] - starts
        offsets = np.concatenate([[0], np.cumsum(counts)[:-1]])
        rows = np.arange(counts.sum()) + np.repeat(starts - offsets, counts)
        similar = self._vectors.similarity(vector, rows)
        return similar[offsets], np.maximum.reduceat(similar, offsets)

    def _ranked(self, places: Places, channels: Channels, language: str) -> tuple[Hit, ...]:
        scores = np.round(blended(channels, language), _DECIMALS)
        relevances = np.round(relevance(channels, language), _DECIMALS)
        hits = [
            Hit(self._passages[place], float(score), float(relevant))
            for place, score, relevant in zip(map(int, places), scores, relevances, strict=True)
        ]
        return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.passage.key, hit.passage.record)))


def _top(scores: Scores, allowed: Allowed | None, count: int) -> Places:
    """The places of the highest scores among those allowed; of equal ones the first."""
    masked = scores if allowed is None else np.where(allowed, scores, -1.0)
    order = np.argsort(-masked, kind="stable")[:count]
    return order[masked[order] >= 0]
