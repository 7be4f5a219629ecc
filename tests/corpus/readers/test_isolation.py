"""A reader's child process: whatever happens in it, the parent gets one answer."""

import os
import subprocess
import sys
from signal import SIGXCPU

import pytest

from corpus.errors import UnreadableDocument
from corpus.readers.isolation import read_in_child

TOY = "tests.corpus.readers.toy"


def told(deed: str) -> str:
    return read_in_child(TOY, deed.encode(), "a.bin").source.text


@pytest.mark.parametrize(
    ("deed", "problem"),
    [
        ("take_memory", "the file unfolds into too much, whole file; expected at most 512 MiB"),
        ("recurse", "the file unfolds into too much, whole file; expected elements nested less deeply"),
        ("write_much", "the reader could not make sense of it"),
        ("say_nothing", "the reader gave no answer"),
        ("say_nonsense", "the reader gave no answer"),
        ("die", "reading it took more memory than any record needs"),
        ("no such deed", "the reader could not make sense of it"),
    ],
)
def test_whatever_a_reader_does_the_parent_gets_a_refusal_of_one_line(deed: str, problem: str) -> None:
    with pytest.raises(UnreadableDocument) as refusal:
        told(deed)
    assert str(refusal.value).startswith(f"a.bin: {problem}")
    assert "\n" not in str(refusal.value)


def test_a_reader_that_never_ends_is_stopped_by_the_clock() -> None:
    with pytest.raises(UnreadableDocument, match=r"reading took more than 0\.5 s"):
        read_in_child(TOY, b"wait", "a.bin", wall_seconds=0.5)


def test_a_reader_that_computes_without_end_is_stopped_by_the_processor_time() -> None:
    endless = (
        "from corpus.readers.child import limit_this_process as limit\nlimit(cpu_seconds=1)\nwhile True: pass"
    )
    assert subprocess.run([sys.executable, "-c", endless], check=False).returncode == -SIGXCPU


def test_a_reader_cannot_reach_the_network() -> None:
    assert told("call_out") == "no way out"


@pytest.mark.parametrize(
    ("deed", "outcome"),
    [
        ("socket_made", "refused"),
        ("program_run", "refused"),
        ("process_made", "refused"),
        ("file_made", "refused"),
        ("file_opened_to_write", "refused"),
        ("file_moved", "refused"),
        ("file_deleted", "refused"),
        ("parent_killed", "refused"),
        ("file_read", "done"),
    ],
)
def test_a_reader_can_read_files_and_do_nothing_else_to_the_system(deed: str, outcome: str) -> None:
    assert told(deed) == outcome


def test_a_reader_gives_way_to_whoever_is_answered() -> None:
    assert int(told("niceness")) >= min(19, os.getpriority(os.PRIO_PROCESS, 0) + 10)


def test_a_reader_sees_nothing_of_the_parents_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROLLCALL_TOKEN", "secret")
    assert set(told("environment").split()) <= {
        "PYTHONPATH",
        "PYTHONIOENCODING",
        "PYTHONDONTWRITEBYTECODE",
        "LC_CTYPE",
    }


def test_a_reader_runs_outside_every_folder_of_the_user() -> None:
    assert told("folder") == "/"


def test_a_reader_starts_without_the_heavy_libraries() -> None:
    loaded = set(told("modules").split())
    assert loaded.isdisjoint(
        {"pydantic", "torch", "numpy", "pickle", "lxml", "pypdfium2", "selectolax", "docx"}
    )
