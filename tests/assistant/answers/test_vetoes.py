"""What may look unanswerable and is not, and what is told where the words are not known."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

CASES = tomllib.loads((Path(__file__).parent / "vetoes.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["q"]) for case in CASES])
def test_a_question_is_refused_only_on_strong_evidence(dialogue, case: dict[str, Any]) -> None:
    answer = dialogue.ask(case["q"])
    assert [p for p in case.get("has", ()) if not re.search(p, answer.text)] == [], answer.text
    assert [p for p in case.get("not", ()) if re.search(p, answer.text)] == [], answer.text
    assert answer.status == case.get("status", answer.status)
