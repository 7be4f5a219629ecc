"""Kinds of question that were once answered falsely, beside the point or not at all."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

CASES = tomllib.loads((Path(__file__).parent / "hard_questions.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["q"]) for case in CASES])
def test_a_hard_question_is_answered_as_its_file_says(dialogue, case: dict[str, Any]) -> None:
    before = None
    for question in case.get("before", ()):
        before = dialogue.ask(question, before=before)
    answer = dialogue.ask(case["q"], before=before)
    assert [p for p in case.get("has", ()) if not re.search(p, answer.text)] == [], answer.text
    assert [p for p in case.get("not", ()) if re.search(p, answer.text)] == [], answer.text
    assert answer.status == case.get("status", answer.status)
    assert answer.language == case.get("language", answer.language)
    assert answer.understanding["intent"] == case.get("intent", answer.understanding["intent"])
