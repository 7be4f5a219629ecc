"""Earlier snapshots: an answer given again from the generation it was given from, while that is kept.

Knows the kept generations. Refuses to change anything: what is served is the register's.
"""

from functools import lru_cache
from pathlib import Path

from assistant.assistant import Assistant
from assistant.keeping.annotation import concepts_of
from assistant.procedures.library import Library
from assistant.settings import Settings
from index.encoder import LazyEncoder
from index.errors import IndexFault
from index.snapshot import contents_from, snapshot_of
from index.store import Generation, Store

_SHORTEST = 12  # characters of a snapshot's id that name it
_OPEN_AT_ONCE = 2


def kept_assistant(settings: Settings, snapshot: str) -> Assistant | None:
    """The assistant over the kept snapshot whose id begins so; None where none is kept whole."""
    if len(snapshot) < _SHORTEST:
        return None
    kept = (g for g in Store(settings.data).generations() if g.id.startswith(snapshot))
    generation = next(kept, None)
    if generation is None:
        return None
    try:
        return _opened(settings.data, settings.model, generation)
    except (IndexFault, OSError):
        return None


@lru_cache(maxsize=_OPEN_AT_ONCE)
def _opened(data: Path, model: str, generation: Generation) -> Assistant:
    store = Store(data)
    embedder = LazyEncoder(model, data / "encoder")
    contents = contents_from(*store.read(generation))
    found = snapshot_of(generation, contents, embedder, concepts_of)
    return Assistant(Library(found.records), found.retriever, found.id)
