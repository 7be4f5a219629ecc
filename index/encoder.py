"""Which encoder is used: the exported graph, made once under the data folder, or torch where it cannot be.

Knows where the graph is kept and that it must be the one that was checked.
"""

import json
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from threading import Lock

from corpus.durable import make_folder, replace_file
from index.durable import sync_file
from index.embedder import Embedder, Vectors
from index.errors import EncoderUnavailable, WriterBusy
from index.lock import writing
from index.onnx_encoder import OnnxEncoder
from index.sentence_transformer import TorchEncoder
from index.weights import Weights, find_weights, sha256_of

log = logging.getLogger(__name__)

_EXPORT_SECONDS = 300
_FILES = (
    "encoder.onnx",
    "encoder.onnx.data",
)  # weights apart, so that they are mapped, not copied: 45 MB less
_DESCRIPTION = "encoder.json"
_INT8 = "-int8"


@dataclass(frozen=True, slots=True)
class Graph:
    """What is written beside an exported graph: whose weights it holds and the hashes of its files.

    ``difference`` is the largest one between its vectors and torch's.
    """

    weights: str
    graph: str
    data: str
    difference: float


class LazyEncoder:
    """An encoder that is opened when something is embedded for the first time.

    Its name is known before, so that a snapshot can be held against it: what is answered from facts
    alone never waits for a model.
    """

    def __init__(self, model: str, folder: Path, *, int8: bool = False) -> None:
        self._model = model
        self._folder = folder
        self._int8 = int8
        self._weights = _named(find_weights(model), int8)
        self._opening = Lock()
        self._opened: Embedder | None = None

    @property
    def name(self) -> str:
        """The model and its weights' hash."""
        return self._weights.name

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return self._encoder().dimensions

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Embed passages.

        Shape: (len(texts), dimensions), float32, unit rows.
        """
        return self._encoder().embed(texts)

    def embed_query(self, text: str) -> Vectors:
        """Embed one question.

        Shape: (dimensions,), float32, unit length.
        """
        return self._encoder().embed_query(text)

    def _encoder(self) -> Embedder:
        with self._opening:
            if self._opened is None:
                self._opened = open_encoder(self._model, self._folder, int8=self._int8)
            return self._opened


def open_encoder(model: str, folder: Path, *, int8: bool = False) -> Embedder:
    """The encoder of a model; its graph is exported into the folder if it is not there yet.

    With ``int8`` its weights are rounded to a byte each; that is another encoder, by another name.

    Raises: EncoderUnavailable when the weights are missing or not the pinned ones, or cannot be rounded.
    """
    weights = _named(find_weights(model), int8)
    kept = folder / f"{weights.sha256[:16]}{_INT8 if int8 else ''}"
    try:
        if not _is_whole(kept, weights):
            with writing(kept, _EXPORT_SECONDS):
                if not _is_whole(kept, weights):
                    _export([model, *([_INT8] if int8 else [])], weights, kept)
        return OnnxEncoder(kept / _FILES[0], weights)
    except (OSError, EncoderUnavailable, WriterBusy, subprocess.SubprocessError) as problem:
        if int8:
            raise EncoderUnavailable(f"no graph for {weights.name}: {problem}") from problem
        log.warning("no graph for %s, torch encodes instead: %s", weights.name, problem)
        return TorchEncoder(weights)


def _named(weights: Weights, int8: bool) -> Weights:
    return replace(weights, name=f"{weights.name}{_INT8}") if int8 else weights


def _is_whole(kept: Path, weights: Weights) -> bool:
    try:
        described = Graph(**json.loads((kept / _DESCRIPTION).read_text("utf-8")))
        return described == _described(kept, weights, described.difference)
    except (OSError, ValueError, TypeError):
        return False


def _described(folder: Path, weights: Weights, difference: float) -> Graph:
    graph, data = (sha256_of(folder / name) for name in _FILES)
    return Graph(weights.sha256, graph, data, difference)


def keep(staged: Path, kept: Path, graph: Graph) -> None:
    """Put an exported graph in its place, each file synced; its description comes last and makes it count."""
    (kept / _DESCRIPTION).unlink(missing_ok=True)
    for name in _FILES:
        sync_file(staged / name)
        (staged / name).replace(kept / name)
    replace_file(kept / _DESCRIPTION, json.dumps(asdict(graph), sort_keys=True).encode(), staging=staged)


def _export(arguments: Sequence[str], weights: Weights, kept: Path) -> None:
    """Export in a process of its own, then publish graph and description; the description last."""
    staged = kept / "staged"
    shutil.rmtree(staged, ignore_errors=True)
    make_folder(staged)
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "index.sentence_transformer",
        str(staged / _FILES[0]),
        *arguments,
    ]
    path = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=_EXPORT_SECONDS, env=path, check=False
    )
    if done.returncode != 0:
        raise EncoderUnavailable(f"export failed: {done.stderr.strip().splitlines()[-1:]}")
    graph = _described(staged, weights, float(done.stdout.split()[-1]))
    keep(staged, kept, graph)
    log.info("encoder exported, vectors within %.1e of torch's", graph.difference)
