"""Names in questions: of politicians and officials, and of those who ask."""

import tomllib
from pathlib import Path

import pytest

KINDS = tomllib.loads((Path(__file__).parent / "persons.toml").read_text("utf-8"))


def _asked(kind: str) -> list[object]:
    return [pytest.param(*pair, id=pair[1]) for pair in KINDS[kind]["questions"]]


@pytest.mark.parametrize(("language", "question"), _asked("persons"))
def test_no_vote_or_statement_is_told_of_a_person(dialogue, language: str, question: str) -> None:
    answer = dialogue.ask(question, language=language)
    assert answer.understanding["refusal"] == "person", answer.text


@pytest.mark.parametrize(("language", "question"), _asked("askers"))
def test_the_name_of_the_asker_changes_nothing(dialogue, language: str, question: str) -> None:
    assert dialogue.ask(question, language=language).status == "answered"
