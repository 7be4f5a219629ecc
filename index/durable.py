"""What the store of generations adds to ``corpus.durable``: files of a folder that is not public yet.

Knows files and disks, nothing of what is in them.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import StoreFull

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def write_file(file: Path, content: bytes | memoryview) -> None:
    """Write a new file and sync its bytes; the folder is the caller's to sync."""
    with file.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def link_file(file: Path, source: Path) -> None:
    """Give a whole file that never changes a second name; a copy, where the disk cannot."""
    try:
        os.link(source, file)
    except OSError:
        write_file(file, source.read_bytes())


def sync_file(file: Path) -> None:
    """Sync the bytes of a file that something else wrote."""
    with file.open("rb") as stream:
        os.fsync(stream.fileno())


@contextmanager
def room_on_disk() -> Iterator[None]:
    """Turn the many ways a disk says it is full into one.

    Raises: StoreFull when there is no room.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise StoreFull(f"no room on the disk: {error.strerror}") from error
        raise
