"""The shipped record as a library, with our renderings of it."""

from pathlib import Path

import pytest

from assistant.procedures.library import Library
from corpus.gloss_file import glosses_of
from corpus.parse import parse_record
from corpus.readers.reader import read_source

FILE = Path(__file__).parents[3] / "corpus" / "records" / "cm-5563-1-25-rev-1.nl.txt"


@pytest.fixture(scope="session")
def library() -> Library:
    source = read_source(FILE.read_bytes(), FILE.name)
    return Library([parse_record(source, glosses=glosses_of(source.provenance.sha256))])
