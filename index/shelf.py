"""What is built from passages to find them by: the lexical postings and the vectors, with their owners.

Knows how texts become postings and rows. A shelf depends on its passages alone, so that shelves can
be joined; a vector of a text that has not changed is not computed again.
"""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

from index import lexical
from index.embedder import Embedder, Vectors
from index.lexical import Postings, index_terms
from index.passage import Passage
from index.standing import Codes, codes_of
from index.texts import Text, dense_texts, letters_of, lexical_texts, words_of

Progress = Callable[[int, int], None]
"""Told how many of how many texts are embedded."""

_TOLD_EVERY = 64
_USUAL_WORDS, _USUAL_LETTERS = 60.0, 400.0  # terms of a passage, as measured over records and distractors


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything a search reads, as plain arrays.

    ``unit_starts`` says at which unit of the postings each passage begins, ``row_starts`` at which
    row of the vectors; the codes name the language of each unit and row.

    Shape: starts (passages + 1), vectors (rows, dimensions).
    """

    words: Postings
    letters: Postings
    unit_starts: NDArray[np.int64]
    unit_codes: Codes
    row_starts: NDArray[np.int64]
    row_codes: Codes
    vectors: Vectors


def fill(
    passages: Sequence[Passage], embedder: Embedder, known: Mapping[bytes, Vectors], progress: Progress
) -> Shelf:
    """The shelf of some passages; ``known`` are vectors that need not be computed, by their text's hash."""
    rows = [dense_texts(passage) for passage in passages]
    new = embedded(passages, embedder, known, progress)
    return replace(
        shelf_of(passages, np.empty((0, embedder.dimensions), dtype=np.float32)),
        row_starts=_starts([len(own) for own in rows]),
        row_codes=codes_of(said.language for said in chain.from_iterable(rows)),
        vectors=_vectors(rows, (new, known), embedder.dimensions),
    )


def shelf_of(passages: Sequence[Passage], vectors: Vectors) -> Shelf:
    """The shelf of passages of which one vector each is at hand.

    Shape: ``vectors`` (passages, dimensions).
    """
    units = [lexical_texts(passage) for passage in passages]
    words = chain.from_iterable(words_of(passage) for passage in passages)
    letters = chain.from_iterable(letters_of(passage) for passage in passages)
    return Shelf(
        words=index_terms(words, _USUAL_WORDS),
        letters=index_terms(letters, _USUAL_LETTERS),
        unit_starts=_starts([len(own) for own in units]),
        unit_codes=codes_of(said.language for said in chain.from_iterable(units)),
        row_starts=np.arange(len(passages) + 1, dtype=np.int64),
        row_codes=codes_of(passage.language for passage in passages),
        vectors=vectors,
    )


def joined(shelves: Sequence[Shelf]) -> Shelf:
    """The shelf of the passages of several, one after another."""
    if len(shelves) == 1:
        return shelves[0]
    return Shelf(
        words=lexical.joined([shelf.words for shelf in shelves]),
        letters=lexical.joined([shelf.letters for shelf in shelves]),
        unit_starts=joined_starts([shelf.unit_starts for shelf in shelves]),
        unit_codes=np.concatenate([shelf.unit_codes for shelf in shelves]),
        row_starts=joined_starts([shelf.row_starts for shelf in shelves]),
        row_codes=np.concatenate([shelf.row_codes for shelf in shelves]),
        vectors=np.concatenate([shelf.vectors for shelf in shelves]),
    )


def without(shelf: Shelf, kept: NDArray[np.bool_]) -> Shelf:
    """The shelf of some of its passages.

    Shape: ``kept`` (passages,).
    """
    units, rows = (np.repeat(kept, np.diff(starts)) for starts in (shelf.unit_starts, shelf.row_starts))
    return Shelf(
        words=lexical.without(shelf.words, units),
        letters=lexical.without(shelf.letters, units),
        unit_starts=_starts(np.diff(shelf.unit_starts)[kept]),
        unit_codes=shelf.unit_codes[units],
        row_starts=_starts(np.diff(shelf.row_starts)[kept]),
        row_codes=shelf.row_codes[rows],
        vectors=shelf.vectors[rows],
    )


def joined_starts(starts: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    """Where each passage of several begins, when they stand one after another."""
    offsets = accumulate((own[-1] for own in starts), initial=np.int64(0))
    shifted = [own[:-1] + offset for own, offset in zip(starts, offsets, strict=False)]
    return np.concatenate([*shifted, [sum(own[-1] for own in starts)]]).astype(np.int64)


def text_key(text: str) -> bytes:
    """The hash a text's vector is kept by."""
    return sha256(text.encode("utf-8", "surrogatepass")).digest()


def embedded(
    passages: Iterable[Passage], embedder: Embedder, known: Mapping[bytes, Vectors], progress: Progress
) -> dict[bytes, Vectors]:
    """The vectors of the passages' texts that are not known yet, by their text's hash.

    The same text twice is embedded once, several texts at the same time.
    """
    texts = chain.from_iterable(dense_texts(passage) for passage in passages)
    missing = {key: said.text for said in texts if (key := text_key(said.text)) not in known}
    new: dict[bytes, Vectors] = {}
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        found = workers.map(lambda text: embedder.embed([text])[0], missing.values())
        for done, (key, vector) in enumerate(zip(missing, found, strict=True), 1):
            new[key] = vector
            if done % _TOLD_EVERY == 0 or done == len(missing):
                progress(done, len(missing))
    return new


def _vectors(
    rows: Sequence[tuple[Text, ...]], known: tuple[Mapping[bytes, Vectors], ...], dimensions: int
) -> Vectors:
    texts = [said.text for said in chain.from_iterable(rows)]
    vectors = np.empty((len(texts), dimensions), dtype=np.float32)
    for row, text in enumerate(texts):
        key = text_key(text)
        vectors[row] = next(vectors_of[key] for vectors_of in known if key in vectors_of)
    return vectors


def _starts(counts: Sequence[int] | NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate([[0], np.cumsum(counts, dtype=np.int64)]).astype(np.int64)
