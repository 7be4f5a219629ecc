"""What a durable call has done is on the disk when it returns: leave a sync out, and one of these fails."""

import os

import pytest

from assistant.keeping.audit import Act, AuditLog, Change
from corpus.durable import create_file, make_folder, remove_file, replace_file, sync_folder
from index.durable import sync_file, write_file
from tests.stress.disk import Recorder


def by_itself(root):
    (root / "file").write_bytes(b"new")
    sync_file(root / "file")


def without_folder(root):
    write_file(root / "file", b"new")


def with_names(deed):
    def done(root):
        deed(root)
        sync_folder(root)

    return done


DEEDS = (
    ("a folder and those above it", lambda root: make_folder(root / "a" / "b"), {"a": None, "a/b": None}),
    ("a new file", lambda root: create_file(root / "file", b"new", staging=root / "aside"), {"file": b"new"}),
    (
        "a file's new content",
        lambda root: replace_file(root / "old", b"new", staging=root / "aside"),
        {"old": b"new"},
    ),
    ("a name taken away", lambda root: remove_file(root / "old"), {"old": ...}),
    ("a file of a generation", with_names(without_folder), {"file": b"new"}),
    ("a file that something else wrote", with_names(by_itself), {"file": b"new"}),
)


@pytest.fixture
def recorder(tmp_path, monkeypatch) -> Recorder:
    """A recorder of a folder that holds an old file and a folder, both synced."""
    root = tmp_path / "root"
    root.mkdir()
    recorder = Recorder(root)
    with monkeypatch.context() as patch:
        recorder.watch(patch.setattr)
        make_folder(root / "aside")
        write_file(root / "old", b"old")
        sync_folder(root)
        yield recorder
    for descriptor in recorder.held:
        os.close(descriptor)


@pytest.mark.parametrize(("deed", "expected"), [row[1:] for row in DEEDS], ids=[row[0] for row in DEEDS])
def test_what_was_done_is_there_after_a_power_cut(recorder, deed, expected):
    deed(recorder.root)
    left = recorder.after_cut(len(recorder.events))
    assert {name: left.get(name, ...) for name in expected} == expected


def test_a_line_of_the_audit_log_is_there_after_a_power_cut(recorder):
    AuditLog(recorder.root).write(Act(Change.BUILT, "anna", (), None, "0" * 64))
    left = recorder.after_cut(len(recorder.events))
    assert left["audit.jsonl"] == (recorder.root / "audit.jsonl").read_bytes() != b""
