"""What the register builds with, as the settings say."""

from assistant.keeping.annotation import concepts_of, procedures_by_record
from assistant.keeping.code import cutting_code, reading_code
from assistant.settings import Settings
from index.build import Workshop
from index.embedder import Embedder
from index.encoder import LazyEncoder
from index.shelf import Progress
from index.store import Store


def workshop_of(settings: Settings, progress: Progress, embedder: Embedder | None) -> Workshop:
    """The workshop of a data folder; ``embedder`` stands in for the model that is set."""
    return Workshop(
        store=Store(settings.data),
        embedder=embedder
        or LazyEncoder(settings.encoder, settings.data / "encoder", int8=settings.is_rounded),
        reader=reading_code(),
        cutter=cutting_code(),
        tags=concepts_of,
        procedures=procedures_by_record,
        keep=settings.generations,
        progress=progress,
        engine=settings.engine,
    )
