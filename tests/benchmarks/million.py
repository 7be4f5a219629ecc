"""`python -m tests.benchmarks.million [PASSAGES]`: against one encoder pass and one exact scan.

The shipped notice among synthetic points in eight languages (``synthetic.py``); the same vectors for
both, the project's own questions. Prints one line of figures a system, and how much of an exact
scan's ten nearest the quick scan finds.
"""

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path

import numpy as np

from assistant.keeping.annotation import concepts_of
from index.block import one_block
from index.embedder import Embedder
from index.encoder import open_encoder
from index.hit import Filters
from index.passage import Passage
from index.passages import passages
from index.retriever import HybridRetriever
from index.rows import Rows
from index.shelf import fill, joined, shelf_of
from index.vectors import VectorIndex
from index.weights import PACKAGED
from tests.benchmarks.measure import resident_mib
from tests.benchmarks.synthetic import POINTS, Mixture, records
from tests.evaluation.retrieval.collection import Question, questions
from tests.evaluation.retrieval.evaluate import collection

WORK = Path("var/benchmarks")
DEPTH = 5


def corpus(size: int, encoder: Embedder) -> HybridRetriever:
    """The notice with all that finds it, then points with the one vector they have."""
    own = collection(0, WORK)
    mixture = Mixture(encoder)
    points = tuple(chain.from_iterable(map(passages, records(size // POINTS))))
    vectors = np.empty((len(points), mixture.dimensions), dtype=np.float32)
    for row, point in enumerate(points):
        vectors[row] = mixture.embed_query(point.text)
    shelf = joined([fill(own, encoder, {}, lambda _done, _all: None), shelf_of(points, vectors)])
    return HybridRetriever(one_block(own + points, shelf), encoder, concepts_of)


def timed(search: Callable[[Question], Sequence[Passage]], asked: Sequence[Question]) -> str:
    """A line of figures: what a question takes, and how often its passage comes first and among five."""
    seconds, ranks = [], []
    for question in asked:
        started = time.perf_counter()
        found = search(question)
        seconds.append(time.perf_counter() - started)
        ranks.append(next((n for n, p in enumerate(found, 1) if question.is_answered_by(p)), 0))
    first, five = (sum(1 <= rank <= n for rank in ranks) / len(ranks) for n in (1, DEPTH))
    ordered = sorted(seconds)
    p50, p95 = statistics.median(ordered) * 1000, ordered[int(len(ordered) * 0.95)] * 1000
    return f"p50 {p50:.2f} ms  p95 {p95:.2f} ms  recall@1 {first:.3f}  @5 {five:.3f}"


def agreement(quick: VectorIndex, exact: VectorIndex, vectors: Sequence[np.ndarray]) -> float:
    """The share of the ten nearest of an exact scan that a quick one finds."""
    shared = [len(set(quick.nearest(v, 10).tolist()) & set(exact.nearest(v, 10).tolist())) for v in vectors]
    return sum(shared) / sum(len(exact.nearest(v, 10)) for v in vectors)


def main() -> None:
    """Build, ask both, print."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    encoder = open_encoder(PACKAGED, WORK / "encoder")
    started = time.perf_counter()
    retriever = corpus(size, encoder)
    (block,) = retriever.blocks
    print(
        f"{len(block.passages):,} passages in {time.perf_counter() - started:.0f} s, {resident_mib():.0f} MiB"
    )
    asked = [question for question in questions() if question.where]
    owners = np.repeat(np.arange(len(block.passages)), np.diff(block.shelf.row_starts))
    exact = Rows(block.shelf.vectors, exact=True)

    def ours(question: Question) -> list[Passage]:
        hits = retriever.search(question.text, language=question.language, filters=Filters(), limit=DEPTH)
        return [hit.passage for hit in hits]

    fresh = open_encoder(PACKAGED, WORK / "encoder")

    def floor(question: Question) -> list[Passage]:
        rows, far = exact.nearest(fresh.embed_query(question.text), DEPTH, None)
        return [block.passages[owners[row]] for row in rows[np.argsort(far, kind="stable")]]

    print("rollcall", timed(ours, asked))
    print("encoder + exact scan", timed(floor, asked))
    quick = VectorIndex([Rows(block.shelf.vectors, exact=False)])
    vectors = [encoder.embed_query(question.text) for question in asked]
    print(f"ten nearest found by the quick scan: {agreement(quick, VectorIndex([exact]), vectors):.4f}")


if __name__ == "__main__":
    main()
