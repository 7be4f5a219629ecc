"""Opening what is to be served, and looking at the disk again while it is.

Where the snapshot that was to be served is damaged, the newest whole one stands in; what was removed
in between is not shown again by it.
"""

import logging
from collections.abc import Collection
from dataclasses import replace
from hashlib import sha256

from assistant.assistant import Assistant
from assistant.keeping.served import Served
from assistant.keeping.soundness import damage_of, damaged_generation
from assistant.procedures.library import Library
from corpus.archive import Archive
from index.block import changed
from index.build import Workshop
from index.engine import retriever_over
from index.retriever import HybridRetriever
from index.shelf import joined
from index.snapshot import Snapshot, open_newest
from index.store import Generation

log = logging.getLogger(__name__)


def opened(workshop: Workshop, archive: Archive) -> Snapshot:
    """The snapshot to serve: the pointed one, or the newest whole one without what was removed since.

    Raises: NoSnapshot when none is whole.
    """
    snapshot = open_newest(workshop.store, workshop.embedder, workshop.tags)
    for fault in snapshot.faults:
        log.error("serving generation %d instead: %s", snapshot.generation, fault)
    removed = [r.id for r in snapshot.records if archive.is_removed(r.provenance.sha256)]
    return _without(snapshot, removed, workshop) if snapshot.faults and removed else snapshot


def served_from(
    snapshot: Snapshot,
    pointer: tuple[int, int] | None,
    archive: Archive,
    before: Served | None,
    workshop: Workshop,
) -> Served:
    """A snapshot as it is served, with what of the archive is damaged; each is logged.

    What was counted for what was served before is not counted again.
    """
    library = Library(snapshot.records, before.assistant.library if before else None)
    retriever = retriever_over(workshop.engine, snapshot, workshop.embedder, workshop.tags)
    assistant = Assistant(library, retriever, snapshot.id)
    damage = damage_of(archive, snapshot.records)
    for damaged in damage:
        log.error("damaged in the archive: %s", damaged)
    return Served(assistant, snapshot, pointer, damage)


def inspected(before: Served, workshop: Workshop, archive: Archive) -> Served:
    """The same, with what is damaged on the disk by now; what is new of that is logged."""
    damage = (*damaged_generation(workshop.store), *damage_of(archive, before.snapshot.records))
    for damaged in damage:
        if damaged not in before.damage:
            log.error("damaged on the disk, while an earlier reading of it is served: %s", damaged)
    return replace(before, damage=damage)


def _without(snapshot: Snapshot, removed: Collection[str], workshop: Workshop) -> Snapshot:
    """The snapshot with some records left out, published nowhere, under an id of its own."""
    left = {id_: own for id_, own in snapshot.passages_by_record().items() if id_ not in removed}
    blocks = changed(snapshot.retriever.blocks, left, lambda _passages: joined([]))
    named = sha256("\n".join((snapshot.id, *sorted(removed))).encode()).hexdigest()
    told = f"generation {snapshot.generation} without what was removed since: {', '.join(sorted(removed))}"
    return replace(
        snapshot,
        place=Generation(snapshot.generation, named),
        records=tuple(record for record in snapshot.records if record.id not in removed),
        retriever=HybridRetriever(blocks, workshop.embedder, workshop.tags),
        faults=(*snapshot.faults, told),
    )
