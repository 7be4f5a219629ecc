"""What an abstention counts for is told by the note on it, in every language."""

import tomllib
from pathlib import Path

import pytest

QUESTIONS = tomllib.loads((Path(__file__).parent / "abstention.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", sorted(QUESTIONS))
def test_whether_an_abstention_counts_like_a_no_is_told_by_its_own_note(dialogue, language: str) -> None:
    answer = dialogue.ask(QUESTIONS[language], language=language)
    first, *_ = answer.claims
    assert answer.citations[first.citations[0] - 1].record == "reference-abstention", answer.text
