"""Whatever an act is called in general, the vote on it is meant; what is on something else is not found."""

import tomllib
from pathlib import Path

import pytest

TABLE = tomllib.loads((Path(__file__).parent / "any_act.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", TABLE)
def test_a_general_word_for_an_act_means_the_one_there_is(dialogue, language: str) -> None:
    asked = TABLE[language]
    said = {
        word: dialogue.ask(asked["question"].format(word), language=language).status
        for word in asked["words"]
    }
    assert {word: status for word, status in said.items() if status != "answered"} == {}


def test_a_word_for_another_matter_is_not_taken_for_it(dialogue) -> None:
    assert dialogue.ask("Who voted against the fishing quotas?", language="en").status == "not_found"
