"""What a register serves, and what building one came to."""

from dataclasses import dataclass

from assistant.assistant import Assistant
from corpus.model import Record
from index.errors import NoSnapshot
from index.snapshot import Snapshot, open_contents
from index.store import Store


@dataclass(frozen=True, slots=True)
class Served:
    """What is served now, the state of the pointer it was opened at, and what of the archive was damaged."""

    assistant: Assistant
    snapshot: Snapshot
    pointer: tuple[int, int] | None
    damage: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """What building came to: the assistant over the snapshot, and what could not be read."""

    assistant: Assistant
    problems: tuple[str, ...]


def held(served: Served | None, store: Store) -> Snapshot | None:
    """The snapshot that is served, where it is the one pointed to and no fault or damage is known.

    Files of a damaged generation are not to be taken over into the next one.
    """
    if served is None or served.pointer != store.pointer_state():
        return None
    return None if served.snapshot.faults or served.damage else served.snapshot


def known_records(served: Served | None, store: Store, reader: str) -> tuple[Record, ...]:
    """The records of what is served, if the code that read them is this code."""
    try:
        before = held(served, store) or open_contents(store)
    except NoSnapshot:
        return ()
    return before.records if before.made.reader == reader else ()
