"""What a state says: retrieval within its statement."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

CASES = tomllib.loads((Path(__file__).parent / "views.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["q"]) for case in CASES])
def test_views_are_answered_with_the_sentences_pointed_at_the_nearest_first(
    dialogue, case: dict[str, Any]
) -> None:
    before = None
    for question in case.get("before", ()):
        before = dialogue.ask(question, before=before)
    answer = dialogue.ask(case["q"], before=before)
    assert re.search(case.get("first", ""), answer.claims[0].text), answer.text
    assert [p for p in case.get("has", ()) if not re.search(p, answer.text)] == [], answer.text
    assert [p for p in case.get("not", ()) if re.search(p, answer.text)] == [], answer.text
