"""What must be understood of questions as people write them, one data file a language."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from assistant.question import Premise, Understanding
from assistant.understanding.understand import understand

FOLDER = Path(__file__).parent
Case = dict[str, Any]


def cases() -> list[Any]:
    return [
        pytest.param(file.stem, case, id=f"{file.stem}: {case['q'][:70]}")
        for file in sorted(FOLDER.glob("??.toml"))
        for case in tomllib.loads(file.read_text("utf-8"))["cases"]
    ]


@pytest.mark.parametrize(("language", "case"), cases())
def test_a_question_is_understood_as_its_file_says(language: str, case: Case) -> None:
    asked = understand(case["q"])
    assert misunderstood(asked, case, language) == {}
    for follow_up in case.get("then", ()):
        asked = understand(follow_up["q"], previous=asked)
        assert misunderstood(asked, follow_up, language) == {}, follow_up["q"]


def misunderstood(asked: Understanding, case: Case, language: str) -> dict[str, tuple[object, object]]:
    """The fields that differ, each with what was expected and what was understood."""
    seen = understood(asked)
    expected = {
        key: value for key, value in {"language": language, **case}.items() if key not in {"q", "then"}
    }
    return {key: (value, seen[key]) for key, value in expected.items() if not agrees(key, value, seen[key])}


def agrees(key: str, expected: object, seen: Any) -> bool:
    if key == "topics":
        return set(str(expected).split()) <= set(seen.split())
    if key == "premises":
        return all(any(set(item.split()) <= set(found.split()) for found in seen) for item in list(expected))
    if key == "carried" and expected:
        return set(str(expected).split()) <= set(seen.split())
    return bool(expected == seen)


def understood(asked: Understanding) -> dict[str, object]:
    words = {
        name: " ".join(str(item) for item in getattr(asked, name))
        for name in ("states", "non_members", "groups", "excluded", "positions", "topics", "dates", "carried")
    }
    return {
        **words,
        "language": asked.language,
        "intent": str(asked.intent),
        "form": str(asked.form),
        "negated": asked.negated,
        "others": asked.others,
        "speaker": asked.speaker,
        "aspect": asked.aspect,
        "refusal": str(asked.refusal) if asked.refusal else None,
        "date_kind": str(asked.date_kind) if asked.date_kind else None,
        "documents": ", ".join(str(document) for document in asked.documents),
        "provisions": ", ".join(str(provision) for provision in asked.provisions),
        "amounts": ", ".join(f"{amount.value} {amount.unit}" for amount in asked.amounts),
        "switches": " ".join(f"{switch.state}:{switch.position}" for switch in asked.switches),
        "premises": [words_of(premise) for premise in asked.premises],
        "parts": " ".join(str(part.intent) for part in asked.parts),
    }


def words_of(premise: Premise) -> str:
    amount = premise.amount and f"{premise.amount.value} {premise.amount.unit}"
    given = (
        premise.kind,
        premise.state,
        premise.position,
        premise.document,
        premise.rule,
        premise.date,
        amount,
    )
    return " ".join(str(value) for value in given if value) + (" negated" if premise.negated else "")
