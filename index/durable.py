"""Writing so that it is there after a crash: every file and every folder entry is synced.

Knows files and folders, nothing of what is in them. A file is whole under its name or not there.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import StoreFull

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def write_file(file: Path, content: bytes) -> None:
    """Write a new file and sync its bytes; the folder is the caller's to sync."""
    with file.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def sync_file(file: Path) -> None:
    """Sync the bytes of a file that something else wrote."""
    with file.open("rb") as stream:
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Sync a folder's entries: what was created, renamed or removed in it."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Create a folder, and those above it, each one synced in its parent."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def replace_file(file: Path, content: bytes) -> None:
    """Give a file new content at once: readers see the old or the new, never a part."""
    staged = file.with_name(f".{file.name}.{os.getpid()}")
    staged.unlink(missing_ok=True)
    write_file(staged, content)
    staged.replace(file)
    sync_folder(file.parent)


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
