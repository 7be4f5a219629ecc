"""The encoder as sentence-transformers runs it, and its export to a graph that needs no torch.

The one module with ``sentence_transformers`` and ``torch``; both are imported inside functions,
because they take seconds and what needs no embedding must not pay for them. Run as a program
(``python -m index.sentence_transformer GRAPH MODEL [-int8]``) it exports and leaves, so that torch's
memory goes with it.
"""

# ruff: noqa: PLC0415 — the one module that imports inside functions, for the reason above

import os
import sys
import warnings
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.embedder import Vectors
from index.errors import EncoderUnavailable
from index.onnx_encoder import INPUT, OUTPUT, OnnxEncoder
from index.weights import Weights, find_weights

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from torch.nn import Module

_ROUNDED_AGREEMENT = 0.1  # the same for weights of a byte each; 0.03 is usual
_AGREEMENT = 1e-5  # largest difference allowed between a vector of the graph and torch's; 2e-7 is usual
_PROBES = (
    "How many relocations?",
    "De vereiste gekwalificeerde meerderheid is bereikt.",
    "word " * 400,
)


class TorchEncoder:
    """An embedder over sentence-transformers itself: where a graph cannot be had, and as its yardstick."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self.model = _load(weights)

    @property
    def name(self) -> str:
        """The model and its weights' hash."""
        return self._weights.name

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return int(self.embed_query("").shape[0])

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Embed passages one at a time.

        Shape: (len(texts), dimensions), float32, unit rows.
        """
        rows = [self._encode(self._weights.passage_prefix + text) for text in texts]
        return np.array(rows, dtype=np.float32).reshape(len(texts), self.dimensions)

    def embed_query(self, text: str) -> Vectors:
        """Embed one question.

        Shape: (dimensions,), float32, unit length.
        """
        return self._encode(self._weights.query_prefix + text)

    def _encode(self, text: str) -> Vectors:
        vector: Vectors = self.model.encode([text], normalize_embeddings=True, show_progress_bar=False)[0]
        return vector


def export(weights: Weights, graph: Path, *, int8: bool = False) -> float:
    """Write the weights as an ONNX graph with pooling and normalisation inside; rounded, with ``int8``.

    Returns the largest difference from torch's vectors over a few probe texts.

    Raises: EncoderUnavailable when the graph's vectors are not torch's.
    """
    import torch

    encoder = TorchEncoder(weights)
    tokens = torch.export.Dim("tokens", min=2, max=weights.longest)
    with torch.no_grad():
        torch.onnx.export(
            _graph_of(encoder),
            (torch.ones((1, 12), dtype=torch.int64),),
            str(graph),
            input_names=[INPUT],
            output_names=[OUTPUT],
            dynamic_shapes={INPUT: {1: tokens}},
            dynamo=True,
            external_data=True,
        )
    if int8:
        _round(graph)
    difference = float(np.abs(OnnxEncoder(graph, weights).embed(_PROBES) - encoder.embed(_PROBES)).max())
    if not difference <= (_ROUNDED_AGREEMENT if int8 else _AGREEMENT):
        raise EncoderUnavailable(f"{weights.name}: the graph's vectors differ from torch's by {difference}")
    return difference


def _round(graph: Path) -> None:
    """Put in place of a graph the same with its weights rounded to a byte each."""
    quantization = import_module("onnxruntime.quantization")  # the program's alone: the server never loads it
    folder = graph.with_name("rounded")
    folder.mkdir()
    quantization.quantize_dynamic(
        graph,
        folder / graph.name,
        per_channel=True,  # measured: cosines with the exact vectors of 0.99, else 0.95
        weight_type=quantization.QuantType.QInt8,
        use_external_data_format=True,
    )
    for file in folder.iterdir():
        file.replace(graph.with_name(file.name))
    folder.rmdir()


def _graph_of(encoder: TorchEncoder) -> "Module":
    import torch

    class Graph(torch.nn.Module):  # type: ignore[misc]  # torch is not followed by mypy: it takes minutes
        """One text's token ids in, its unit vector out: there is no padding to mask."""

        def __init__(self) -> None:
            super().__init__()
            self.model = encoder.model

        def forward(self, input_ids: torch.Tensor) -> torch.Tensor:
            """Embed one text."""
            features = {
                "input_ids": input_ids,
                "attention_mask": torch.ones_like(input_ids),
                "token_type_ids": torch.zeros_like(input_ids),
            }
            embedded = self.model(features)["sentence_embedding"]
            return torch.nn.functional.normalize(embedded, p=2, dim=1)

    return Graph().eval()


def _load(weights: Weights) -> "SentenceTransformer":
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["TRANSFORMERS_OFFLINE"] = "1"
    import torch
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(1)
    return SentenceTransformer(
        str(weights.folder),
        device="cpu",
        local_files_only=True,
        trust_remote_code=False,
        model_kwargs={"use_safetensors": True},
    )


def main() -> None:
    """Export MODEL to GRAPH and print how far the vectors differ from torch's."""
    warnings.simplefilter("ignore")
    graph, model, *rounded = sys.argv[1:]
    print(export(find_weights(model), Path(graph), int8=bool(rounded)))


if __name__ == "__main__":
    main()
