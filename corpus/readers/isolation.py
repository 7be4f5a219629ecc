"""Running a reader where it can hurt nobody: in a child process with limits.

Knows how a child is started, stopped and heard. The limits themselves are set by the child
(``corpus/readers/child.py``); the time by the clock is kept here.
"""

import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from pydantic import TypeAdapter, ValidationError

from corpus.errors import UnreadableDocument
from corpus.model import ReaderWarning
from corpus.readers.source import ReadText
from corpus.text import SourceText, Span

WALL_SECONDS = 30.0
_ONE_AT_A_TIME = Lock()  # two readers would leave no core to whoever asks
_ROOT = str(Path(__file__).resolve().parents[2])
_PAST_A_LIMIT = {
    -signal.SIGXCPU: "reading it took more processor time than any record needs",
    -signal.SIGKILL: "reading it took more processor time or memory than any record needs",
    -signal.SIGABRT: "reading it took more memory than any record needs",
}


@dataclass(frozen=True, slots=True)
class _Told:
    text: str
    pages: tuple[int, ...]
    warnings: tuple[tuple[str, str, int, int], ...]


@dataclass(frozen=True, slots=True)
class _Refused:
    problem: str
    place: str
    expected: str


_REPLY: TypeAdapter[_Told | _Refused] = TypeAdapter(_Told | _Refused)


def read_in_child(module: str, data: bytes, name: str, *, wall_seconds: float = WALL_SECONDS) -> ReadText:
    """What the reader module says of the bytes, read in a process of its own.

    Raises: UnreadableDocument when the reader refuses, runs past a limit or dies.
    """
    with _ONE_AT_A_TIME, tempfile.TemporaryFile() as reply:
        try:
            child = subprocess.run(
                [sys.executable, "-m", module, name],
                input=data,
                stdout=reply,
                stderr=subprocess.DEVNULL,
                timeout=wall_seconds,
                env={"PYTHONPATH": _ROOT, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"},
                cwd="/",
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise _refusal(name, f"reading took more than {wall_seconds:g} s") from error
        if child.returncode != 0:
            raise _refusal(name, _why_it_died(child.returncode))
        reply.seek(0)
        return _heard(reply.read(), name)


def _why_it_died(code: int) -> str:
    if code in _PAST_A_LIMIT:
        return _PAST_A_LIMIT[code]
    if code < 0:
        return f"reading it stopped the reader ({signal.Signals(-code).name})"
    return "the reader could not make sense of it"


def _heard(reply: bytes, name: str) -> ReadText:
    try:
        said = _REPLY.validate_json(reply)
    except ValidationError as error:
        raise _refusal(name, "the reader gave no answer") from error
    if isinstance(said, _Refused):
        raise UnreadableDocument(name, said.problem, place=said.place, expected=said.expected)
    warnings = (ReaderWarning(code, text, Span(start, end)) for code, text, start, end in said.warnings)
    return ReadText(SourceText(said.text, said.pages), tuple(warnings))


def _refusal(name: str, problem: str) -> UnreadableDocument:
    return UnreadableDocument(name, problem, place="whole file", expected="an intact, ordinary document")
