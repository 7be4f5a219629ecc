"""A collection in the BEIR layout is searched and scored."""

import json
import tempfile
from pathlib import Path

import pytest

from assistant.evaluation.collection import evaluate_collection
from assistant.settings import Settings


@pytest.fixture
def folder(tmp_path):
    corpus = {
        "d1": ("Fisheries", "The cod quota was raised. Fishermen are glad."),
        "d2": ("Asylum", "Relocations were counted. There were 962 of them."),
        "d3": ("", "Gas stocks are full."),
    }
    entries = [{"_id": id_, "title": title, "text": text} for id_, (title, text) in corpus.items()]
    (tmp_path / "corpus.jsonl").write_text("\n".join(map(json.dumps, entries)))
    queries = {"q1": "how many relocations?", "q2": "cod quota", "q3": "nobody graded this"}
    (tmp_path / "queries.jsonl").write_text(
        "\n".join(json.dumps({"_id": k, "text": v}) for k, v in queries.items())
    )
    (tmp_path / "qrels").mkdir()
    (tmp_path / "qrels" / "test.tsv").write_text(
        "query-id\tcorpus-id\tscore\nq1\td2\t1\nq2\td1\t1\nq2\td3\t0\n"
    )
    return tmp_path


def test_every_graded_question_is_scored_and_no_other(folder):
    settings = Settings(data=Path(tempfile.gettempdir()) / "rollcall-test")
    scores = evaluate_collection(folder, settings)
    assert (scores.questions, scores.documents) == (2, 3)
    assert scores.recall_at_1 == scores.recall_at_5 == scores.mrr_at_10 == scores.ndcg_at_10 == 1.0


def test_a_folder_without_a_collection_is_said_to_be_none(tmp_path):
    with pytest.raises(OSError, match=r"corpus\.jsonl"):
        evaluate_collection(tmp_path, Settings(data=tmp_path))
