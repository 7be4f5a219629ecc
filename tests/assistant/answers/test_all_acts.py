"""Asked of no act in particular, among several: those that the question singles out, and no other."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from assistant.assistant import Assistant
from assistant.procedures.library import Library
from corpus.parse import parse_record
from corpus.readers.reader import read_source

_NOTICES = Path(__file__).parents[2] / "evaluation" / "corpus"
_CASES = tomllib.loads((Path(__file__).parent / "all_acts.toml").read_text("utf-8"))["case"]


@pytest.fixture(scope="module")
def assistant(dialogue) -> Assistant:
    """An assistant over the notices of the evaluation alone."""
    sources = [read_source(path.read_bytes(), path.name) for path in sorted(_NOTICES.glob("*.txt"))]
    return Assistant(Library([parse_record(source) for source in sources]), dialogue.retriever, "a1" * 32)


@pytest.mark.parametrize(
    ("language", "question", "case"),
    [
        pytest.param(language, question, case, id=question)
        for case in _CASES
        for language, questions in case["questions"].items()
        for question in questions
    ],
)
def test_of_all_acts_those_are_told_that_a_question_singles_out(
    assistant, language: str, question: str, case: dict[str, Any]
) -> None:
    answer = assistant.ask(question, language=language)
    assert [told for told in case["has"] if told not in answer.text] == [], answer.text
    assert [told for told in case.get("not", ()) if told in answer.text] == [], answer.text
    quotes = [citation.quote for citation in answer.citations]
    assert [told for told in case.get("cited", ()) if not any(told in quote for quote in quotes)] == []
