"""The same questions in every official language: each must be understood alike."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assistant.understanding.understand import understand

FOLDER = Path(__file__).parent
QUESTIONS = FOLDER / "questions"
LANGUAGES = sorted(file.stem for file in QUESTIONS.glob("??.toml"))
Table = dict[str, Any]


@cache
def gold() -> Table:
    """What must be understood, by the name of the question."""
    return tomllib.loads((FOLDER / "gold.toml").read_text("utf-8"))


@cache
def questions(language: str) -> Table:
    """The questions of one language, by name."""
    return tomllib.loads((QUESTIONS / f"{language}.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_asks_every_question(language: str) -> None:
    assert list(questions(language)) == list(gold())


@pytest.mark.parametrize("name", gold())
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_is_understood_alike_in_every_language(language: str, name: str) -> None:
    asked = understand(questions(language)[name])
    seen = {
        "language": asked.language,
        "intent": str(asked.intent),
        "form": str(asked.form),
        "states": " ".join(asked.states),
        "positions": " ".join(map(str, asked.positions)),
        "negated": asked.negated,
        "aspect": asked.aspect,
        "date_kind": str(asked.date_kind),
        "refusal": str(asked.refusal),
        "switches": " ".join(f"{switch.state}:{switch.position}" for switch in asked.switches),
    }
    expected = {"language": language} | {key: value for key, value in gold()[name].items() if key != "topics"}
    assert {key: seen[key] for key in expected} == expected
    assert set(gold()[name].get("topics", "").split()) <= set(asked.topics)
