"""Rollcall itself, as it ships: glosses and concepts included."""

from dataclasses import replace
from pathlib import Path

from assistant.keeping.annotation import concepts_of
from index.encoder import open_encoder
from index.hit import Filters
from index.manifest import Made
from index.retriever import HybridRetriever
from index.serial import passages_from
from index.shelf import fill
from index.snapshot import Contents, files_of
from index.weights import PACKAGED

ENCODERS = Path("var/benchmarks/encoder")


def index(passages, folder, *, bare=False):
    """Build the shelf and write it as a generation's files would be."""
    found = passages_from("\n".join(entry["passage"] for entry in passages).encode())
    if bare:
        found = tuple(replace(passage, renderings=()) for passage in found)
    encoder = open_encoder(PACKAGED, ENCODERS)
    shelf = fill(found, encoder, {}, lambda _done, _all: None)
    made = Made(encoder.name, encoder.dimensions, "benchmark")
    for name, content in files_of(Contents(made, (), found, shelf))[1].items():
        (folder / name).write_bytes(content)
    tags = (lambda _text, _language: ()) if bare else concepts_of
    return HybridRetriever(found, shelf, encoder, tags)


def search(retriever, question, limit):
    """The keys of the first passages."""
    hits = retriever.search(question["text"], language=question["language"], filters=Filters(), limit=limit)
    return [hit.passage.record + hit.passage.key for hit in hits]
