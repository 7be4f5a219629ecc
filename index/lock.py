"""One writer at a time: the second waits, and is refused by name when it has waited enough."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.durable import make_folder
from index.errors import WriterBusy

_PAUSE = 0.02  # seconds between two tries


@contextmanager
def writing(root: Path, patience: float) -> Iterator[None]:
    """Hold the data folder for writing; the operating system lets go if the writer dies.

    Units: ``patience`` in seconds.

    Raises: WriterBusy, with who writes, when the folder is still held after that.
    """
    make_folder(root)
    with (root / "LOCK").open("a+") as lock:
        _acquire(lock.fileno(), root, time.monotonic() + patience)
        lock.truncate(0)
        lock.write(f"process {os.getpid()}\n")
        lock.flush()
        yield


def _acquire(descriptor: int, root: Path, deadline: float) -> None:
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as busy:
            if time.monotonic() >= deadline:
                holder = (root / "LOCK").read_text("ascii").strip()
                raise WriterBusy(f"{root} is being written to by {holder or 'another process'}") from busy
            time.sleep(_PAUSE)
        else:
            return
