"""What was acknowledged is there after a crash; what was not is there whole or not at all."""

import subprocess
import sys
from pathlib import Path

import pytest

from corpus.archive import Archive
from tests.corpus.crashing import DATA, NAME

ROOT = Path(__file__).parents[2]
LIMITED = """
import resource, signal, sys
from pathlib import Path
from corpus.archive import Archive
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4, 4))
Archive(Path(sys.argv[1])).add(b"a notice", "notice.txt")
"""
DEEDS = ("add", "restore", "remove")


def run(folder: Path, deed: str, fault: str, number: int) -> list[str]:
    """The lines said by a process that does the deed with the fault at its Nth durable call."""
    command = [sys.executable, "-m", "tests.corpus.crashing", str(folder), deed, fault, str(number)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.splitlines()


def calls_of(folder: Path, deed: str) -> list[list[str]]:
    *lines, last = run(folder, deed, "log", 0)
    assert last == "acknowledged"
    return [line.split("\t") for line in lines]


def is_there(folder: Path) -> bool:
    return any(not entry.is_shipped and entry.read() == DATA for entry in Archive(folder).entries())


@pytest.mark.parametrize("fault", ["kill", "ENOSPC", "EIO"])
@pytest.mark.parametrize("deed", DEEDS)
def test_a_fault_at_any_call_leaves_the_archive_whole_and_acknowledges_nothing(
    tmp_path: Path, deed: str, fault: str
) -> None:
    for number in range(1, len(calls_of(tmp_path / "counted", deed)) + 1):
        folder = tmp_path / str(number)
        assert run(folder, deed, fault, number) == []
        assert Archive(folder).damage() == ()
        is_there(folder)
        assert Archive(folder).add(DATA, NAME).read() == DATA
        assert is_there(folder)


@pytest.mark.parametrize("deed", DEEDS)
def test_an_acknowledged_deed_is_done(tmp_path: Path, deed: str) -> None:
    assert run(tmp_path, deed, "kill", 0) == ["acknowledged"]
    assert is_there(tmp_path) is (deed != "remove")


@pytest.mark.parametrize("deed", DEEDS)
def test_a_file_is_synced_before_it_gets_its_name(tmp_path: Path, deed: str) -> None:
    synced = set()
    for call, *places in calls_of(tmp_path, deed):
        if call == "fsync":
            synced.add(places[0])
        elif call in {"link", "replace", "rename"}:
            assert places[0] in synced


@pytest.mark.parametrize("deed", DEEDS)
def test_every_change_of_a_folder_is_synced_before_it_is_acknowledged(tmp_path: Path, deed: str) -> None:
    unsynced: set[str] = set()
    for call, *places in calls_of(tmp_path, deed):
        if call == "fsync":
            unsynced.discard(places[0])
        elif call in {"link", "replace", "rename", "mkdir", "unlink"}:
            unsynced.add(str(Path(places[-1]).parent))
    assert {folder for folder in unsynced if not folder.endswith("staging")} == set()


def test_nothing_is_named_before_the_names_it_stands_on_are_synced(tmp_path: Path) -> None:
    """The provenance makes the record exist: by then the original is there, name and all."""
    calls = calls_of(tmp_path, "add")
    named = next(n for n, call in enumerate(calls) if call[0] == "link" and call[2].endswith(".json"))
    before = [call[1] for call in calls[:named] if call[0] == "fsync"]
    assert str(next((tmp_path / "originals").iterdir())) in before


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path) -> None:
    command = [sys.executable, "-c", LIMITED, str(tmp_path)]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 1
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []
