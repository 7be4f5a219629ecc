"""The whole act asked about in idioms of every language: did it pass, what did that take, who carried it."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

_CASES = tomllib.loads((Path(__file__).parent / "whole_act.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize(
    ("language", "case"),
    [
        pytest.param(language, case, id=f"{language}: {case['why']}")
        for case in _CASES
        for language in case["questions"]
    ],
)
def test_an_idiom_about_the_whole_act_is_answered_with_what_the_notice_says(
    dialogue, language: str, case: dict[str, Any]
) -> None:
    for question in case["questions"][language]:
        answer = dialogue.assistant.ask(question, language=language)
        quotes = " ".join(citation.quote for citation in answer.citations)
        assert re.search(case["cites"], quotes), (question, answer.text)
        assert answer.understanding["intent"] == case.get("intent", answer.understanding["intent"]), question
