"""Whether everything on disk is what it was when it was written: every hash, span and manifest."""

from collections.abc import Iterable

from assistant.keeping.audit import AuditLog
from corpus.archive import Archive
from corpus.model import Record
from index.errors import DamagedSnapshot, NoSnapshot
from index.snapshot import contents_from, open_contents
from index.store import Store

_POINTS_NOWHERE = "CURRENT names no generation that is there"


def damage_of(archive: Archive, served: Iterable[Record]) -> tuple[str, ...]:
    """What of the archive is no longer what was received, and what is served without being in it."""
    kept = archive.digests()
    missing = (record for record in served if record.provenance.sha256 not in kept)
    return (
        *(str(damage) for damage in archive.damage()),
        *(
            f"{record.provenance.filename}: {record.id} is served, but not in the archive"
            for record in missing
        ),
    )


def damaged_generation(store: Store) -> tuple[str, ...]:
    """What is wrong with the generation that is pointed to; its files are hashed, not kept."""
    pointed = store.pointed()
    if pointed is None:
        return () if store.is_beginning() else (_POINTS_NOWHERE,)
    try:
        store.check(pointed)
    except DamagedSnapshot as problem:
        is_current = pointed == store.pointed()  # else it was replaced, and perhaps cleared away, meanwhile
        return (f"generation {pointed.number}: {problem}",) if is_current else ()
    return ()


def problems_of(archive: Archive, store: Store, audit: AuditLog) -> tuple[str, ...]:
    """What is wrong in a data folder, one line each; nothing is mended or taken away."""
    problems = [*damage_of(archive, _served(store)), *audit.problems()]
    if store.pointed() is None and not store.is_beginning():
        problems.append(_POINTS_NOWHERE)
    for generation in store.generations():
        try:
            contents_from(*store.read(generation))
        except DamagedSnapshot as problem:
            problems.append(f"generation {generation.number}: {problem}")
    return tuple(problems)


def _served(store: Store) -> tuple[Record, ...]:
    try:
        return open_contents(store).records
    except NoSnapshot:
        return ()
