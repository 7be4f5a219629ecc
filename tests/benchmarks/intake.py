"""`python -m tests.benchmarks.intake [NOTICES]`: what a folder of generated notices costs, and a kill.

Writes the notices, all languages in turn; takes the folder in, kills the process (SIGKILL) once half of the
snapshots are published, and gives the same command again. Says what was there after the kill, what the
second time took and what it found known, and that every notice is there once.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

from assistant.assembly import open_register
from assistant.settings import Settings
from tests.notices.writer import LANGUAGES, random_facts, write

PUBLISHED_TOGETHER = 500
SEED = 5


def written(folder: Path, notices: int) -> None:
    """Write the notices, each of a number and a file of its own."""
    random, languages = Random(SEED), list(LANGUAGES)
    for n in range(notices):
        facts = replace(random_facts(random, languages[n % len(languages)]), doc_id=f"CM {n + 1}/26")
        (folder / f"{n:05}.txt").write_text(write(facts, random), "utf-8")


def started(notices: Path, data: Path, out: Path) -> "subprocess.Popen[bytes]":
    """`rollcall add` over the folder, what it says into a file."""
    return subprocess.Popen(
        [sys.executable, "-m", "web", "add", "--json", str(notices)],
        env={**os.environ, "ROLLCALL_DATA": str(data)},
        stdout=out.open("wb"),
        stderr=subprocess.DEVNULL,
    )


def killed_after(process: "subprocess.Popen[bytes]", data: Path, snapshots: int) -> None:
    """Kill it once it has published so many snapshots."""
    pointer, seen = data / "CURRENT", set[bytes]()
    while len(seen) < snapshots and process.poll() is None:
        time.sleep(0.05)
        seen |= {pointer.read_bytes()} if pointer.exists() else set()
    process.send_signal(signal.SIGKILL)
    process.wait()


def held(data: Path) -> int:
    """How many records the data folder serves."""
    return len(open_register(Settings(data=data)).assistant().library.records)


def main() -> None:
    """Measure and print; exit 1 when a notice is missing or there twice."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        notices, data, out = Path(name) / "notices", Path(name) / "data", Path(name) / "out.json"
        notices.mkdir()
        written(notices, count)
        begun = time.perf_counter()
        first = started(notices, data, out)
        killed_after(first, data, max(1, count // PUBLISHED_TOGETHER // 2))
        stopped = time.perf_counter()
        shipped = held(Path(name) / "shipped")
        kept = held(data) - shipped
        resumed = time.perf_counter()
        code = started(notices, data, out).wait()
        ended = time.perf_counter()
        verdicts = Counter(file["verdict"] for file in json.loads(out.read_bytes())["files"])
        whole = held(data) - shipped
        print(f"killed after {stopped - begun:.0f} s with {kept} of {count} records published", flush=True)
        print(f"resumed: {ended - resumed:.0f} s, exit {code}, {dict(verdicts)}, {whole} records")
        sys.exit(whole != count or code != 0)


if __name__ == "__main__":
    main()
