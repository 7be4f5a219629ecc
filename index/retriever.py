"""Hybrid search: words, letters, concepts and meaning, weighed, in an order that is always the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain, islice

import numpy as np
from numpy.typing import NDArray

from index.analysis import letter_terms, tag_terms, word_terms
from index.blend import RELEVANT_FROM, Coverage, Weights, relevance, weights_for
from index.embedder import Embedder, Vectors
from index.hit import Filters, Hit
from index.lexical import Lexicon, Scores
from index.passage import Passage
from index.passages import Tagger, no_concepts
from index.selection import Allowed, Selection
from index.shelf import Shelf
from index.standing import Background, Standings
from index.texts import Text, dense_texts, lexical_texts
from index.vectors import VectorIndex

Places = NDArray[np.int64]

_CANDIDATES = 200  # taken from each side before all sides are weighed; every passage of a small corpus
_BACKGROUND = 2048  # rows that say what is usual for a question's vector; all of them in a small corpus
_DENSE_REACH = (
    3.0  # spreads by which a rival's vector is nearer than the first passage's: less in 99 % of pairs
)
_DECIMALS = 6  # scores that differ by less are the same: float32 holds no more


@dataclass(frozen=True, slots=True)
class _Lexical:
    """The lexical side of one search, by unit."""

    words: Scores
    letters: Scores
    concepts: Scores
    standing: Standings


class HybridRetriever:
    """Finds passages of one snapshot; holds nothing that changes."""

    relevant_from = RELEVANT_FROM

    def __init__(
        self, passages: Sequence[Passage], shelf: Shelf, embedder: Embedder, tags: Tagger = no_concepts
    ) -> None:
        self._passages = passages
        self._units = _Runs(shelf.unit_starts)
        self._rows = _Runs(shelf.row_starts)
        self._words = Lexicon(shelf.words)
        self._letters = Lexicon(shelf.letters)
        self._vectors = VectorIndex(shelf.vectors)
        self._unit_background = Background(_languages(passages, lexical_texts))
        self._row_background = Background(_languages(passages, dense_texts))
        self._sample = _spread_over(len(shelf.vectors), _BACKGROUND)
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
        weights = weights_for(language)
        lexical = self._lexical(query, language, weights)
        scores = self._units.best(lexical.standing)
        places = _top(scores, allowed, max(limit, _CANDIDATES))
        if not _is_sure(scores[places], weights):
            vector = self._embedder.embed_query(query)
            places = np.union1d(places, self._near(vector, allowed, max(limit, _CANDIDATES)))
            scores[places] += weights.dense * self._dense(vector, places)
        first = _top(np.round(scores[places], _DECIMALS), None, limit, ties=True)
        places = places[first]
        return tuple(self._hits(places, scores, self._relevance(lexical, places, language))[:limit])

    def listing(self, *, filters: Filters, limit: int, offset: int) -> tuple[Passage, ...]:
        """The passages that pass the filters, in record order."""
        allowed = self._selection.allowed(filters)
        if allowed is None:
            return tuple(self._passages[offset : offset + limit])
        places = islice(np.flatnonzero(allowed), offset, offset + limit)
        return tuple(self._passages[place] for place in map(int, places))

    def _lexical(self, query: str, language: str, weights: Weights) -> _Lexical:
        words = self._words.scores(word_terms(query, language))
        letters = self._letters.scores(letter_terms(query, language))
        concepts = self._words.scores(tag_terms(" ".join(self._tags(query, language))))
        weighed = ((weights.words, words), (weights.letters, letters), (weights.concepts, concepts))
        background = self._unit_background
        standing = sum(
            (weight * background.of(side).standing(side) for weight, side in weighed), np.zeros(len(words))
        )
        return _Lexical(words, letters, concepts, standing)

    def _near(self, vector: Vectors, allowed: Allowed | None, count: int) -> Places:
        rows = None if allowed is None else allowed[self._rows.owners]
        owners: Places = self._rows.owners[self._vectors.nearest(vector, count, rows)]
        return owners

    def _dense(self, vector: Vectors, places: Places) -> Standings:
        """How far the whole and the nearest text of each passage stand out."""
        usual = self._row_background.of(self._vectors.similarity(vector, self._sample), self._sample)
        rows, starts = self._rows.of(places)
        standing = usual.standing(self._vectors.similarity(vector, rows), rows)
        together: Standings = (standing[starts] + np.maximum.reduceat(standing, starts)) / 2
        return together

    def _relevance(self, lexical: _Lexical, places: Places, language: str) -> Standings:
        units, starts = self._units.of(places)
        coverage = Coverage(
            words=lexical.words[units],
            letters=lexical.letters[units],
            concepts=lexical.concepts[units],
            native=self._unit_background.is_in(language, units),
        )
        surest: Standings = np.maximum.reduceat(relevance(coverage), starts)
        return surest

    def _hits(self, places: Places, scores: Standings, relevances: Standings) -> list[Hit]:
        rounded = np.round(np.stack([scores[places], relevances], axis=1), _DECIMALS).tolist()
        hits = [Hit(self._passages[n], *both) for n, both in zip(places.tolist(), rounded, strict=True)]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.key, hit.passage.record))


class _Runs:
    """Which texts belong to which passage: each passage has a run of them."""

    def __init__(self, starts: Places) -> None:
        self._starts = starts
        self.owners = np.repeat(np.arange(len(starts) - 1), np.diff(starts))

    def best(self, standings: Standings) -> Standings:
        """The best of each passage's texts."""
        best: Standings = np.maximum.reduceat(standings, self._starts[:-1])
        return best

    def of(self, places: Places) -> tuple[Places, Places]:
        """The texts of some passages, one run after another, and where each run begins."""
        first = self._starts[places]
        counts = self._starts[places + 1] - first
        starts = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.int64)
        return np.arange(counts.sum()) + np.repeat(first - starts, counts), starts


def _languages(passages: Sequence[Passage], texts: Callable[[Passage], tuple[Text, ...]]) -> list[str]:
    return [said.language for said in chain.from_iterable(texts(passage) for passage in passages)]


def _spread_over(count: int, most: int) -> Places:
    step = max(1, -(-count // most))
    return np.arange(0, count, step)


def _is_sure(best_first: Standings, weights: Weights) -> bool:
    """Whether the first passage leads by more than the dense side could ever make up."""
    lead = best_first[0] - best_first[1] if len(best_first) > 1 else np.inf
    return bool(lead > weights.dense * _DENSE_REACH)


def _top(scores: Standings, allowed: Allowed | None, count: int, *, ties: bool = False) -> Places:
    """The places of the highest scores among those allowed, best first; of equal ones the first.

    With ``ties``, all that equal the last one are given too.
    """
    places = np.arange(len(scores)) if allowed is None else np.flatnonzero(allowed)
    values = scores[places]
    if len(values) > count:
        last = np.partition(values, len(values) - count)[len(values) - count]
        above, equal = np.flatnonzero(values > last), np.flatnonzero(values == last)
        kept = np.concatenate([above, equal if ties else equal[: count - len(above)]])
        places, values = places[kept], values[kept]
    order: Places = places[np.argsort(-values, kind="stable")]
    return order
