"""What is asked of a detail is among what is said, whatever language it is asked in."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

CASES = tomllib.loads((Path(__file__).parent / "details.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["q"]) for case in CASES])
def test_a_detail_that_is_asked_for_is_told_and_cited(dialogue, case: dict[str, Any]) -> None:
    answer = dialogue.ask(case["q"], language=case["language"])
    quotes = [citation.quote for citation in answer.citations]
    assert [p for p in case.get("has", ()) if not re.search(p, answer.text)] == [], answer.text
    assert [p for p in case.get("not", ()) if re.search(p, answer.text)] == [], answer.text
    assert [words for words in case.get("cites", ()) if not any(words in quote for quote in quotes)] == []
    assert answer.status == case.get("status", answer.status)
