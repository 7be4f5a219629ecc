"""What a disk would hold after a power cut: a log of what was synced, and the trees it leaves.

``Recorder`` watches the calls that change or sync folders and takes down, at each sync, what was
synced (a file's bytes, a folder's names), and after each call, what names there are. ``after_cut``
then says what is left when the power goes at that call: unsynced bytes are gone, and unsynced names
are gone too (or, where ``names_stay``, all there).
"""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

Names = dict[str, int]
Tree = dict[str, bytes | None]
"""Every path below the root: a file's bytes, or None for a folder."""

CHANGES = ("rename", "replace", "link", "unlink", "rmdir", "mkdir")
_HELD = os.O_PATH | os.O_NOFOLLOW


@dataclass(frozen=True, slots=True)
class Event:
    """A sync (``site`` says whose), or another call: the names there were then."""

    site: str
    inode: int
    content: bytes | Names | None
    names: dict[int, Names]


@dataclass
class Recorder:
    """A log of one folder's life; holds every file open, so that no inode number comes twice."""

    root: Path
    events: list[Event] = field(default_factory=list)
    acknowledged: list[int] = field(default_factory=list)
    held: list[int] = field(default_factory=list)

    def watch(self, patch: Callable[[object, str, object], None]) -> None:
        """Put the watched calls in place of the system's."""
        self.root_inode = self.root.stat().st_ino
        patch(os, "fsync", self._watched_sync(os.fsync))
        for name in CHANGES:
            patch(os, name, self._watched_change(getattr(os, name)))

    def acknowledge(self) -> None:
        """Take down that a change was acknowledged now."""
        self.acknowledged.append(len(self.events))

    def _watched_sync(self, sync: Callable[[int], None]) -> Callable[[int], None]:
        def watched(descriptor: int) -> None:
            sync(descriptor)
            status = os.fstat(descriptor)
            here = Path(f"/proc/self/fd/{descriptor}")
            if stat.S_ISDIR(status.st_mode):
                content: bytes | Names = {e.name: e.inode() for e in os.scandir(descriptor)}
            else:
                content = here.read_bytes()
            self.held.append(os.open(here, os.O_PATH))
            self._note(_site(), status.st_ino, content)

        return watched

    def _watched_change(self, change: Callable[..., object]) -> Callable[..., object]:
        def watched(*paths: str | Path | int, **options: int | None) -> object:
            for path in paths:
                if not isinstance(path, int):  # the mode of a new folder
                    self._hold(path, options.get("dir_fd"))
            done = change(*paths, **options)
            self._note("", 0, None)
            return done

        return watched

    def _hold(self, path: str | Path, folder: int | None) -> None:
        if folder is not None or os.path.lexists(path):
            self.held.append(os.open(path, _HELD, dir_fd=folder))

    def _note(self, site: str, inode: int, content: bytes | Names | None) -> None:
        names = {}
        for folder, _, _ in os.walk(self.root):
            names[os.stat(folder).st_ino] = {e.name: e.inode() for e in os.scandir(folder)}
        self.events.append(Event(site, inode, content, names))

    def after_cut(self, count: int, *, without: str = "", names_stay: bool = False) -> Tree:
        """What is left when the power goes after that many calls; as if one site did not sync."""
        content: dict[int, bytes] = {}
        names: dict[int, Names] = {}
        for event in self.events[:count]:
            if event.site == without:
                continue
            if isinstance(event.content, bytes):
                content[event.inode] = event.content
            elif event.content is not None:
                names[event.inode] = event.content
        there = self.events[count - 1].names if count else {}
        folders = set(names).union(*(event.names for event in self.events[:count]))
        return dict(_walk(self.root_inode, there if names_stay else names, content, folders))


def _walk(
    root: int, names: dict[int, Names], content: dict[int, bytes], folders: set[int]
) -> Iterator[tuple[str, bytes | None]]:
    pending = [("", root)]
    while pending:
        path, inode = pending.pop()
        for name, child in names.get(inode, {}).items():
            place = f"{path}/{name}".lstrip("/")
            if child in folders:
                yield place, None
                pending.append((place, child))
            else:
                yield place, content.get(child, b"")


def lay_down(tree: Tree, folder: Path) -> None:
    """Make a folder of a tree."""
    folder.mkdir()
    for place, content in sorted(tree.items()):
        if content is None:
            (folder / place).mkdir()
        else:
            (folder / place).write_bytes(content)


def _site() -> str:
    """Which functions of ours asked for a sync: the one that syncs, and for a folder its caller."""
    frame: FrameType | None = sys._getframe(2)
    names: list[str] = []
    while frame is not None and len(names) < 2:
        names.append(f"{Path(frame.f_code.co_filename).parent.name}.{frame.f_code.co_name}")
        if frame.f_code.co_name != "sync_folder":
            break
        frame = frame.f_back
    return " < ".join(names)
