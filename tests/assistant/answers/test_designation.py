"""Among several acts, the one a question means: by its day, its number, its kind, or as the one before it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from assistant.assistant import Assistant
from assistant.procedures.library import Library
from assistant.question import Understanding
from assistant.understanding import document
from corpus.parse import parse_record
from corpus.readers.reader import read_source

_NOTICES = Path(__file__).parents[2] / "evaluation" / "corpus"
_CASES = tomllib.loads((Path(__file__).parent / "designation.toml").read_text("utf-8"))["case"]


@pytest.fixture(scope="module")
def assistant(dialogue) -> Assistant:
    sources = [read_source(path.read_bytes(), path.name) for path in sorted(_NOTICES.glob("*.txt"))]
    records = (*dialogue.library.records, *map(parse_record, sources))
    return Assistant(Library(records), dialogue.retriever, "d5" * 32)


@pytest.mark.parametrize(
    ("language", "question", "case"),
    [
        pytest.param(language, question, case, id=question)
        for case in _CASES
        for language, questions in case["questions"].items()
        for question in questions
    ],
)
def test_the_act_that_a_question_means_is_the_one_told(
    assistant, language: str, question: str, case: dict[str, Any]
) -> None:
    before: Understanding | None = None
    for asked in question.split(" > "):
        answer = assistant.ask(asked, language=language, previous=before)
        before = document.read(answer.understanding)
    assert answer.status == case.get("status", "answered"), answer.text
    assert [told for told in case.get("has", ()) if told not in answer.text] == [], answer.text
    assert [told for told in case.get("not", ()) if told in answer.text] == [], answer.text
    quotes = [citation.quote for citation in answer.citations]
    assert [told for told in case.get("cited", ()) if not any(told in quote for quote in quotes)] == []
