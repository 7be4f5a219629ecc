"""`python -m tests.stress.run [kills] [flips] [damaged] [generated] …`: what the suite samples, at length.

kills    a thousand processes killed at random moments of random lives
flips    a hundred thousand single bytes of a snapshot and of stored records changed, one at a time
faults   SIGKILL, EIO and ENOSPC at every open, write, fsync, rename, link, unlink and mkdir of one change
         (needs strace)
syncs    every sync in the code left out in turn: a test must fail
stops    fifty servers told to stop under load
crashes  a hundred servers killed under load and started anew
mixed    8 clients that change and 16 that ask, ten minutes
hostile  bombs sent in while others ask
slow     a probe beside a thousand connections that never finish their headers
full     a disk of 64 MiB that runs full under a server (needs the right to mount)
excess   five times the steady rate, and what comes after
resident what the server holds in memory with the shipped notice
soak     half an hour at the steady rate, and how memory grows
votes    a million generated votes decided by the code and by a second implementation in SQL
damaged  a thousand text, PDF, DOCX and HTML files each, damaged, that end in a record or a refusal
generated  ten thousand generated notices that must say what was written
mutations  ten thousand characters of saved answers changed, and ten thousand values changed and sealed anew

Fuzzing that follows coverage is `tests.stress.fuzz`.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.assistant.second_implementation import differences
from tests.stress.damaged import damaged, generated
from tests.stress.faults import faults, flips
from tests.stress.kills import kills
from tests.stress.mutations import mutations
from tests.stress.serving import RUNS
from tests.stress.syncs import syncs

VOTES = 1_000_000
BATCH = 20_000


def votes(_: Path) -> Counter[str]:
    """Generated votes, a batch at a time, each batch of its own seed."""
    counts = Counter[str]()
    for seed in range(VOTES // BATCH):
        differing, met = differences(BATCH, seed)
        counts["DECIDED OTHERWISE"] += len(differing)
        counts["decided alike"] += met.total() - len(differing)
    return +counts


def main() -> None:
    """Run what was asked for, all by default; exit 1 when anything was lost or unseen."""
    known: dict[str, Callable[[Path], Counter[str]]] = {
        "kills": kills,
        "flips": flips,
        "faults": faults,
        "syncs": syncs,
        **RUNS,
        "votes": votes,
        "damaged": damaged,
        "generated": generated,
        "mutations": mutations,
    }
    failed = False
    for name in sys.argv[1:] or known:
        with tempfile.TemporaryDirectory() as folder:
            counts = known[name](Path(folder))
        print(name, dict(counts), flush=True)
        good = ("survived", "detected", "decided alike", "seen: ")
        failed |= any(not any(word in key for word in good) for key in counts)
    sys.exit(failed)


if __name__ == "__main__":
    main()
