"""`python -m tests.stress.run [kills] [flips] [damaged] [generated] …`: what the suite samples, at length.

kills    a thousand processes killed at random while they add a record
flips    a hundred thousand single bytes of a snapshot changed, one at a time
faults   SIGKILL, EIO and ENOSPC at every write, fsync, rename, link, unlink and mkdir of one change
         (needs strace)
votes    a million generated votes decided by the code and by a second implementation in SQL
damaged  a thousand text, PDF, DOCX and HTML files each, damaged, that end in a record or a refusal
generated  ten thousand generated notices that must say what was written

Fuzzing that follows coverage is `tests.stress.fuzz`.
"""

import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from index.errors import DamagedSnapshot
from index.store import Store
from tests.assistant.second_implementation import differences
from tests.stress.change import add, register_of
from tests.stress.damaged import damaged, generated

KILLS = 1000
FLIPS = 100_000
VOTES = 1_000_000
BATCH = 20_000
CALLS = ("write", "fsync", "rename", "link", "unlink", "mkdir")
FAULTS = ("signal=SIGKILL", "error=EIO", "error=ENOSPC")
SECONDS = 1800
CHANGE = [sys.executable, "-m", "tests.stress.change"]


def fresh(folder: Path) -> Path:
    """A data folder with the shipped records published."""
    register_of(folder).assistant()
    return folder


def broken(data: Path, number: int, acknowledged: bool) -> str | None:
    """What is wrong after a change that may have died; None when nothing is."""
    register = register_of(data)
    served = {record.id for record in register.assistant().library.records}
    if acknowledged and f"cm-{number}-26" not in served:
        return "an acknowledged record is lost"
    if register.faults():
        return f"faults: {register.faults()}"
    if not add(data, 9999):
        return "a later change is refused"
    return "; ".join(register_of(data).verify()) or None


def kills(folder: Path) -> Counter[str]:
    """Processes killed at a random moment of their life."""
    chance, counts, template = random.Random(1), Counter[str](), fresh(folder / "template")
    deadline = time.monotonic() + SECONDS
    for _ in range(KILLS):
        if time.monotonic() > deadline:
            counts["stopped by time"] += 1
            break
        data = folder / "killed"
        shutil.copytree(template, data)
        with subprocess.Popen([*CHANGE, str(data), "1001"], stdout=subprocess.PIPE, text=True) as process:
            try:
                said, _ = process.communicate(timeout=chance.uniform(0.3, 3.0))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                said, _ = process.communicate()
        problem = broken(data, 1001, acknowledged=said.strip() == "in")
        counts[
            problem or ("survived, acknowledged" if said.strip() == "in" else "survived, killed before")
        ] += 1
        shutil.rmtree(data)
    return counts


def flips(folder: Path) -> Counter[str]:
    """Single bytes of the newest generation, changed and put back."""
    chance, counts, store = random.Random(2), Counter[str](), Store(fresh(folder / "flipped"))
    newest = store.generations()[0]
    files = [f for f in (folder / "flipped" / "generations" / newest.name).iterdir() if f.stat().st_size]
    deadline = time.monotonic() + SECONDS
    while sum(counts.values()) < FLIPS and time.monotonic() < deadline:
        file = chance.choice(files)
        place, mask = chance.randrange(file.stat().st_size), chance.randrange(1, 256)
        _flip(file, place, mask)
        try:
            store.read(newest)
            counts[f"UNSEEN in {file.name}"] += 1
        except DamagedSnapshot:
            counts["detected"] += 1
        _flip(file, place, mask)
    return counts


def faults(folder: Path) -> Counter[str]:
    """One change with one system call failing, for every such call."""
    counts, template = Counter[str](), fresh(folder / "template")
    for call in CALLS:
        first, last = _calls(folder, template, call)
        for n in range(first, last + 1):
            for fault in FAULTS:
                data = folder / "faulty"
                shutil.copytree(template, data)
                command = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}"]
                inject = ["-e", f"inject={call}:{fault}:when={n}"]
                said = subprocess.run(
                    [*command, *inject, *CHANGE, str(data), "1001"],
                    capture_output=True,
                    text=True,
                    check=False,
                )
                problem = broken(data, 1001, acknowledged=said.stdout.strip() == "in")
                counts[f"{call} {n} {fault}: {problem}" if problem else f"{call}: survived"] += 1
                shutil.rmtree(data)
    return counts


def votes(_: Path) -> Counter[str]:
    """Generated votes, a batch at a time, each batch of its own seed."""
    counts = Counter[str]()
    for seed in range(VOTES // BATCH):
        differing, met = differences(BATCH, seed)
        counts["DECIDED OTHERWISE"] += len(differing)
        counts["decided alike"] += met.total() - len(differing)
    return +counts


def _calls(folder: Path, template: Path, call: str) -> tuple[int, int]:
    """Which of a process's calls are those of the change: the first and the last that touch the data."""
    data, log = folder / "traced", folder / "trace.log"
    shutil.copytree(template, data)
    command = ["strace", "-f", "-qq", "-y", "-o", str(log), "-e", f"trace={call}"]
    subprocess.run([*command, *CHANGE, str(data), "1001"], capture_output=True, check=True)
    lines = [
        line for line in log.read_text("utf-8", "replace").splitlines() if re.search(rf"\b{call}\(", line)
    ]
    touching = [n for n, line in enumerate(lines, 1) if str(data) in line]
    shutil.rmtree(data)
    return (touching[0], touching[-1]) if touching else (1, 0)


def _flip(file: Path, place: int, mask: int) -> None:
    with file.open("r+b") as stream:
        stream.seek(place)
        byte = stream.read(1)[0]
        stream.seek(place)
        stream.write(bytes([byte ^ mask]))


def main() -> None:
    """Run what was asked for, all by default; exit 1 when anything was lost or unseen."""
    known: dict[str, Callable[[Path], Counter[str]]] = {
        "kills": kills,
        "flips": flips,
        "faults": faults,
        "votes": votes,
        "damaged": damaged,
        "generated": generated,
    }
    failed = False
    for name in sys.argv[1:] or known:
        with tempfile.TemporaryDirectory() as folder:
            counts = known[name](Path(folder))
        print(name, dict(counts))
        good = ("survived", "detected", "stopped", "decided alike")
        failed |= any(not any(word in key for word in good) for key in counts)
    sys.exit(failed)


if __name__ == "__main__":
    main()
