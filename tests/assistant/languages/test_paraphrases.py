"""Things to ask, each said in a way of its own: seventy in seventeen languages, numbers in every one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.question import Understanding
from assistant.understanding.understand import understand

FOLDER = Path(__file__).parent / "paraphrases"
LANGUAGES = sorted(file.stem for file in FOLDER.glob("??.txt"))


def rows(language: str) -> Iterator[tuple[dict[str, str], str]]:
    """What must be understood ("intent=tally/position_list; positions=for") and the question."""
    for line in (FOLDER / f"{language}.txt").read_text("utf-8").splitlines():
        expected, _, question = line.partition(" | ")
        yield dict(part.split("=", 1) for part in expected.split("; ")), question


def is_as_expected(asked: Understanding, expected: dict[str, str], language: str) -> bool:
    seen = {
        "intent": {str(asked.intent)},
        "refusal": {str(asked.refusal)},
        "negated": {str(asked.negated)},
        "states": {" ".join(sorted(asked.states))},
        "positions": {" ".join(sorted(asked.positions))},
        "switches": {" ".join(f"{switch.state}:{switch.position}" for switch in asked.switches)},
    }
    wanted = {key: set(value.split("/")) for key, value in expected.items()}
    wanted |= {
        key: {" ".join(sorted(expected[key].split()))} for key in ("states", "positions") if key in expected
    }
    return asked.language == language and all(seen[key] & wanted[key] for key in wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paraphrase_is_understood_as_what_it_says(language: str) -> None:
    misunderstood = [
        question
        for expected, question in rows(language)
        for asked in [understand(question, language)]
        if not any(is_as_expected(part, expected, language) for part in asked.parts or (asked,))
    ]
    assert misunderstood == []
