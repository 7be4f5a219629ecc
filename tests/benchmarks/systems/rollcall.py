"""Rollcall itself, as it ships: glosses and concepts included."""

from dataclasses import replace
from pathlib import Path

from assistant.keeping.annotation import concepts_of
from index.block import one_block
from index.encoder import open_encoder
from index.hit import Filters
from index.retriever import HybridRetriever
from index.segment import Segment, content_of
from index.serial import passages_from
from index.shelf import fill
from index.weights import PACKAGED
from tests.benchmarks import remembered

ENCODERS = Path("var/benchmarks/encoder")


def index(passages, folder, *, bare=False):
    """Build the shelf and write it as a generation's files would be."""
    found = passages_from("\n".join(entry["passage"] for entry in passages).encode())
    if bare:
        found = tuple(replace(passage, renderings=()) for passage in found)
    encoder = open_encoder(PACKAGED, ENCODERS)
    known = {bytes.fromhex(key): vector for key, vector in remembered.known().items()}
    shelf = fill(found, encoder, known, lambda _done, _all: None)
    (folder / "all.segment").write_bytes(content_of(Segment((), found, shelf)))
    tags = (lambda _text, _language: ()) if bare else concepts_of
    return HybridRetriever(one_block(found, shelf), encoder, tags)


def search(retriever, question, limit):
    """The keys of the first passages."""
    hits = retriever.search(question["text"], language=question["language"], filters=Filters(), limit=limit)
    return [hit.passage.record + hit.passage.key for hit in hits]
