"""The encoder that serves: the model's own weights in ONNX Runtime, without torch.

The one module with ``onnxruntime``. One text at a time on one thread: larger batches shift the
last bit of a vector, and the same text must always give the same bytes.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer

from index.embedder import Vectors
from index.errors import EncoderUnavailable
from index.weights import Weights

INPUT = "input_ids"
OUTPUT = "vector"
_QUESTIONS_KEPT = 1024  # vectors of 1.5 KB: people ask the same things again


class OnnxEncoder:
    """An embedder over an exported graph that holds pooling and normalisation itself."""

    def __init__(self, graph: Path, weights: Weights) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 3
        self._session = _session(graph, options)
        self._tokenizer = Tokenizer.from_file(str(weights.tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(weights.longest)
        self._weights = weights
        self._question = lru_cache(maxsize=_QUESTIONS_KEPT)(self._encode)

    @property
    def name(self) -> str:
        """The model and its weights' hash."""
        return self._weights.name

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return int(self._session.get_outputs()[0].shape[-1])

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Embed passages one at a time.

        Shape: (len(texts), dimensions), float32, unit rows.
        """
        vectors = np.empty((len(texts), self.dimensions), dtype=np.float32)
        for row, text in enumerate(texts):
            vectors[row] = self._encode(self._weights.passage_prefix + text)
        return vectors

    def embed_query(self, text: str) -> Vectors:
        """Embed one question; a question asked again is not computed again.

        Shape: (dimensions,), float32, unit length.
        """
        return self._question(self._weights.query_prefix + text)

    def _encode(self, text: str) -> Vectors:
        ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        vector: Vectors = self._session.run([OUTPUT], {INPUT: ids})[0][0]
        vector.setflags(write=False)
        return vector


def _session(graph: Path, options: ort.SessionOptions) -> ort.InferenceSession:
    try:
        return ort.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])
    except Exception as problem:  # ONNX Runtime's errors have no base of their own
        raise EncoderUnavailable(f"{graph}: {problem}") from problem
