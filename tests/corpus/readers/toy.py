"""A reader that does what the document tells it to: what the isolation must bear."""

import os
import socket
import sys
import threading
from pathlib import Path

from corpus.readers.child import serve
from corpus.readers.source import ReadText
from corpus.text import SourceText


def read_toy(data: bytes, name: str) -> ReadText:
    return ReadText(SourceText(str(DEEDS[data.decode()]())))


def take_memory() -> int:
    return len(bytearray(600 * 1024 * 1024))


def recurse() -> int:
    return recurse() + 1


def write_much() -> int:
    return sys.stdout.write("x" * 70_000_000)


def say_nothing() -> None:
    os._exit(0)


def say_nonsense() -> None:
    os.write(1, b"[1, 2")
    os._exit(0)


def die() -> None:
    os.abort()


def wait() -> bool:
    return threading.Event().wait()


def call_out() -> str:
    """Whether an address outside can be reached at all."""
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as outside:
            outside.connect(("192.0.2.1", 9))
    except OSError:
        return "no way out"
    return "a way out"


def attempt(deed) -> str:
    """Whether a deed comes off."""
    try:
        deed()
    except PermissionError:
        return "refused"
    return "done"


def socket_made() -> str:
    return attempt(lambda: socket.socket(socket.AF_UNIX).close())


def program_run() -> str:
    return attempt(lambda: os.execv("/bin/true", ["true"]))


def process_made() -> str:
    return attempt(lambda: os.posix_spawn("/bin/true", ["true"], {}))


def file_made() -> str:
    return attempt(lambda: Path("/tmp/made-by-a-reader").write_text("x"))


def file_opened_to_write() -> str:
    return attempt(lambda: os.open(__file__, os.O_RDWR))


def file_moved() -> str:
    return attempt(lambda: os.rename(__file__, f"{__file__}.moved"))


def file_deleted() -> str:
    return attempt(lambda: os.unlink("/tmp/there-is-no-such-file"))


def parent_killed() -> str:
    return attempt(lambda: os.kill(os.getppid(), 0))


def file_read() -> str:
    return attempt(lambda: Path(__file__).read_text())


def niceness() -> int:
    return os.getpriority(os.PRIO_PROCESS, 0)


def environment() -> str:
    return " ".join(sorted(os.environ))


def folder() -> str:
    return str(Path.cwd())


def modules() -> str:
    return " ".join(sorted(sys.modules))


DEEDS = {
    deed.__name__: deed
    for deed in (
        take_memory, recurse, write_much, say_nothing, say_nonsense, die, wait, call_out, environment,
        folder, modules, socket_made, program_run, process_made, file_made, file_opened_to_write,
        file_moved, file_deleted, parent_killed, file_read, niceness,
    )
}  # fmt: skip


if __name__ == "__main__":
    serve(read_toy)
