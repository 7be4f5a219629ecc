"""The encoder that serves: the packaged model, exported once, without torch."""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pytest

from index.encoder import LazyEncoder, open_encoder
from index.errors import EncoderUnavailable
from index.onnx_encoder import OnnxEncoder
from index.weights import PACKAGED, PINNED, find_weights

TEXTS = ("How many relocations?", "De gekwalificeerde meerderheid is bereikt.", "", "word " * 2000, "Ω" * 700)


@pytest.fixture(scope="module")
def folder():
    """Kept between runs: an export takes some ten seconds."""
    return Path(tempfile.gettempdir()) / "rollcall-test" / "encoder"


def weights_of(encoder):
    """The folder of an encoder's export: other tests keep theirs beside it."""
    weights, _, rounding = encoder.name.partition("@")[2].partition("-")
    return f"{weights[:16]}-{rounding}" if rounding else weights[:16]


@pytest.fixture(scope="module")
def encoder(folder):
    return open_encoder(PACKAGED, folder)


def test_vectors_are_unit_rows_of_the_stated_length(encoder):
    vectors = encoder.embed(TEXTS)
    assert vectors.shape == (5, encoder.dimensions) == (5, 384)
    assert vectors.dtype == np.float32
    assert np.abs(np.linalg.norm(vectors, axis=1) - 1).max() < 1e-5


def test_a_vector_does_not_depend_on_what_is_embedded_with_it(encoder):
    together = encoder.embed(TEXTS)
    alone = np.concatenate([encoder.embed([text]) for text in reversed(TEXTS)])[::-1]
    assert together.tobytes() == alone.tobytes()


def test_a_text_as_query_and_as_passage_is_one_vector_for_a_model_without_prefixes(encoder):
    assert encoder.embed_query("relocations").tobytes() == encoder.embed(["relocations"]).tobytes()


def test_the_exported_vectors_are_torchs(folder, encoder):
    description = folder / weights_of(encoder) / "encoder.json"
    assert json.loads(description.read_text("utf-8"))["difference"] < 1e-5


def test_meaning_is_nearer_than_another_subject(encoder):
    asked = encoder.embed_query("How many people were moved to other countries?")
    near, far = encoder.embed(["962 persons were relocated.", "The cod quota was raised."])
    assert asked @ near > asked @ far + 0.2


def test_a_damaged_graph_is_exported_again(folder, encoder, tmp_path):
    shutil.copytree(folder, tmp_path / "encoder")
    graph = tmp_path / "encoder" / weights_of(encoder) / "encoder.onnx.data"
    graph.write_bytes(graph.read_bytes()[:-1] + b"?")
    again = open_encoder(PACKAGED, tmp_path / "encoder")
    assert isinstance(again, OnnxEncoder)
    assert np.abs(again.embed(TEXTS) - encoder.embed(TEXTS)).max() < 1e-6


def test_rounded_to_a_byte_each_the_weights_are_another_encoder_that_says_nearly_the_same(folder, encoder):
    apart = folder.with_name("rounded")
    rounded = open_encoder(PACKAGED, apart, int8=True)
    assert rounded.name == LazyEncoder(PACKAGED, apart, int8=True).name == f"{encoder.name}-int8"
    one, other = rounded.embed(TEXTS[:2]), encoder.embed(TEXTS[:2])
    assert np.einsum("ij,ij->i", one, other).min() > 0.98
    exact, small = (
        next((kept / weights_of(opened)).glob("*.data")).stat().st_size
        for kept, opened in ((folder, encoder), (apart, rounded))
    )
    assert small < exact / 3


def test_the_name_says_model_and_weights(encoder):
    assert encoder.name == LazyEncoder(PACKAGED, Path("nowhere")).name == find_weights(PACKAGED).name
    assert encoder.name.startswith(f"{PACKAGED}@53aa51172d142c89")


def test_an_encoder_that_opens_when_it_is_first_asked_says_the_same(folder, encoder):
    lazy = LazyEncoder(PACKAGED, folder)
    assert lazy.dimensions == encoder.dimensions
    assert lazy.embed(TEXTS[:2]).tobytes() == encoder.embed(TEXTS[:2]).tobytes()
    assert lazy.embed_query(TEXTS[0]).tobytes() == encoder.embed_query(TEXTS[0]).tobytes()


def test_other_weights_than_the_pinned_ones_are_refused(monkeypatch):
    monkeypatch.setitem(PINNED, PACKAGED, "0" * 64)
    with pytest.raises(EncoderUnavailable, match="expected 0000"):
        find_weights(PACKAGED)


def test_weights_in_a_format_that_runs_code_are_refused(tmp_path):
    (tmp_path / "pytorch_model.bin").write_bytes(b"\x80\x02}q\x00.")
    with pytest.raises(EncoderUnavailable, match=r"no model.safetensors"):
        find_weights(str(tmp_path))


def test_prefixes_and_length_are_the_models_own(tmp_path):
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    (tmp_path / "sentence_bert_config.json").write_text('{"max_seq_length": 512}')
    prompts = {"prompts": {"query": "query: ", "passage": "passage: "}}
    (tmp_path / "config_sentence_transformers.json").write_text(json.dumps(prompts))
    weights = find_weights(str(tmp_path))
    assert (weights.longest, weights.query_prefix, weights.passage_prefix) == (512, "query: ", "passage: ")


def test_serving_never_loads_torch(folder, encoder):
    code = (
        "import sys; from pathlib import Path; from index.encoder import open_encoder;"
        f"open_encoder({PACKAGED!r}, Path({str(folder)!r})).embed_query('hello');"
        "print({'torch', 'sentence_transformers', 'onnx'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
