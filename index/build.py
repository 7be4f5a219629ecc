"""The way from records to a snapshot that can be served: the index's main path.

record → passages → shelf (postings and vectors) → files → staged → proved → published.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain

from corpus.model import Record
from index.durable import room_on_disk
from index.embedder import Embedder, Vectors
from index.errors import DamagedSnapshot, NoSnapshot
from index.hit import Filters
from index.manifest import Made
from index.passage import Passage
from index.passages import Tagger, no_concepts, passages
from index.shelf import Progress, fill, vectors_by_text
from index.snapshot import Contents, Snapshot, contents_from, files_of, open_contents, snapshot_of
from index.store import Generation, Store

_PROVED = 16  # passages that a new generation is asked for before it counts


def no_procedures(_records: Sequence[Record]) -> Mapping[str, tuple[str, ...]]:
    """Records that belong to no procedure."""
    return {}


def no_progress(_done: int, _all: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """What building needs besides the records: where to, with which encoder, and how to report.

    ``reader`` names the state of the code that read the records. ``procedures`` says, by record,
    which procedures it tells of. ``keep`` is how many generations stay.
    """

    store: Store
    embedder: Embedder
    reader: str
    tags: Tagger = no_concepts
    procedures: Callable[[Sequence[Record]], Mapping[str, tuple[str, ...]]] = no_procedures
    keep: int = 5
    progress: Progress = no_progress


def build(records: Iterable[Record], workshop: Workshop) -> Snapshot:
    """Publish the snapshot of these records; where it is the one that is served, nothing is written.

    Raises: StoreFull when there is no room; DamagedSnapshot when what was written cannot be read.
    """
    store = workshop.store
    contents = _contents(records, workshop)
    manifest, files = files_of(contents)
    generation = _served(store, manifest.id)
    if generation is None:
        with room_on_disk():
            staged = store.stage(manifest, files)
            _prove(contents_from(*store.read_staged(staged)), workshop)
            generation = store.publish(staged)
        with suppress(OSError):  # what cannot be cleared away now is cleared away next time
            store.prune(workshop.keep)
    return snapshot_of(generation, contents, workshop.embedder, workshop.tags)


def _contents(records: Iterable[Record], workshop: Workshop) -> Contents:
    ordered = tuple(sorted(records, key=lambda record: record.id))
    procedures = workshop.procedures(ordered)
    cut = (passages(record, workshop.tags, procedures.get(record.id, ())) for record in ordered)
    found = tuple(chain.from_iterable(cut))
    embedder = workshop.embedder
    made = Made(embedder.name, embedder.dimensions, workshop.reader)
    return Contents(made, ordered, found, fill(found, embedder, _known(workshop), workshop.progress))


def _known(workshop: Workshop) -> dict[bytes, Vectors]:
    """The vectors of the newest whole generation, if the same encoder made them."""
    try:
        before = open_contents(workshop.store)
    except NoSnapshot:
        return {}
    same = before.made.encoder == workshop.embedder.name
    return vectors_by_text(before.passages, before.shelf) if same else {}


def _served(store: Store, wanted: str) -> Generation | None:
    """The pointed generation, if it is the wanted one and whole."""
    pointed = store.pointed()
    if pointed is None or pointed.id != wanted:
        return None
    try:
        store.read(pointed)
    except DamagedSnapshot:
        return None
    return pointed


def _prove(contents: Contents, workshop: Workshop) -> None:
    """See that what was written finds its own passages among those of their language.

    A few may be missed, because notices share their formal sentences; if passages, postings and
    vectors did not belong together, nearly all would be.

    Raises: DamagedSnapshot when more than a quarter of those asked for is not found by its own text.
    """
    proving = snapshot_of(Generation(0, ""), contents, workshop.embedder, workshop.tags)
    asked = contents.passages[:: max(1, len(contents.passages) // _PROVED)]
    missed = [passage.key for passage in asked if not _is_found(passage, proving)]
    if len(missed) > len(asked) / 4:
        raise DamagedSnapshot(f"{missed[0]} and {len(missed) - 1} more are not found by their own text")


def _is_found(passage: Passage, snapshot: Snapshot) -> bool:
    own = Filters(language=passage.language)
    hits = snapshot.retriever.search(passage.text, language=passage.language, filters=own, limit=3)
    return any(hit.passage.text == passage.text for hit in hits)
