"""Two questions in one: neither half is dropped, and the second is on what the first is on."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

CASES = tomllib.loads((Path(__file__).parent / "second_halves.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["q"]) for case in CASES])
def test_both_halves_of_a_question_are_answered(dialogue, case: dict[str, Any]) -> None:
    before = None
    for question in case.get("before", ()):
        before = dialogue.ask(question, before=before)
    answer = dialogue.ask(case["q"], language=case["language"], before=before)
    assert [p for p in case["has"] if not re.search(p, answer.text)] == [], answer.text
    assert answer.status == case.get("status", "answered")
