"""Writing so that it is there after a crash: every file and every folder entry is synced.

Knows files and folders, nothing of what is in them. A file is whole under its name or not there.
"""

import os
import tempfile
from pathlib import Path


def make_folder(folder: Path) -> None:
    """Create a folder, and those above it, each one synced in its parent.

    One that is there may have been made by a process that died before it was synced.
    """
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Sync a folder's entries: what was created, renamed or removed in it."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def create_file(file: Path, content: bytes, *, staging: Path) -> None:
    """Put a new file under its name, whole; one that is there already stays as it is."""
    staged = _staged(content, staging)
    try:
        file.hardlink_to(staged)
    except FileExistsError:
        pass
    finally:
        staged.unlink()
    sync_folder(file.parent)


def replace_file(file: Path, content: bytes, *, staging: Path) -> None:
    """Give a file new content at once: readers see the old or the new, never a part."""
    staged = _staged(content, staging)
    staged.replace(file)
    sync_folder(file.parent)


def remove_file(file: Path) -> None:
    """Take a file's name away for good; one that is not there is no error."""
    file.unlink(missing_ok=True)
    sync_folder(file.parent)


def _staged(content: bytes, staging: Path) -> Path:
    """A synced file of this content in the staging folder; a failed write leaves nothing."""
    descriptor, name = tempfile.mkstemp(dir=staging)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fchmod(stream.fileno(), 0o444)
            os.fsync(stream.fileno())
    except OSError:
        Path(name).unlink()
        raise
    return Path(name)
