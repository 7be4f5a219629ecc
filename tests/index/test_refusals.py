"""What the index refuses, each with its reason: parts that do not fit, an engine or weights not there."""

import errno
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from index.build import Workshop, build
from index.container import packed, unpacked
from index.durable import link_file, room_on_disk
from index.encoder import open_encoder
from index.engine import retriever_over
from index.errors import (
    DamagedSnapshot,
    EncoderUnavailable,
    EngineUnavailable,
    NoSnapshot,
    StoreFull,
    WriterBusy,
)
from index.lock import writing
from index.manifest import manifest_from
from index.onnx_encoder import OnnxEncoder
from index.proof import prove
from index.segment import content_of, segment_from
from index.snapshot import contents_from, open_contents
from index.store import Store
from index.weights import PINNED, find_weights


@pytest.fixture
def store(tmp_path, toy_embedder, make_record):
    """Two generations, the second with a record more."""
    records = [make_record(f"CM {n}/26", statements={"ES": ((f"Point {n}.",),)}) for n in (1, 2)]
    for upto in (1, 2):
        build(records[:upto], Workshop(Store(tmp_path), toy_embedder, "reader-1"))
    return Store(tmp_path)


@pytest.fixture
def newest(store):
    """The manifest and files of the newest generation."""
    return store.read(store.generations()[0])


def test_a_segment_that_holds_another_number_of_passages_than_it_finds_is_refused(newest, toy_embedder):
    manifest, files = newest
    segment = segment_from(files[manifest.segments[0]], toy_embedder.dimensions)
    short = content_of(replace(segment, passages=segment.passages[:-1]))
    with pytest.raises(ValueError, match="passages, units and rows"):
        segment_from(short, toy_embedder.dimensions)


def test_files_that_are_no_segments_are_no_contents(newest):
    manifest, files = newest
    with pytest.raises(DamagedSnapshot, match="ValueError"):
        contents_from(manifest, files | dict.fromkeys(manifest.segments, b"{}"))
    with pytest.raises(DamagedSnapshot, match=r"segment: \w+Error"):
        prove(manifest, [(manifest.segments[0], b"{}")], None, None)


def test_contents_that_count_otherwise_than_their_manifest_are_refused(newest):
    manifest, files = newest
    with pytest.raises(DamagedSnapshot, match="expected Counts"):
        contents_from(replace(manifest, counts=replace(manifest.counts, records=9)), files)


def test_a_passage_that_does_not_stand_at_its_place_is_refused(newest):
    manifest, files = newest
    name = manifest.segments[0]
    parts = unpacked(files[name])
    moved = packed({**parts, "passages": bytes(parts["passages"]).replace(b"Point", b"Paint")})
    with pytest.raises(DamagedSnapshot, match="not what stands at its span"):
        contents_from(manifest, files | {name: moved})


def test_contents_are_those_of_the_newest_whole_generation_or_of_none(store, tmp_path):
    def damage(generation):
        (segment,) = (tmp_path / "generations" / generation.name).glob("*.segment")
        segment.unlink()
        segment.write_bytes(b"")

    newest, older = store.generations()
    damage(newest)
    assert len(open_contents(store).records) == 1
    damage(older)
    with pytest.raises(NoSnapshot, match="no generation is whole"):
        open_contents(store)


def test_hashing_a_generation_finds_the_file_that_cannot_be_read(store, tmp_path):
    newest = store.generations()[0]
    store.check(newest)
    facts = tmp_path / "generations" / newest.name / "facts.sqlite"
    facts.unlink()
    facts.mkdir()
    with pytest.raises(DamagedSnapshot, match="directory"):
        store.check(newest)


def test_the_state_of_a_pointer_that_is_not_there_is_none(store, tmp_path):
    assert store.pointer_state()
    assert Store(tmp_path / "elsewhere").pointer_state() is None


def test_a_file_that_nobody_gave_is_missed_when_what_was_staged_is_read_back(store, newest):
    manifest, files = newest
    folder = store.stage(manifest, {name: files[name] for name in manifest.segments})
    with pytest.raises(DamagedSnapshot, match="expected"):
        list(store.read_staged(folder, manifest.segments))


def test_what_is_no_manifest_of_this_format_is_refused(newest):
    manifest, _ = newest
    strange = replace(manifest, format=99)
    with pytest.raises(DamagedSnapshot, match="format 99"):
        manifest_from(strange.encoded(), strange.id)
    with pytest.raises(DamagedSnapshot, match="fields are not as they must be"):
        manifest_from(b"{}", sha256(b"{}").hexdigest())


def test_a_file_that_cannot_have_a_second_name_is_copied(tmp_path):
    """The kernel's own files lie on a disk that has no links."""
    source = Path("/proc/version")
    link_file(tmp_path / "version", source)
    assert (tmp_path / "version").read_bytes() == source.read_bytes()


@pytest.mark.parametrize(
    ("number", "raised"), [(errno.ENOSPC, StoreFull), (errno.EDQUOT, StoreFull), (errno.EIO, OSError)]
)
def test_only_a_full_disk_is_told_as_one(number, raised):
    with pytest.raises(raised) as told, room_on_disk():
        raise OSError(number, "the disk says")
    assert isinstance(told.value, StoreFull) == (raised is StoreFull)


def test_a_writer_that_waits_is_refused_when_its_patience_ends(tmp_path):
    with writing(tmp_path, 0), pytest.raises(WriterBusy), writing(tmp_path, 0.05):
        pass


def test_an_engine_that_is_not_installed_or_does_not_answer_is_named(store, toy_embedder, monkeypatch):
    snapshot = build((), Workshop(store, toy_embedder, "reader-1"))
    with pytest.raises(EngineUnavailable, match=r"milvus://127.0.0.1:1: "):
        retriever_over("milvus://127.0.0.1:1", snapshot, toy_embedder, None)
    monkeypatch.setitem(sys.modules, "index.milvus", None)
    with pytest.raises(EngineUnavailable, match=r"install rollcall\[milvus\]"):
        retriever_over("milvus://127.0.0.1:1", snapshot, toy_embedder, None)


def test_a_graph_that_is_none_is_refused(tmp_path):
    (tmp_path / "graph.onnx").write_bytes(b"no graph")
    with pytest.raises(EncoderUnavailable, match=r"graph\.onnx"):
        OnnxEncoder(tmp_path / "graph.onnx", find_weights(next(iter(PINNED))))


def test_a_packaged_model_that_is_not_installed_is_named(monkeypatch):
    monkeypatch.setitem(PINNED, "no_such_model", "0" * 64)
    with pytest.raises(EncoderUnavailable, match="the package no_such_model is not installed"):
        find_weights("no_such_model")


def test_a_models_own_settings_may_be_of_any_form(tmp_path):
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    (tmp_path / "sentence_bert_config.json").write_text("[512]")
    (tmp_path / "config_sentence_transformers.json").write_text('{"prompts": ["query: "]}')
    weights = find_weights(str(tmp_path))
    assert (weights.longest, weights.query_prefix, weights.passage_prefix) == (256, "", "")


def test_weights_that_cannot_be_exported_are_no_rounded_encoder(tmp_path):
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    with pytest.raises(EncoderUnavailable, match="export failed"):
        open_encoder(str(tmp_path), tmp_path / "kept", int8=True)
