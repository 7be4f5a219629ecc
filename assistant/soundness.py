"""Whether everything on disk is what it was when it was written: every hash, span and manifest."""

from assistant.audit import AuditLog
from corpus.archive import Archive
from index.errors import DamagedSnapshot
from index.snapshot import contents_from
from index.store import Store


def problems_of(archive: Archive, store: Store, audit: AuditLog) -> tuple[str, ...]:
    """What is wrong in a data folder, one line each; nothing is mended or taken away."""
    problems = [str(damage) for damage in archive.damage()]
    problems += audit.problems()
    if store.pointed() is None and not store.is_beginning():
        problems.append("CURRENT names no generation that is there")
    for generation in store.generations():
        try:
            contents_from(*store.read(generation))
        except DamagedSnapshot as problem:
            problems.append(f"generation {generation.number}: {problem}")
    return tuple(problems)
