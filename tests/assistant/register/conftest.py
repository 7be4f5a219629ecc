"""A register in a folder of its own, and one that looks at the same folder anew."""

import pytest

from assistant.keeping.register import Register
from assistant.settings import Settings


@pytest.fixture
def open_register(tmp_path, toy_embedder):
    def opened(patience=60.0):
        return Register(Settings(data=tmp_path), embedder=toy_embedder, patience=patience)

    return opened


@pytest.fixture
def register(open_register):
    return open_register()
