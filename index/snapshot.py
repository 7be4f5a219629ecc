"""A snapshot: one generation, whole and checked, as readers hold it.

Knows how a generation is put together from segments, and that what was read is what was written.
A reader that holds a snapshot keeps it: publishing another one changes nothing in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby

from corpus.model import Record
from index.block import one_block
from index.embedder import Embedder
from index.errors import DamagedSnapshot, NoSnapshot
from index.manifest import Counts, FileEntry, Made, Manifest
from index.passage import Passage
from index.passages import Tagger
from index.retriever import HybridRetriever
from index.segment import Segment, segment_from
from index.shelf import Shelf, joined
from index.store import Generation, Store


@dataclass(frozen=True, slots=True)
class Kept:
    """A segment as a generation keeps it: its file, and what it holds."""

    file: FileEntry
    records: tuple[Record, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """What a generation holds, and from what it was made; ``shelf`` is that of all its passages."""

    made: Made
    segments: tuple[Kept, ...]
    shelf: Shelf | None

    @property
    def records(self) -> tuple[Record, ...]:
        """The records of all segments."""
        return tuple(chain.from_iterable(kept.records for kept in self.segments))


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One generation as it is served.

    ``faults`` say why this is not the generation that was to be served; empty when it is.
    """

    place: Generation
    made: Made
    segments: tuple[Kept, ...]
    records: tuple[Record, ...]
    retriever: HybridRetriever
    faults: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The name of the content."""
        return self.place.id

    @property
    def generation(self) -> int:
        """Its number in the history."""
        return self.place.number

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages, in the order of the records."""
        return tuple(chain.from_iterable(kept.passages for kept in self.segments))

    def passages_by_record(self) -> dict[str, tuple[Passage, ...]]:
        """The passages of each record that has any."""
        return {id_: tuple(own) for id_, own in groupby(self.passages, lambda passage: passage.record)}


def counts_of(segments: Sequence[Kept], shelves: Sequence[Shelf]) -> Counts:
    """How much some segments hold, whose passages the shelves find."""
    return Counts(
        records=sum(len(kept.records) for kept in segments),
        passages=sum(len(kept.passages) for kept in segments),
        units=sum(len(shelf.unit_codes) for shelf in shelves),
        rows=sum(len(shelf.row_codes) for shelf in shelves),
    )


def contents_from(manifest: Manifest, files: Mapping[str, bytes]) -> Contents:
    """The contents of a generation's checked files.

    Raises: DamagedSnapshot when they do not fit together.
    """
    entries = {entry.name: entry for entry in manifest.files}
    try:
        read = [segment_from(files[name], manifest.made.dimensions) for name in manifest.segments]
        _check_quotations(read)
    except (ValueError, KeyError) as problem:
        raise DamagedSnapshot(f"{manifest.id[:16]}…: {type(problem).__name__}: {problem}") from problem
    segments = tuple(
        Kept(entries[name], segment.records, segment.passages)
        for name, segment in zip(manifest.segments, read, strict=True)
    )
    found = counts_of(segments, [segment.shelf for segment in read])
    if found != manifest.counts:
        raise DamagedSnapshot(f"{manifest.id[:16]}…: {found}, expected {manifest.counts}")
    return Contents(manifest.made, segments, joined([s.shelf for s in read]) if read else None)


def snapshot_of(generation: Generation, contents: Contents, embedder: Embedder, tags: Tagger) -> Snapshot:
    """A generation's contents, ready to be searched.

    Raises: DamagedSnapshot when its vectors are another encoder's.
    """
    if contents.made.encoder != embedder.name:
        raise DamagedSnapshot(f"vectors of {contents.made.encoder}, expected {embedder.name}")
    passages = tuple(chain.from_iterable(kept.passages for kept in contents.segments))
    blocks = one_block(passages, contents.shelf) if contents.shelf else ()
    return Snapshot(
        place=generation,
        made=contents.made,
        segments=contents.segments,
        records=contents.records,
        retriever=HybridRetriever(blocks, embedder, tags),
    )


def open_newest(store: Store, embedder: Embedder, tags: Tagger) -> Snapshot:
    """The snapshot to serve: the pointed generation, or else the newest that is whole.

    Raises: NoSnapshot when none is.
    """
    is_sound = store.pointed() is not None or store.is_beginning()
    faults: tuple[str, ...] = () if is_sound else ("CURRENT names no generation that is there",)
    for generation in store.by_preference():
        try:
            contents = contents_from(*store.read(generation))
            snapshot = snapshot_of(generation, contents, embedder, tags)
        except DamagedSnapshot as problem:
            faults += (f"generation {generation.number}: {problem}",)
        else:
            return replace(snapshot, faults=faults)
    raise NoSnapshot("; ".join(faults))


def open_contents(store: Store) -> Contents:
    """The contents of the pointed generation, or else of the newest that is whole.

    Raises: NoSnapshot when none is.
    """
    for generation in store.by_preference():
        try:
            return contents_from(*store.read(generation))
        except DamagedSnapshot:
            continue
    raise NoSnapshot("no generation is whole")


def _check_quotations(segments: Sequence[Segment]) -> None:
    """See that each passage stands where it says.

    Raises: DamagedSnapshot when one does not.
    """
    for segment in segments:
        source_by_record = {record.id: record.source for record in segment.records}
        for passage in segment.passages:
            if source_by_record[passage.record].quote(passage.span) != passage.text:
                raise DamagedSnapshot(f"{passage.key}: its text is not what stands at its span")
