"""What a register serves, and what building one came to."""

from dataclasses import dataclass

from assistant.assistant import Assistant
from index.snapshot import Snapshot


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
