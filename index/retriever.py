"""Hybrid search: words, letters, concepts and meaning, weighed, in an order that is always the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

from index.analysis import letter_terms, tag_terms, word_terms
from index.blend import RELEVANT_FROM, Coverage, Weights, relevance, repetition, weights_for
from index.block import Block
from index.embedder import Embedder, Vectors
from index.hit import Filters, Hit
from index.lexical import Lexicon, Reading, Scores, scores
from index.passage import Passage
from index.passages import Tagger, no_concepts
from index.runs import Runs
from index.shelf import joined_starts
from index.standing import Background, Moments, Standings, code_of, codes_of, together
from index.vectors import VectorIndex

Places = NDArray[np.int64]
Allowed = NDArray[np.bool_]

_CANDIDATES = 200  # taken from each side before all sides are weighed; every passage of a small corpus
_BACKGROUND = 2048  # rows that say what is usual for a question's vector; all of them in a small corpus
_DENSE_REACH = (
    3.0  # spreads by which a rival's vector is nearer than the first passage's: less in 99 % of pairs
)
_DECIMALS = 6  # scores that differ by less are the same: float32 holds no more
_GRAIN = 2.0**14  # cosines are rounded to multiples of its inverse before they are summed

# Letters that a tenth of the texts share tell nothing apart. Measured at 20,000 passages, recall@1 and
# @5: all read 0.740 0.870, without those of a fifth 0.750 0.891, of a tenth 0.760 0.927, of a
# twentieth 0.740 0.943; the tenth leaves out 38 % of the postings and three quarters of the time.
_LETTERS = Reading(common_from=0.1, most=250_000)
_WORDS = Reading(most=250_000)


@dataclass(frozen=True, slots=True)
class _Side:
    """One lexical side of a search: a score for each unit, what is usual, and how much it counts."""

    scores: Scores
    usual: Moments
    weight: float


@dataclass(frozen=True, slots=True)
class _Lexical:
    """The lexical sides of one search, and the units that any of them speaks of."""

    words: _Side
    letters: _Side
    concepts: _Side
    touched: Places

    def sides(self) -> tuple[_Side, _Side, _Side]:
        return self.words, self.letters, self.concepts


class HybridRetriever:
    """Finds passages of one snapshot; holds nothing that changes."""

    relevant_from = RELEVANT_FROM

    def __init__(self, blocks: Sequence[Block], embedder: Embedder, tags: Tagger = no_concepts) -> None:
        self.blocks = tuple(blocks)
        shelves = [block.shelf for block in blocks]
        self._passages = tuple(chain.from_iterable(block.passages for block in blocks))
        self._units = Runs(joined_starts([shelf.unit_starts for shelf in shelves]))
        self._rows = Runs(joined_starts([shelf.row_starts for shelf in shelves]))
        self._unit_codes = np.concatenate([codes_of(()), *(shelf.unit_codes for shelf in shelves)])
        self._row_codes = np.concatenate([codes_of(()), *(shelf.row_codes for shelf in shelves)])
        self._background = Background(self._unit_codes)
        self._rank = _ranks(self.blocks)
        self._vectors = VectorIndex([block.rows for block in blocks])
        sample = _spread_over(self._rows, self._rank, _BACKGROUND)
        self._usual_rows = Background(self._row_codes[sample])
        self._usual_vectors = self._vectors.vectors(sample)
        self._embedder = embedder
        self._tags = tags

    def search(self, query: str, *, language: str, filters: Filters, limit: int) -> tuple[Hit, ...]:
        """The passages nearest to the query, best first; ties by key, then by record.

        ``language`` is the one the query is in.
        """
        allowed = self._allowed(filters)
        if not query.strip() or not self._passages or (allowed is not None and not allowed.any()):
            return ()
        weights = weights_for(language)
        lexical = self._lexical(query, language, weights)
        places = self._by_words(lexical, allowed, max(limit, _CANDIDATES))
        found = self._standing(lexical, places)
        if not _is_sure(found, weights):
            vector = self._embedder.embed_query(query)
            places = np.union1d(places, self._near(vector, allowed, max(limit, _CANDIDATES)))
            found = self._standing(lexical, places) + weights.dense * self._dense(vector, places)
        found = np.round(found, _DECIMALS)
        first = self._top(places, found, limit, ties=True)
        relevances = self._relevance(lexical, places[first], language)
        return tuple(self._hits(places[first], found[first], relevances)[:limit])

    def listing(self, *, filters: Filters, limit: int, offset: int) -> tuple[Passage, ...]:
        """The passages that pass the filters, in record order."""
        allowed = self._allowed(filters)
        places = np.arange(len(self._passages)) if allowed is None else np.flatnonzero(allowed)
        if len(self.blocks) > 1:
            places = places[np.argsort(self._rank[places])]
        return tuple(self._passages[place] for place in places[offset : offset + limit].tolist())

    def _allowed(self, filters: Filters) -> Allowed | None:
        masks = [block.selection.allowed(filters) for block in self.blocks]
        found = [mask for mask in masks if mask is not None]
        return np.concatenate(found) if found else None

    def _lexical(self, query: str, language: str, weights: Weights) -> _Lexical:
        words, letters = [block.words for block in self.blocks], [block.letters for block in self.blocks]
        tags = tag_terms(" ".join(self._tags(query, language)))
        by_words = self._side(words, word_terms(query, language), _WORDS, weights.words)
        by_letters = self._side(letters, letter_terms(query, language), _LETTERS, weights.letters)
        by_concepts = self._side(words, tags, _WORDS, weights.concepts)
        touched = (by_words.scores > 0) | (by_letters.scores > 0) | (by_concepts.scores > 0)
        return _Lexical(by_words, by_letters, by_concepts, np.flatnonzero(touched))

    def _side(
        self, lexicons: Sequence[Lexicon], terms: Iterable[str], reading: Reading, weight: float
    ) -> _Side:
        found = scores(lexicons, terms, reading)
        touched = np.flatnonzero(found > 0)  # of truth values ten times as quick as of numbers
        return _Side(found, self._background.of(found[touched], touched), weight)

    def _by_words(self, lexical: _Lexical, allowed: Allowed | None, count: int) -> Places:
        """The passages that stand out most among those that share something with the question.

        Where these are too few, any others are as good.
        """
        owners = self._units.owners[lexical.touched]
        first = np.flatnonzero(np.diff(owners, prepend=-1))
        places = owners[first]
        passing = np.ones(len(places), dtype=np.bool_) if allowed is None else allowed[places]
        if passing.sum() < count:
            places = np.arange(len(self._passages)) if allowed is None else np.flatnonzero(allowed)
            found = self._standing(lexical, places)
        else:
            found = np.maximum.reduceat(self._unit_standing(lexical, lexical.touched), first)[passing]
            places = places[passing]
        return places[self._top(places, found, count)]

    def _unit_standing(self, lexical: _Lexical, units: Places) -> Standings:
        sides = [(side.scores[units], side.usual, side.weight) for side in lexical.sides()]
        repeated = repetition(lexical.words.scores[units], lexical.letters.scores[units])
        return together(sides, self._unit_codes[units]) + repeated

    def _standing(self, lexical: _Lexical, places: Places) -> Standings:
        """How far the best text of each passage stands out."""
        units, starts = self._units.of(places)
        best: Standings = np.maximum.reduceat(self._unit_standing(lexical, units), starts)
        return best

    def _near(self, vector: Vectors, allowed: Allowed | None, count: int) -> Places:
        rows = None if allowed is None else allowed[self._rows.owners]
        owners: Places = self._rows.owners[self._vectors.nearest(vector, count, rows)]
        return owners

    def _dense(self, vector: Vectors, places: Places) -> Standings:
        """How far the whole and the nearest text of each passage stand out."""
        sampled = _rounded(np.einsum("ij,j->i", self._usual_vectors, vector))
        usual = self._usual_rows.of(sampled, np.arange(len(sampled)))
        rows, starts = self._rows.of(places)
        similar = self._vectors.similarity(vector, rows).astype(np.float64)
        standing = usual.standing(similar, self._row_codes[rows])
        together: Standings = (standing[starts] + np.maximum.reduceat(standing, starts)) / 2
        return together

    def _relevance(self, lexical: _Lexical, places: Places, language: str) -> Standings:
        units, starts = self._units.of(places)
        coverage = Coverage(
            words=lexical.words.scores[units],
            letters=lexical.letters.scores[units],
            concepts=lexical.concepts.scores[units],
            native=self._unit_codes[units] == code_of(language),
        )
        surest: Standings = np.maximum.reduceat(relevance(coverage), starts)
        return surest

    def _hits(self, places: Places, found: Standings, relevances: Standings) -> list[Hit]:
        rounded = np.round(np.stack([found, relevances], axis=1), _DECIMALS).tolist()
        hits = [Hit(self._passages[n], *both) for n, both in zip(places.tolist(), rounded, strict=True)]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.key, hit.passage.record))

    def _top(self, places: Places, found: Standings, count: int, *, ties: bool = False) -> Places:
        """Which of the places have the highest scores, best first; of equal ones the first in record order.

        With ``ties``, all that equal the last one are given too.
        """
        rank = self._rank[places]
        kept = np.arange(len(found))
        if len(found) > count:
            last = np.partition(found, len(found) - count)[len(found) - count]
            above, equal = np.flatnonzero(found > last), np.flatnonzero(found == last)
            if not ties:
                equal = equal[np.argsort(rank[equal])[: count - len(above)]]
            kept = np.concatenate([above, equal])
        order: Places = kept[np.lexsort((rank[kept], -found[kept]))]
        return order


def _ranks(blocks: Sequence[Block]) -> Places:
    """The place of each passage in record order, however the records are spread over blocks.

    Shape: (passages of all blocks,).
    """
    records = list(chain.from_iterable(block.records for block in blocks))
    counts = np.array([count for _, count in records], dtype=np.int64)
    order = sorted(range(len(records)), key=lambda n: records[n][0])
    first = np.empty(len(records), dtype=np.int64)
    first[order] = np.concatenate([[0], np.cumsum(counts[order])])[:-1]
    starts = np.array(list(accumulate(counts.tolist(), initial=0))[:-1], dtype=np.int64)
    ranks: Places = np.arange(counts.sum()) + np.repeat(first - starts, counts)
    return ranks


def _spread_over(rows: Runs, rank: Places, most: int) -> Places:
    """At most so many rows, spread evenly over the passages in record order."""
    count = len(rows.owners)
    if not (np.diff(rank) == 1).all():
        order, _ = rows.of(np.argsort(rank))
        return order[:: max(1, -(-count // most))]
    return np.arange(0, count, max(1, -(-count // most)))


def _rounded(similar: Vectors) -> Standings:
    rounded: Standings = np.rint(similar.astype(np.float64) * _GRAIN) / _GRAIN
    return rounded


def _is_sure(found: Standings, weights: Weights) -> bool:
    """Whether the first passage leads by more than the dense side could ever make up."""
    if len(found) < 2:
        return True
    second, first = np.partition(found, len(found) - 2)[-2:]
    return bool(first - second > weights.dense * _DENSE_REACH)
