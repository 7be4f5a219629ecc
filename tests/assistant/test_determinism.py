"""The same records and the same question give the same bytes, whatever the process."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys, importlib.util
from pathlib import Path
spec = importlib.util.spec_from_file_location("toys", "tests/conftest.py")
toys = importlib.util.module_from_spec(spec)
spec.loader.exec_module(toys)
from assistant.keeping.register import Register
from assistant.settings import Settings
from index.hit import Filters
register = Register(Settings(data=Path(sys.argv[1])), embedder=toys.ToyEmbedder())
snapshot = register._current().snapshot
print(snapshot.id)
asked = (("Who fears a precedent?", "en"), ("Hoeveel herplaatsingen?", "nl"), ("Quem votou?", "pt"))
for question, language in asked:
    for hit in snapshot.retriever.search(question, language=language, filters=Filters(), limit=50):
        print(hit.passage.key, hit.score, hit.relevance)
"""


def said_with(seed, folder):
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder)],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


def test_snapshot_and_hits_do_not_depend_on_the_hash_seed(tmp_path):
    said = {said_with(seed, tmp_path / str(seed)) for seed in (0, 1, 4711)}
    assert len(said) == 1
    assert len(said.pop().splitlines()) > 50


def test_a_snapshot_read_back_says_what_the_one_just_built_said(tmp_path):
    assert said_with(0, tmp_path) == said_with(1, tmp_path)
