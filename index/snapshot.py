"""A snapshot: one generation, whole and checked, as readers hold it.

Knows how records, passages and the shelf lie in files, and that what was read is what was written.
A reader that holds a snapshot keeps it: publishing another one changes nothing in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from corpus.model import Record
from index.embedder import Embedder
from index.errors import DamagedSnapshot, NoSnapshot
from index.facts import facts_file
from index.lexical import Postings
from index.manifest import FORMAT, Counts, Made, Manifest
from index.passage import Passage
from index.passages import Tagger
from index.retriever import HybridRetriever
from index.serial import passage_lines, passages_from, record_lines, records_from
from index.shelf import Shelf
from index.store import Content, Generation, Store, entry_of


@dataclass(frozen=True, slots=True)
class Contents:
    """What a generation holds, and from what it was made."""

    made: Made
    records: tuple[Record, ...]
    passages: tuple[Passage, ...]
    shelf: Shelf


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One generation as it is served.

    ``id`` names the content, ``generation`` its place in the history. ``faults`` say why this is
    not the generation that was to be served; empty when it is.
    """

    id: str
    generation: int
    made: Made
    records: tuple[Record, ...]
    passages: tuple[Passage, ...]
    retriever: HybridRetriever
    faults: tuple[str, ...] = ()


def files_of(contents: Contents) -> tuple[Manifest, dict[str, Content]]:
    """The files of a generation and the manifest that lists them; equal contents, equal bytes."""
    shelf = contents.shelf
    files: dict[str, Content] = {
        "records.jsonl": record_lines(contents.records),
        "passages.jsonl": passage_lines(contents.passages),
        "facts.sqlite": facts_file(contents.records, contents.passages),
        "unit_starts.i64": _bytes_of(shelf.unit_starts, "<i8"),
        "row_starts.i64": _bytes_of(shelf.row_starts, "<i8"),
        "vectors.f32": _bytes_of(shelf.vectors, "<f4"),
        **_posting_files("words", shelf.words),
        **_posting_files("letters", shelf.letters),
    }
    manifest = Manifest(
        format=FORMAT,
        made=contents.made,
        counts=_counts(contents),
        files=tuple(entry_of(name, files[name]) for name in sorted(files)),
    )
    return manifest, files


def contents_from(manifest: Manifest, files: Mapping[str, bytes]) -> Contents:
    """The contents of a generation's checked files.

    Raises: DamagedSnapshot when they do not fit together.
    """
    try:
        contents = Contents(
            made=manifest.made,
            records=records_from(files["records.jsonl"]),
            passages=passages_from(files["passages.jsonl"]),
            shelf=_shelf_from(manifest, files),
        )
    except (ValueError, KeyError) as problem:
        raise DamagedSnapshot(f"{manifest.id[:16]}…: {type(problem).__name__}: {problem}") from problem
    if _counts(contents) != manifest.counts:
        raise DamagedSnapshot(f"{manifest.id[:16]}…: {_counts(contents)}, expected {manifest.counts}")
    _check_quotations(contents)
    return contents


def snapshot_of(generation: Generation, contents: Contents, embedder: Embedder, tags: Tagger) -> Snapshot:
    """A generation's contents, ready to be searched.

    Raises: DamagedSnapshot when its vectors are another encoder's.
    """
    if contents.made.encoder != embedder.name:
        raise DamagedSnapshot(f"vectors of {contents.made.encoder}, expected {embedder.name}")
    retriever = HybridRetriever(contents.passages, contents.shelf, embedder, tags)
    return Snapshot(
        id=generation.id,
        generation=generation.number,
        made=contents.made,
        records=contents.records,
        passages=contents.passages,
        retriever=retriever,
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


def _check_quotations(contents: Contents) -> None:
    source_by_record = {record.id: record.source for record in contents.records}
    for passage in contents.passages:
        if source_by_record[passage.record].quote(passage.span) != passage.text:
            raise DamagedSnapshot(f"{passage.key}: its text is not what stands at its span")


def _counts(contents: Contents) -> Counts:
    shelf = contents.shelf
    return Counts(
        records=len(contents.records),
        passages=len(contents.passages),
        units=int(shelf.unit_starts[-1]),
        rows=int(shelf.row_starts[-1]),
    )


def _shelf_from(manifest: Manifest, files: Mapping[str, bytes]) -> Shelf:
    return Shelf(
        words=_postings_from("words", files, manifest.counts.units),
        letters=_postings_from("letters", files, manifest.counts.units),
        unit_starts=np.frombuffer(files["unit_starts.i64"], dtype="<i8"),
        row_starts=np.frombuffer(files["row_starts.i64"], dtype="<i8"),
        vectors=np.frombuffer(files["vectors.f32"], dtype="<f4").reshape(
            manifest.counts.rows, manifest.made.dimensions
        ),
    )


def _posting_files(side: str, postings: Postings) -> dict[str, Content]:
    return {
        f"{side}.terms": "\n".join(postings.terms).encode("utf-8"),
        f"{side}.common": "\n".join(postings.common).encode("utf-8"),
        f"{side}.starts.i64": _bytes_of(postings.starts, "<i8"),
        f"{side}.units.i32": _bytes_of(postings.units, "<i4"),
        f"{side}.weights.f32": _bytes_of(postings.weights, "<f4"),
    }


def _postings_from(side: str, files: Mapping[str, bytes], units: int) -> Postings:
    return Postings(
        terms=_lines_of(files[f"{side}.terms"]),
        common=_lines_of(files[f"{side}.common"]),
        count=units,
        starts=np.frombuffer(files[f"{side}.starts.i64"], dtype="<i8"),
        units=np.frombuffer(files[f"{side}.units.i32"], dtype="<i4"),
        weights=np.frombuffer(files[f"{side}.weights.f32"], dtype="<f4"),
    )


def _lines_of(content: bytes) -> tuple[str, ...]:
    return tuple(content.decode("utf-8").split("\n")) if content else ()


def _bytes_of(array: NDArray[np.generic], dtype: str) -> Content:
    if not array.size:
        return b""
    return np.ascontiguousarray(array, dtype=dtype).data.cast("B")
