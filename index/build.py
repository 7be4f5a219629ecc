"""The way from records to a snapshot that can be served: the index's main path.

record → passages → segments (postings and vectors) → files → staged → proved → published.
What has not changed since the snapshot before is neither cut, embedded nor written again.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from corpus.model import Record
from index.block import Block, changed, vectors_by_text
from index.durable import room_on_disk
from index.embedder import Embedder, Vectors
from index.errors import NoSnapshot
from index.facts import facts_file
from index.manifest import FORMAT, FileEntry, Made, Manifest
from index.passage import Passage
from index.passages import Tagger, no_concepts, passages
from index.proof import prove
from index.retriever import HybridRetriever
from index.segment import Segment, content_of, runs_of
from index.shelf import Progress, Shelf, embedded, fill, joined, without
from index.snapshot import Kept, Snapshot, counts_of, open_newest
from index.store import Content, Generation, Store, entry_of

Cut = Mapping[str, tuple[Passage, ...]]
"""The passages of each record, in the records' order."""

_FACTS = "facts.sqlite"


def no_procedures(_records: Sequence[Record]) -> Mapping[str, tuple[str, ...]]:
    """Records that belong to no procedure."""
    return {}


def no_progress(_done: int, _all: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """What building needs besides the records: where to, with which encoder, and how to report.

    ``reader`` names the state of the code that read the records, ``cutter`` of the code that cuts
    them. ``procedures`` says, by record, which procedures it tells of. ``keep`` is how many
    generations stay. ``engine`` is the address of the engine that searches; empty: memory.
    """

    store: Store
    embedder: Embedder
    reader: str
    cutter: str = ""
    tags: Tagger = no_concepts
    procedures: Callable[[Sequence[Record]], Mapping[str, tuple[str, ...]]] = no_procedures
    keep: int = 5
    progress: Progress = no_progress
    engine: str = ""


def build(records: Iterable[Record], workshop: Workshop, before: Snapshot | None = None) -> Snapshot:
    """Publish the snapshot of these records; where it is the one that is served, nothing is written.

    ``before`` is the snapshot that is pointed to, where the caller holds it.

    Raises: StoreFull when there is no room; DamagedSnapshot when what was written cannot be read.
    """
    before = before or _opened(workshop)
    ordered = tuple(sorted(records, key=lambda record: record.id))
    procedures = workshop.procedures(ordered)
    made = Made(workshop.embedder.name, workshop.embedder.dimensions, workshop.reader, workshop.cutter)
    same = before if before is not None and before.made == made else None
    cut = _cut(ordered, procedures, workshop, same)
    stay, runs = _sorted_out(ordered, cut, same)
    new = _segments(runs, cut, workshop, before)
    written = [(_kept(segment, content := content_of(segment)), content) for segment in new]
    segments = tuple(sorted((*stay, *(kept for kept, _ in written)), key=lambda kept: kept.records[0].id))
    blocks = changed(same.retriever.blocks if same else (), cut, lambda passages: _shelf_of(passages, new))
    files: dict[str, Content] = {kept.file.name: content for kept, content in written}
    files[_FACTS] = facts_file(ordered, procedures)
    manifest = _manifest(made, segments, blocks, entry_of(_FACTS, files[_FACTS]))
    if before is not None and manifest.id == before.id and workshop.store.pointed() == before.place:
        return before
    generation = _published(manifest, files, workshop, before)
    retriever = HybridRetriever(blocks, workshop.embedder, workshop.tags)
    return Snapshot(generation, made, segments, ordered, retriever)


def _opened(workshop: Workshop) -> Snapshot | None:
    """The newest whole generation, where the same encoder made it."""
    try:
        return open_newest(workshop.store, workshop.embedder, workshop.tags)
    except NoSnapshot:
        return None


def _cut(
    ordered: Sequence[Record],
    procedures: Mapping[str, tuple[str, ...]],
    workshop: Workshop,
    same: Snapshot | None,
) -> Cut:
    """The passages of each record; those that were cut before are not cut again."""
    held: Cut = same.passages_by_record() if same else {}
    records = {record.id: record for record in same.records} if same else {}
    cut = {}
    for record in ordered:
        told, own = procedures.get(record.id, ()), held.get(record.id, ())
        is_same = records.get(record.id) == record and all(passage.procedures == told for passage in own)
        cut[record.id] = own if is_same else passages(record, workshop.tags, told)
    return cut


def _sorted_out(
    ordered: Sequence[Record], cut: Cut, same: Snapshot | None
) -> tuple[tuple[Kept, ...], tuple[tuple[Record, ...], ...]]:
    """The segments that stay as they are, and the runs of records that become new ones."""
    there = {kept.records[0].id: kept for kept in same.segments} if same else {}
    stay, runs = [], []
    for run in runs_of(ordered):
        kept = there.get(run[0].id)
        if kept and kept.records == run and kept.passages == _passages_of(run, cut):
            stay.append(kept)
        else:
            runs.append(run)
    return tuple(stay), tuple(runs)


def _segments(
    runs: Sequence[tuple[Record, ...]], cut: Cut, workshop: Workshop, before: Snapshot | None
) -> tuple[Segment, ...]:
    """Segments of some runs; vectors of texts that were embedded before are taken over."""
    found = [(run, _passages_of(run, cut)) for run in runs]
    known: dict[bytes, Vectors] = {}
    if before is not None and before.made.encoder == workshop.embedder.name:
        known = vectors_by_text(before.retriever.blocks, {record.id for run in runs for record in run})
    everything = tuple(chain.from_iterable(own for _, own in found))
    known |= embedded(everything, workshop.embedder, known, workshop.progress)
    return tuple(Segment(run, own, fill(own, workshop.embedder, known, no_progress)) for run, own in found)


def _passages_of(run: Iterable[Record], cut: Cut) -> tuple[Passage, ...]:
    return tuple(chain.from_iterable(cut[record.id] for record in run))


def _kept(segment: Segment, content: Content) -> Kept:
    entry = entry_of("", content)
    return Kept(replace(entry, name=f"{entry.sha256[:32]}.segment"), segment.records, segment.passages)


def _shelf_of(wanted: Sequence[Passage], segments: Sequence[Segment]) -> Shelf:
    """The shelf of some records' passages out of the segments that hold them, in the same order."""
    records = {passage.record for passage in wanted}
    parts = []
    for segment in segments:
        mask = np.array([passage.record in records for passage in segment.passages], dtype=np.bool_)
        if mask.any():
            parts.append(segment.shelf if mask.all() else without(segment.shelf, mask))
    return joined(parts)


def _manifest(made: Made, segments: Sequence[Kept], blocks: Sequence[Block], facts: FileEntry) -> Manifest:
    return Manifest(
        format=FORMAT,
        made=made,
        counts=counts_of(segments, [block.shelf for block in blocks]),
        segments=tuple(kept.file.name for kept in segments),
        files=tuple(sorted([facts, *(kept.file for kept in segments)])),
    )


def _published(
    manifest: Manifest, files: Mapping[str, Content], workshop: Workshop, before: Snapshot | None
) -> Generation:
    """Write, read back, prove, point to."""
    store = workshop.store
    with room_on_disk():
        staged = store.stage(manifest, files, before.place if before else None)
        prove(manifest, store.read_staged(staged, files), workshop.embedder, workshop.tags)
        generation = store.publish(staged)
    with suppress(OSError):  # what cannot be cleared away now is cleared away next time
        store.prune(workshop.keep)
    return generation
