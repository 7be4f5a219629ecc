"""Adds a record while the operating system fails at the Nth durable call: FOLDER DEED FAULT N.

FAULT is ``kill``, ``ENOSPC``, ``EIO`` or ``log`` (which prints every call). Run as a process.
"""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

from corpus.archive import Archive

DATA, NAME = b"a notice", "notice.txt"
CALLS = ("open", "write", "fsync", "link", "unlink", "replace", "rename", "mkdir")
Call = Callable[..., object]


def places_of(name: str, arguments: tuple[object, ...]) -> list[str]:
    if name in {"fsync", "write"}:
        return [str(Path(f"/proc/self/fd/{arguments[0]}").readlink())]
    return [str(argument) for argument in arguments if isinstance(argument, str | Path)]


def failing(name: str, call: Call, fault: str, countdown: list[int]) -> Call:
    def wrapped(*arguments: object, **keywords: object) -> object:
        countdown[0] -= 1
        if fault == "log":
            print(name, *places_of(name, arguments), sep="\t")
        elif countdown[0] == 0 and fault == "kill":
            os._exit(9)
        elif countdown[0] == 0:
            raise OSError(getattr(errno, fault), fault)
        return call(*arguments, **keywords)

    return wrapped


def main(folder: str, deed: str, fault: str, number: str) -> None:
    archive = Archive(Path(folder))
    digest = archive.add(DATA, NAME).provenance.sha256 if deed in {"remove", "restore"} else ""
    if deed == "restore":
        archive.remove(digest)
    countdown = [int(number)]
    for name in CALLS:
        setattr(os, name, failing(name, getattr(os, name), fault, countdown))
    if deed == "remove":
        archive.remove(digest)
    else:
        archive.add(DATA, NAME)
    print("acknowledged", flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
