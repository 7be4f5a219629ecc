"""An exported encoder is there after a power cut once it is kept."""

import os

import pytest

from index.encoder import Graph, keep
from tests.stress.disk import Recorder


@pytest.fixture
def recorder(tmp_path):
    recorder = Recorder(tmp_path)
    yield recorder
    for descriptor in recorder.held:
        os.close(descriptor)


def test_an_exported_graph_is_there_after_a_power_cut(recorder, monkeypatch):
    kept, staged = recorder.root / "kept", recorder.root / "kept" / "staged"
    with monkeypatch.context() as patch:
        recorder.watch(patch.setattr)
        os.mkdir(kept)
        os.mkdir(staged)
        for folder in (recorder.root, kept):
            descriptor = os.open(folder, os.O_RDONLY)
            os.fsync(descriptor)
            os.close(descriptor)
        for name in ("encoder.onnx", "encoder.onnx.data"):
            (staged / name).write_bytes(name.encode())
        keep(staged, kept, Graph("w", "g", "d", 0.0))
    left = recorder.after_cut(len(recorder.events))
    assert left["kept/encoder.onnx"] == b"encoder.onnx"
    assert left["kept/encoder.onnx.data"] == b"encoder.onnx.data"
    assert left["kept/encoder.json"].startswith(b"{")
