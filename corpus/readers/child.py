"""The inside of a reader's child process: limits first, then one document in, one reply out.

A reader module runs as ``python -m corpus.readers.pdf NAME``: bytes on standard input, JSON on
standard output. The limits are set before the first byte is read.
"""

import ctypes
import json
import os
import resource
import sys
from collections.abc import Callable
from contextlib import suppress

from corpus.errors import UnreadableDocument
from corpus.readers.layout import LONGEST_TEXT, TextTooLong
from corpus.readers.sandbox import shut_in
from corpus.readers.source import ReadText

MEMORY = 512 * 1024 * 1024
CPU_SECONDS = 10
REPLY = 64 * 1024 * 1024
_NICE = 10
_NEW_USER_AND_NETWORK = 0x10000000 | 0x40000000


def serve(read: Callable[[bytes, str], ReadText]) -> None:
    """Read the one document on standard input and write the reply."""
    limit_this_process()
    name = sys.argv[1]
    try:
        reply = _told(read(sys.stdin.buffer.read(), name))
    except UnreadableDocument as refusal:
        reply = _refused(refusal)
    except (MemoryError, RecursionError, TextTooLong) as error:
        reply = _refused(_too_much(error, name))
    sys.stdout.write(json.dumps(reply))


def limit_this_process(cpu_seconds: int = CPU_SECONDS) -> None:
    """Bound this process: memory, time, what it may ask of the system; whoever is answered goes first."""
    os.nice(_NICE)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (REPLY, REPLY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).unshare(_NEW_USER_AND_NETWORK)
    with suppress(OSError, AttributeError):
        shut_in()


def _told(read: ReadText) -> dict[str, object]:
    warnings = [[w.code, w.message, w.span.start, w.span.end] for w in read.warnings]
    return {"text": read.source.text, "pages": read.source.page_starts, "warnings": warnings}


def _refused(refusal: UnreadableDocument) -> dict[str, object]:
    return {"problem": refusal.problem, "place": refusal.place, "expected": refusal.expected}


def _too_much(error: BaseException, name: str) -> UnreadableDocument:
    if isinstance(error, MemoryError):
        place, expected = "whole file", f"at most {MEMORY // 1024 // 1024} MiB to read it"
    elif isinstance(error, RecursionError):
        place, expected = "whole file", "elements nested less deeply"
    else:
        place, expected = f"after {LONGEST_TEXT} characters", "the text of a record"
    return UnreadableDocument(name, "the file unfolds into too much", place=place, expected=expected)
