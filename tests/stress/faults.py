"""One change with one of its system calls failing, for every such call; single bytes changed on the disk."""

import random
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from corpus.archive import Archive
from index.errors import DamagedSnapshot
from index.store import Store
from tests.stress.change import add, register_of

FLIPS = 100_000
CALLS = ("openat", "write", "fsync", "rename", "link", "unlink", "mkdir")
FAULTS = ("signal=SIGKILL", "error=EIO", "error=ENOSPC")
SECONDS = 1800
CHANGE = [sys.executable, "-m", "tests.stress.change"]
STRACE = ["strace", "-f", "-qq"]


def fresh(folder: Path) -> Path:
    """A data folder with the shipped records published, and one that was added."""
    register_of(folder).assistant()
    add(folder, 1000)
    return folder


def faults(folder: Path, calls: tuple[str, ...] = CALLS) -> Counter[str]:
    """A change whose Nth call of a kind is killed or fails, for every N that touches the data."""
    counts, template = Counter[str](), fresh(folder / "template")
    for call in calls:
        for n in _calls(folder, template, call):
            for fault in FAULTS:
                data = folder / "faulty"
                shutil.copytree(template, data)
                inject = ["-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:{fault}:when={n}"]
                command = [*STRACE, *inject, *CHANGE, str(data), "1001"]
                said = subprocess.run(command, capture_output=True, text=True, check=False)
                problem = broken(data, acknowledged=said.stdout.strip() == "in")
                counts[f"{call} {n} {fault}: {problem}" if problem else f"{call}: survived"] += 1
                shutil.rmtree(data)
    return counts


def broken(data: Path, *, acknowledged: bool) -> str:
    """What is wrong after a change that may have failed; empty when nothing is."""
    register = register_of(data)
    served = {record.id for record in register.assistant().library.records}
    if acknowledged and "cm-1001-26" not in served:
        return "an acknowledged record is lost"
    if register.faults():
        return f"faults: {register.faults()}"
    if not add(data, 9999):
        return "a later change is refused"
    return "; ".join(register_of(data).verify())


def _calls(folder: Path, template: Path, call: str) -> Iterator[int]:
    """Which of a process's calls of a kind touch the data, counted from 1."""
    data, log = folder / "traced", folder / "trace.log"
    shutil.copytree(template, data)
    command = [*STRACE, "-y", "-o", str(log), "-e", f"trace={call}", *CHANGE, str(data), "1001"]
    subprocess.run(command, capture_output=True, check=True)
    lines = log.read_text("utf-8", "replace").splitlines()
    made = [line for line in lines if re.search(rf"\b{call}\(", line)]
    shutil.rmtree(data)
    return (n for n, line in enumerate(made, 1) if str(data) in line)


def flips(folder: Path, count: int = FLIPS) -> Counter[str]:
    """Single bytes of the newest generation and of the archive, changed and put back."""
    chance, counts, data = random.Random(2), Counter[str](), fresh(folder / "flipped")
    store, archive = Store(data), Archive(data / "archive")
    newest = store.generations()[0]
    files = [file for file in (data / "generations" / newest.name).iterdir() if file.stat().st_size]
    kept = [file for part in ("originals", "provenance") for file in (data / "archive" / part).rglob("*.*")]
    kept += [file for file in (data / "archive" / "originals").rglob("*") if file.is_file()]
    deadline = time.monotonic() + SECONDS
    while sum(counts.values()) < count and time.monotonic() < deadline:
        is_kept = chance.random() < 0.2
        file = chance.choice(kept if is_kept else files)
        place, mask = chance.randrange(file.stat().st_size), chance.randrange(1, 256)
        _flip(file, place, mask)
        is_seen = bool(archive.damage()) if is_kept else _is_damaged(store)
        counts["detected" if is_seen else f"UNSEEN in {file.name}"] += 1
        _flip(file, place, mask)
    return counts


def _is_damaged(store: Store) -> bool:
    try:
        store.read(store.generations()[0])
    except DamagedSnapshot:
        return True
    return False


def _flip(file: Path, place: int, mask: int) -> None:
    file.chmod(0o644)
    with file.open("r+b") as stream:
        stream.seek(place)
        byte = stream.read(1)[0]
        stream.seek(place)
        stream.write(bytes([byte ^ mask]))
