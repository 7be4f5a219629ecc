"""A generation that was damaged is found before it is used, and the newest whole one is served."""

import os
import random
import shutil
from pathlib import Path

import pytest

from index.build import Workshop, build
from index.errors import DamagedSnapshot, NoSnapshot
from index.snapshot import open_newest
from index.store import Store

FLIPS = 300


@pytest.fixture
def root(tmp_path, toy_embedder, make_record):
    """Three generations, each with one record more."""
    records = [make_record(f"CM {n}/26", statements={"ES": ((f"Point {n}.",),)}) for n in range(1, 4)]
    for upto in (1, 2, 3):
        build(records[:upto], Workshop(Store(tmp_path), toy_embedder, "reader-1"))
    return tmp_path


def opened(root, toy_embedder):
    return open_newest(Store(root), toy_embedder, lambda _text, _language: ())


def folder_of(root: Path, number: int) -> Path:
    return next((root / "generations").glob(f"{number:09}-*"))


def files_of(root: Path, number: int) -> list[Path]:
    return sorted(folder_of(root, number).iterdir())


def test_any_flipped_byte_is_detected_before_use(root):
    """A sample; `make stress` flips a hundred thousand."""
    store, newest = Store(root), Store(root).generations()[0]
    chance = random.Random(7)
    for _ in range(FLIPS):
        file = chance.choice([f for f in files_of(root, 3) if f.stat().st_size])
        content = bytearray(file.read_bytes())
        place, mask = chance.randrange(len(content)), chance.randrange(1, 256)
        content[place] ^= mask
        file.write_bytes(content)
        with pytest.raises(DamagedSnapshot, match=file.name):
            store.read(newest)
        content[place] ^= mask
        file.write_bytes(content)
    store.read(newest)


def test_any_truncation_is_detected_before_use(root):
    store, newest = Store(root), Store(root).generations()[0]
    for file in files_of(root, 3):
        whole = file.read_bytes()
        for length in {n for n in (0, 1, len(whole) // 2, len(whole) - 1) if 0 <= n < len(whole)}:
            file.write_bytes(whole[:length])
            with pytest.raises(DamagedSnapshot):
                store.read(newest)
        file.write_bytes(whole)
    store.read(newest)


def segment_of(folder: Path) -> Path:
    return next(folder.glob("*.segment"))


@pytest.mark.parametrize("kind", ["manifest.json", "*.segment", "facts.sqlite"])
def test_a_file_of_an_older_generation_is_no_substitute(root, toy_embedder, kind):
    (older,), (newer,) = folder_of(root, 2).glob(kind), folder_of(root, 3).glob(kind)
    shutil.copy(older, newer)
    snapshot = opened(root, toy_embedder)
    assert (snapshot.generation, len(snapshot.records)) == (2, 2)
    assert "generation 3" in snapshot.faults[0]


def test_a_whole_older_generation_under_a_newer_name_is_no_substitute(root, toy_embedder):
    newer = folder_of(root, 3)
    shutil.rmtree(newer)
    shutil.copytree(folder_of(root, 2), newer)
    assert opened(root, toy_embedder).generation == 2


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: segment_of(folder).unlink(),
        lambda folder: (folder / "extra.f32").write_bytes(b"?"),
        lambda folder: (folder / "manifest.json").unlink(),
        lambda folder: [file.unlink() for file in folder.iterdir()],
        lambda folder: (folder / "manifest.json").write_bytes(b"{}"),
    ],
    ids=["a file is missing", "a strange file", "no manifest", "nothing", "an empty manifest"],
)
def test_the_newest_whole_generation_serves_and_says_why(root, toy_embedder, damage):
    damage(folder_of(root, 3))
    snapshot = opened(root, toy_embedder)
    assert (snapshot.generation, len(snapshot.records)) == (2, 2)
    assert snapshot.faults[0].startswith("generation 3: ")


@pytest.mark.parametrize("content", [b"", b"nonsense", b"000000009-" + b"0" * 64, b"\xff\xfe", None])
def test_a_pointer_that_names_nothing_falls_back_to_the_newest(root, toy_embedder, content):
    pointer = root / "CURRENT"
    os.chmod(pointer, 0o644)
    if content is None:
        pointer.unlink()
    else:
        pointer.write_bytes(content)
    snapshot = opened(root, toy_embedder)
    assert snapshot.generation == 3
    assert snapshot.faults == ("CURRENT names no generation that is there",)


def test_when_none_is_whole_nothing_is_served_and_nothing_is_deleted(root, toy_embedder):
    for number in (1, 2, 3):
        segment_of(folder_of(root, number)).write_bytes(b"")
    before = sorted(root.rglob("*"))
    with pytest.raises(NoSnapshot, match="generation 1"):
        opened(root, toy_embedder)
    assert sorted(root.rglob("*")) == before


def test_what_an_interrupted_writer_left_is_no_generation(root, toy_embedder):
    shutil.copytree(folder_of(root, 3), root / "staging" / "half")
    (root / "generations" / "half").mkdir()
    assert [g.number for g in Store(root).generations()] == [3, 2, 1]
    assert opened(root, toy_embedder).faults == ()


def test_a_damaged_generation_is_built_again_from_the_records(root, toy_embedder, make_record):
    records = [make_record(f"CM {n}/26", statements={"ES": ((f"Point {n}.",),)}) for n in range(1, 4)]
    segment_of(folder_of(root, 3)).write_bytes(b"")
    before = Store(root).generations()[0].id
    snapshot = build(records, Workshop(Store(root), toy_embedder, "reader-1"))
    assert (snapshot.generation, snapshot.id) == (4, before)
    assert opened(root, toy_embedder).faults == ()
