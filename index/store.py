"""The generations on disk: written whole, pointed to, never changed.

``generations/000000007-<id>`` holds one generation; its name carries the hash of its manifest, and
the manifest those of its files, so that a file that was changed, cut, exchanged or replaced by an
older one is found before it is used. ``CURRENT`` names the generation to serve. Nothing here is
the only copy of anything: the records are in the archive.
"""

import os
import re
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from corpus.durable import make_folder, replace_file, sync_folder
from index.durable import link_file, write_file
from index.errors import DamagedSnapshot, NoSnapshot
from index.manifest import FileEntry, Manifest, manifest_from

Content = bytes | memoryview

_NAME = re.compile(r"(\d{9})-([0-9a-f]{64})")
_MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True, order=True)
class Generation:
    """A generation by its number and the id of its content."""

    number: int
    id: str

    @property
    def name(self) -> str:
        """The name of its folder."""
        return f"{self.number:09}-{self.id}"


def entry_of(name: str, content: Content) -> FileEntry:
    """The manifest's line for a file."""
    return FileEntry(name, sha256(content).hexdigest(), memoryview(content).nbytes)


class Store:
    """The generations of one data folder. Reading needs no lock; writing is for the one writer."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._generations = root / "generations"
        self._staging = root / "staging"
        self._pointer = root / "CURRENT"

    def generations(self) -> tuple[Generation, ...]:
        """Every generation there is, whole or not, newest first."""
        if not self._generations.is_dir():
            return ()
        found = (_NAME.fullmatch(folder.name) for folder in self._generations.iterdir())
        return tuple(sorted((Generation(int(m[1]), m[2]) for m in found if m), reverse=True))

    def pointed(self) -> Generation | None:
        """The generation ``CURRENT`` names; None where it names none that is there."""
        try:
            found = _NAME.fullmatch(self._pointer.read_text("ascii").strip())
        except (OSError, ValueError):
            return None
        named = Generation(int(found[1]), found[2]) if found else None
        return named if named in self.generations() else None

    def is_beginning(self) -> bool:
        """Whether the very first writer died before it pointed to what it had written whole."""
        return not self._pointer.exists() and [g.number for g in self.generations()] == [1]

    def pointer_state(self) -> tuple[int, int] | None:
        """Something that differs whenever ``CURRENT`` was replaced; None where it is missing."""
        try:
            status = self._pointer.stat()
        except OSError:
            return None
        return (status.st_ino, status.st_mtime_ns)

    def by_preference(self) -> tuple[Generation, ...]:
        """The generations in the order in which they are to be tried: the pointed one, then the newest."""
        pointed = self.pointed()
        others = tuple(g for g in self.generations() if g != pointed)
        return (pointed, *others) if pointed else others

    def read(self, generation: Generation) -> tuple[Manifest, dict[str, bytes]]:
        """A generation's files, every one of them checked.

        Raises: DamagedSnapshot when one is missing, strange, or not what the manifest says.
        """
        folder = self._generations / generation.name
        manifest = _manifest(folder, generation.id)
        return manifest, dict(_checked(folder, manifest.files))

    def check(self, generation: Generation) -> None:
        """Hash a generation's files, one after another; none is kept in memory.

        Raises: DamagedSnapshot as ``read``.
        """
        folder = self._generations / generation.name
        for _name, _content in _checked(folder, _manifest(folder, generation.id).files):
            pass

    def stage(
        self, manifest: Manifest, files: Mapping[str, Content], before: Generation | None = None
    ) -> Path:
        """Write a generation aside, synced; what an interrupted writer left is cleared away first.

        Files that are not given are those of the generation ``before``, under a second name.
        """
        shutil.rmtree(self._staging, ignore_errors=True)
        folder = self._staging / manifest.id
        make_folder(folder)
        for entry in manifest.files:
            if entry.name in files:
                write_file(folder / entry.name, files[entry.name])
            elif before is not None:
                link_file(folder / entry.name, self._generations / before.name / entry.name)
        write_file(folder / _MANIFEST, manifest.encoded())
        sync_folder(folder)
        return folder

    def read_staged(self, folder: Path, names: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """What was staged under some names, read back as a reader will, one after another.

        Raises: DamagedSnapshot when it is not what was written.
        """
        manifest = _manifest(folder, folder.name)
        return _checked(folder, (entry for entry in manifest.files if entry.name in names))

    def publish(self, folder: Path) -> Generation:
        """Give a staged generation its number and point to it. The pointer is the moment it counts."""
        newest = next(iter(self.generations()), None)
        generation = Generation((newest.number if newest else 0) + 1, folder.name)
        make_folder(self._generations)
        folder.rename(self._generations / generation.name)
        sync_folder(self._generations)
        self.point_to(generation)
        return generation

    def point_to(self, generation: Generation) -> None:
        """Serve this generation from now on."""
        make_folder(self._staging)
        replace_file(self._pointer, f"{generation.name}\n".encode("ascii"), staging=self._staging)

    def earlier(self, steps: int) -> Generation:
        """The generation that many before the pointed one.

        Raises: NoSnapshot when there are not so many.
        """
        pointed = self.pointed()
        before = [g for g in self.generations() if pointed is not None and g < pointed]
        if not 1 <= steps <= len(before):
            raise NoSnapshot(f"{steps} generations back: {len(before)} are kept")
        return before[steps - 1]

    def prune(self, keep: int) -> tuple[Generation, ...]:
        """Clear away all but the newest few and the pointed one; each leaves the list before its files go."""
        pointed = self.pointed()
        old = tuple(g for g in self.generations()[keep:] if g != pointed)
        for generation in old if pointed else ():
            leaving = self._staging / f"old-{generation.name}"
            make_folder(self._staging)
            os.rename(self._generations / generation.name, leaving)
            shutil.rmtree(leaving, ignore_errors=True)
        return old


def _manifest(folder: Path, expected_id: str) -> Manifest:
    """The manifest of a folder that holds just the files it names."""
    try:
        manifest = manifest_from((folder / _MANIFEST).read_bytes(), expected_id)
        present = sorted(path.name for path in folder.iterdir() if path.name != _MANIFEST)
    except OSError as problem:
        raise _unreadable(folder, problem) from problem
    expected = [entry.name for entry in manifest.files]
    if present != expected:
        raise DamagedSnapshot(f"{folder.name}: files {present}, expected {expected}")
    return manifest


def _checked(folder: Path, entries: Iterable[FileEntry]) -> Iterator[tuple[str, bytes]]:
    for entry in entries:
        try:
            content = (folder / entry.name).read_bytes()
        except OSError as problem:
            raise _unreadable(folder, problem) from problem
        found = entry_of(entry.name, content)
        if found != entry:
            raise DamagedSnapshot(
                f"{folder.name}/{entry.name}: {found.size} bytes, hash {found.sha256[:16]}…; "
                f"expected {entry.size} bytes, hash {entry.sha256[:16]}…"
            )
        yield entry.name, content


def _unreadable(folder: Path, problem: OSError) -> DamagedSnapshot:
    return DamagedSnapshot(f"{folder.name}: {problem.strerror}: {problem.filename}")
