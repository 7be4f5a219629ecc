"""The audit log: every change of what is served, one line each, chained by hashes.

Each line holds the hash of the line before, so that a line that was changed, taken out, put in or
moved breaks the chain from there on. A change that was published but not written down (the process
died in between) is written down as found by the next writer.
"""

import json
import logging
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from corpus.durable import make_folder, sync_folder
from index.store import Generation

log = logging.getLogger(__name__)

_START = "0" * 64


class Change(StrEnum):
    """What was done to what is served."""

    ADDED = "added"
    REMOVED = "removed"
    ROLLED_BACK = "rolled back"
    RELEASED = "released"  # out of quarantine
    BUILT = "built"
    FOUND = "found"  # published by a process that died before it could say so


@dataclass(frozen=True, slots=True)
class Act:
    """One change: who made it, to which records, from which snapshot to which."""

    change: Change
    by: str
    records: tuple[str, ...]
    before: str | None
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """An act as written down: its number from 1, when, and the hash of the line before."""

    number: int
    at: str
    act: Act
    previous: str

    def encoded(self) -> bytes:
        """The line as it stands in the log."""
        return json.dumps(asdict(self), sort_keys=True, ensure_ascii=False).encode() + b"\n"


class AuditLog:
    """The log of one data folder; written by the one writer."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "audit.jsonl"

    def lines(self) -> Iterator[bytes]:
        """The whole lines there are; what an interrupted write left is none."""
        content = self._file.read_bytes() if self._file.exists() else b""
        return (line for line in content.splitlines(keepends=True) if line.endswith(b"\n"))

    def last_snapshot(self) -> str | None:
        """The snapshot the last line leads to; None where there is no line."""
        *_, last = [None, *self.lines()]
        return str(json.loads(last)["act"]["after"]) if last else None

    def write(self, act: Act) -> None:
        """Write an act down; when this returns, it is on the disk."""
        whole = list(self.lines())
        previous = sha256(whole[-1]).hexdigest() if whole else _START
        line = Line(len(whole) + 1, datetime.now(UTC).isoformat(timespec="milliseconds"), act, previous)
        make_folder(self._file.parent)
        with self._file.open("ab") as stream:
            stream.truncate(sum(map(len, whole)))
            stream.write(line.encoded())
            stream.flush()
            os.fsync(stream.fileno())
        sync_folder(self._file.parent)

    def note(self, act: Act) -> None:
        """Write down a change that has happened; where the disk fails, the next change notes it as found."""
        try:
            self.write(act)
        except OSError as problem:
            log.error("not yet in the audit log: %s: %s", act, problem)

    def catch_up(self, pointed: Generation | None) -> str | None:
        """The snapshot before the next change; noted as found where no line leads to it."""
        last = self.last_snapshot()
        if pointed is not None and pointed.id != last:
            self.note(Act(Change.FOUND, "unknown", (), last, pointed.id))
        return pointed.id if pointed else last

    def problems(self) -> tuple[str, ...]:
        """Where the chain is broken, if it is."""
        previous = _START
        for number, line in enumerate(self.lines(), 1):
            try:
                said = json.loads(line)
                is_whole = (said["number"], said["previous"]) == (number, previous)
            except (ValueError, KeyError, TypeError):
                is_whole = False
            if not is_whole:
                return (f"audit.jsonl: the chain breaks at line {number}",)
            previous = sha256(line).hexdigest()
        return ()
