"""`python -m tests.benchmarks.growth [PASSAGES]`: what one record more costs a corpus of that size.

Builds a synthetic corpus, then adds a record to it as the server does, and asks for it; says how
many texts were embedded and files written for that, and what a question takes.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from index.build import Workshop, build
from index.encoder import open_encoder
from index.hit import Filters
from index.snapshot import Snapshot
from index.store import Store
from index.weights import PACKAGED
from tests.benchmarks.measure import resident_mib
from tests.benchmarks.synthetic import POINTS, Mixture, records

QUESTIONS = 64
ADDED = 5


class Counting(Mixture):
    """Counts what it is asked to embed."""

    texts = 0

    def embed(self, texts: Sequence[str]):
        self.texts += len(texts)
        return super().embed(texts)


def grown(size: int, folder: Path) -> dict[str, float]:
    """The figures of one size."""
    embedder = Counting(open_encoder(PACKAGED, Path("var/benchmarks/encoder")))
    workshop = Workshop(Store(folder), embedder, "growth")
    corpus = tuple(records(size // POINTS))
    started = time.perf_counter()
    snapshot = build(corpus, workshop)
    built = time.perf_counter() - started
    embedder.texts = 0
    seconds = []
    for record in records(ADDED, first=len(corpus)):
        started = time.perf_counter()
        corpus = (*corpus, record)
        snapshot = build(corpus, workshop, snapshot)
        text = record.source.quote(record.notice.paragraphs[7].span)
        hits = snapshot.retriever.search(text, language=record.notice.language, filters=Filters(), limit=5)
        seconds.append(time.perf_counter() - started)
        assert record.id in {hit.passage.record for hit in hits}
    return {
        "passages": len(snapshot.passages),
        "build_s": built,
        "one_more_s": max(seconds),
        "embedded_each": embedder.texts / ADDED,
        "files": len(snapshot.segments),
        **asked(snapshot),
        "resident_mib": resident_mib(),
    }


def asked(snapshot: Snapshot) -> dict[str, float]:
    """What a question takes."""
    chosen = snapshot.passages[:: len(snapshot.passages) // QUESTIONS]
    seconds = []
    for passage in chosen:
        words = passage.text.split()
        started = time.perf_counter()
        snapshot.retriever.search(
            " ".join(words[2:12]), language=passage.language, filters=Filters(), limit=5
        )
        seconds.append(time.perf_counter() - started)
    return {"p50_ms": statistics.median(seconds) * 1000, "p95_ms": sorted(seconds)[-4] * 1000}


def main() -> None:
    """Print the figures of each size."""
    for size in sys.argv[1:] or ["20000"]:
        with tempfile.TemporaryDirectory() as folder:
            said = grown(int(size), Path(folder))
        print("  ".join(f"{name} {value:,.2f}" for name, value in said.items()), flush=True)


if __name__ == "__main__":
    main()
