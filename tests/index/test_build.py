"""From records to a published snapshot, and back to the same values."""

from collections.abc import Sequence

import pytest

from index.build import Workshop, build
from index.container import packed, unpacked
from index.errors import DamagedSnapshot, NoSnapshot
from index.hit import Filters
from index.serial import passages_from, record_lines, records_from
from index.snapshot import open_newest
from index.store import Store


@pytest.fixture
def workshop(tmp_path, toy_embedder):
    return Workshop(Store(tmp_path), toy_embedder, "reader-1")


@pytest.fixture
def records(make_record):
    return tuple(make_record(f"CM {n}/26", statements={"ES": ((f"Point {n}.",),)}) for n in range(1, 5))


def files_under(folder):
    return {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def open_again(workshop):
    return open_newest(workshop.store, workshop.embedder, workshop.tags)


class CountingEmbedder:
    """Counts what it is asked to embed."""

    def __init__(self, inner):
        self.inner = inner
        self.name, self.dimensions = inner.name, inner.dimensions
        self.texts: list[str] = []

    def embed(self, texts: Sequence[str]):
        self.texts += texts
        return self.inner.embed(texts)

    def embed_query(self, text: str):
        return self.inner.embed_query(text)


def test_what_is_opened_is_what_was_built(workshop, records):
    built = build(records, workshop)
    opened = open_again(workshop)
    assert (opened.id, opened.records, opened.passages, opened.faults) == (
        built.id, built.records, built.passages, (),
    )  # fmt: skip
    asked = {"language": "en", "filters": Filters(), "limit": 5}
    assert opened.retriever.search("point 3", **asked) == built.retriever.search("point 3", **asked)


def test_two_builds_of_the_same_records_are_the_same_bytes_whatever_their_order(
    tmp_path, toy_embedder, records
):
    for name, order in (("one", records), ("other", records[::-1])):
        build(order, Workshop(Store(tmp_path / name), toy_embedder, "reader-1"))
    assert files_under(tmp_path / "one") == files_under(tmp_path / "other")


def test_building_the_same_again_writes_nothing(workshop, records, tmp_path):
    build(records, workshop)
    before = {f: f.stat().st_mtime_ns for f in tmp_path.rglob("*")}
    assert build(records, workshop).generation == 1
    assert {f: f.stat().st_mtime_ns for f in tmp_path.rglob("*")} == before


def test_a_text_that_has_not_changed_is_not_embedded_again(workshop, records, make_record):
    build(records, workshop)
    counting = CountingEmbedder(workshop.embedder)
    new = make_record("CM 9/26", notice=(("Something new.",),))
    build((*records, new), Workshop(workshop.store, counting, "reader-1"))
    assert counting.texts == ["Something new."]


def test_another_encoder_embeds_everything_anew(workshop, records):
    build(records, workshop)
    counting = CountingEmbedder(workshop.embedder)
    counting.name = "toy@2"
    build(records, Workshop(workshop.store, counting, "reader-1"))
    assert len(counting.texts) > len(records)


def test_a_snapshot_of_another_encoder_is_not_served(workshop, records):
    build(records, workshop)
    other = CountingEmbedder(workshop.embedder)
    other.name = "toy@2"
    with pytest.raises(NoSnapshot, match="vectors of toy@1, expected toy@2"):
        open_newest(workshop.store, other, workshop.tags)


def test_only_the_newest_few_generations_stay(workshop, make_record):
    for n in range(1, 8):
        build((make_record(f"CM {n}/26"),), workshop)
    assert [g.number for g in workshop.store.generations()] == [7, 6, 5, 4, 3]


def test_a_generation_that_was_rolled_back_to_is_kept(workshop, make_record):
    for n in range(1, 6):
        build((make_record(f"CM {n}/26"),), workshop)
    workshop.store.point_to(workshop.store.earlier(4))
    assert open_again(workshop).records[0].id == "cm-1-26"
    workshop.store.prune(keep=2)
    assert [g.number for g in workshop.store.generations()] == [5, 4, 1]


def test_rolling_back_further_than_what_is_kept_is_refused(workshop, records):
    build(records, workshop)
    with pytest.raises(NoSnapshot, match="0 are kept"):
        workshop.store.earlier(1)


def test_a_record_goes_to_disk_and_comes_back_equal(records):
    assert records_from(record_lines(records)) == records


def test_no_records_are_a_snapshot_too(workshop):
    build((), workshop)
    assert open_again(workshop).passages == ()


def test_a_line_that_is_no_passage_is_refused():
    with pytest.raises(ValueError, match="validation error"):
        passages_from(b'{"key": "x"}\n')


def test_a_new_generation_that_cannot_find_its_own_passages_is_not_published(tmp_path, records, toy_embedder):
    build(records[:1], Workshop(Store(tmp_path), toy_embedder, "reader-1"))
    store = Store(tmp_path)
    with pytest.raises(DamagedSnapshot, match="not found by their own text"):
        build(records, Workshop(Lying(tmp_path), toy_embedder, "reader-1"))
    assert [g.number for g in store.generations()] == [1]


class Lying(Store):
    """A store whose disk gives back other passages than it was given."""

    def read_staged(self, folder, names):
        for name, content in super().read_staged(folder, names):
            yield name, shuffled(content) if "segment" in name else content


def shuffled(content):
    parts = unpacked(content)
    lines = bytes(parts["passages"]).splitlines(keepends=True)
    return packed({**parts, "passages": b"".join(reversed(lines))})


def test_thousands_of_notices_that_hardly_differ_are_proved_and_published(workshop, make_record):
    records = [
        make_record(f"CM {n}/26", notice=((f"The procedure {n} was completed.",),)) for n in range(1, 1201)
    ]
    assert len(build(records, workshop).passages) == 1200


def test_however_records_came_the_generation_is_the_same_bytes(tmp_path, toy_embedder, records):
    one, other = (Workshop(Store(tmp_path / name), toy_embedder, "reader-1") for name in ("one", "other"))
    build(records, one)
    snapshot = None
    for upto in range(1, len(records) + 1):
        snapshot = build(records[:upto], other, snapshot)
    (last, first) = (folder_of(tmp_path / name) for name in ("other", "one"))
    assert {f.name: f.read_bytes() for f in last.iterdir()} == {
        f.name: f.read_bytes() for f in first.iterdir()
    }


def folder_of(root):
    return max((root / "generations").iterdir())


def test_a_segment_that_has_not_changed_is_not_written_again(workshop, make_record, tmp_path):
    records = tuple(make_record(f"CM {n}/26") for n in range(1, 101))
    before = build(records, workshop)
    after = build((*records, make_record("CM 500/26")), workshop, before)
    generations = sorted((tmp_path / "generations").iterdir())
    kept = {kept.file.name for kept in before.segments} & {kept.file.name for kept in after.segments}
    assert len(kept) >= len(before.segments) - 1 > 2
    assert all((generations[0] / name).samefile(generations[1] / name) for name in kept)
