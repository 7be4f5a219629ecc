"""The archive keeps what was received: once, whole, by its hash, and says when that is no longer so."""

import json
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

from corpus.archive import SHIPPED, Archive
from corpus.errors import DamagedOriginal, RecordNotFound, UnreadableDocument

DATA = b"Brussels, 5 January 2026"
DIGEST = sha256(DATA).hexdigest()
ODD_NAMES = [
    "../../etc/passwd", "..\\..\\x.txt", "%2e%2e%2fx", "$(touch x).txt", "\u202egpj.txt", "x\0.txt",
    "n" * 4096 + ".txt", "/etc/passwd", "..", ".", "", "\n", "C:\\x", "-rf", "`id`", "\ud800.txt", "CON",
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "archive"


def files_in(folder: Path) -> set[str]:
    return {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}


def added(archive: Archive) -> list[str]:
    return [entry.provenance.sha256 for entry in archive.entries() if not entry.is_shipped]


def test_the_shipped_records_belong_to_an_archive_that_has_no_folder_yet(folder: Path) -> None:
    entries = Archive(folder).entries()
    assert {entry.file.parent for entry in entries} == {SHIPPED}
    assert not folder.exists()


def test_what_was_added_is_there_for_another_process_byte_for_byte(folder: Path) -> None:
    Archive(folder).add(DATA, "notice.txt")
    (entry,) = [entry for entry in Archive(folder).entries() if not entry.is_shipped]
    assert entry.read() == DATA
    assert entry.provenance.filename == "notice.txt"
    assert entry.provenance.media_type == "text/plain"


def test_an_added_file_is_three_things_on_the_disk_named_by_its_hash(folder: Path) -> None:
    Archive(folder).add(DATA, "notice.txt")
    assert files_in(folder) == {f"originals/{DIGEST[:2]}/{DIGEST}", f"provenance/{DIGEST}.json"}


@pytest.mark.parametrize("name", ODD_NAMES)
def test_the_name_a_user_gave_is_never_a_path(folder: Path, name: str) -> None:
    Archive(folder).add(DATA, name)
    assert files_in(folder.parent.parent) == {
        f"data/archive/originals/{DIGEST[:2]}/{DIGEST}",
        f"data/archive/provenance/{DIGEST}.json",
    }


def test_the_same_bytes_a_hundred_times_at_once_are_one_record(folder: Path) -> None:
    archive = Archive(folder)
    with ThreadPoolExecutor(8) as pool:
        entries = set(pool.map(lambda n: archive.add(DATA, f"{n}.txt"), range(100)))
    assert len(entries) == 1
    assert added(archive) == [DIGEST]


def test_the_entries_stand_in_one_order_whatever_the_order_they_came_in(tmp_path: Path) -> None:
    texts = [f"notice {n}".encode() for n in range(20)]
    one, other = Archive(tmp_path / "one"), Archive(tmp_path / "other")
    for data in texts:
        one.add(data, "a.txt")
    for data in reversed(texts):
        other.add(data, "a.txt")
    assert added(one) == added(other) == sorted(added(one))


def test_a_removed_record_is_gone_and_its_bytes_stay(folder: Path) -> None:
    archive = Archive(folder)
    entry = archive.add(DATA, "notice.txt")
    archive.remove(DIGEST)
    assert added(archive) == []
    assert entry.read() == DATA


def test_adding_a_removed_record_again_brings_it_back(folder: Path) -> None:
    archive = Archive(folder)
    archive.add(DATA, "notice.txt")
    archive.remove(DIGEST)
    archive.add(DATA, "notice.txt")
    assert added(archive) == [DIGEST]


def test_a_shipped_record_can_be_removed_and_brought_back_without_being_copied(folder: Path) -> None:
    archive = Archive(folder)
    shipped = archive.entries()[0]
    archive.remove(shipped.provenance.sha256)
    assert shipped not in archive.entries()
    assert archive.add(shipped.read(), "again.txt") == shipped
    assert shipped in archive.entries()
    assert files_in(folder) == set()


def test_removing_what_is_not_there_is_refused(folder: Path) -> None:
    with pytest.raises(RecordNotFound):
        Archive(folder).remove(DIGEST)


def test_what_cannot_be_read_is_not_taken_in(folder: Path) -> None:
    with pytest.raises(UnreadableDocument):
        Archive(folder).add(b"", "empty.txt")
    assert not folder.exists()


@pytest.mark.parametrize("at", range(len(DATA)))
def test_a_flipped_byte_is_told_by_name_and_the_others_go_on(folder: Path, at: int) -> None:
    archive = Archive(folder)
    entry = archive.add(DATA, "notice.txt")
    other = archive.add(b"another notice", "other.txt")
    changed = bytearray(DATA)
    changed[at] ^= 1
    entry.file.chmod(0o644)
    entry.file.write_bytes(changed)
    with pytest.raises(DamagedOriginal, match=r"notice\.txt: the stored bytes have changed"):
        entry.read()
    assert [str(damage).partition(":")[0] for damage in archive.damage()] == ["notice.txt"]
    assert other.read() == b"another notice"


def test_every_flipped_bit_of_the_provenance_is_told_and_the_others_go_on(folder: Path) -> None:
    archive = Archive(folder)
    archive.add(DATA, "notice.txt")
    archive.add(b"another notice", "other.txt")
    file = folder / "provenance" / f"{DIGEST}.json"
    file.chmod(0o644)
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
        assert DIGEST not in added(archive)
        assert len(added(archive)) == 1
        assert [str(damage).partition(":")[0] for damage in archive.damage()] == [file.name]


def test_a_lost_original_is_told_by_name(folder: Path) -> None:
    archive = Archive(folder)
    archive.add(DATA, "notice.txt").file.unlink()
    assert [str(damage) for damage in archive.damage()] == [
        "notice.txt: cannot be read: No such file or directory"
    ]


def test_adding_damaged_bytes_again_repairs_them(folder: Path) -> None:
    archive = Archive(folder)
    entry = archive.add(DATA, "notice.txt")
    for file in (entry.file, folder / "provenance" / f"{DIGEST}.json"):
        file.chmod(0o644)
        file.write_bytes(b"x")
    archive.add(DATA, "notice.txt")
    assert entry.read() == DATA
    assert archive.damage() == ()


def test_the_provenance_says_where_the_bytes_came_from_and_on_which_terms(folder: Path) -> None:
    Archive(folder).add(DATA, "notice.txt")
    told = json.loads((folder / "provenance" / f"{DIGEST}.json").read_bytes())["provenance"]
    assert told["institution"] == "Council of the European Union"
    assert "2017/1842" in told["licence"]
