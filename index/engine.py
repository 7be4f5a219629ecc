"""Which engine searches: this machine's memory, or the one at an address."""

from collections.abc import Callable
from importlib import import_module

from index.embedder import Embedder
from index.errors import EngineUnavailable
from index.hit import Retriever
from index.passages import Tagger
from index.snapshot import Snapshot

_MODULES = {"milvus": "index.milvus"}  # by the address' scheme; loaded only where one is set


def retriever_over(address: str, snapshot: Snapshot, embedder: Embedder, tags: Tagger) -> Retriever:
    """What searches a snapshot: its own blocks where no address is set.

    Raises: EngineUnavailable when the address names no engine, or none answers there.
    """
    if not address:
        return snapshot.retriever
    module = _MODULES.get(address.partition("://")[0])
    if module is None:
        raise EngineUnavailable(f"{address}: no engine is reached by that; known: {', '.join(_MODULES)}")
    try:
        made: Callable[..., Retriever] = import_module(module).retriever_at
        return made(address, snapshot, embedder, tags)
    except ImportError as problem:
        raise EngineUnavailable(f"{address}: install rollcall[milvus]: {problem}") from problem
    except Exception as problem:  # an engine's errors have no base of their own
        raise EngineUnavailable(f"{address}: {problem}") from problem
