"""Who stands together: companions in a supposition, the rest of a group, several positions as one."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from assistant.understanding import companions
from assistant.understanding.state_forms import languages
from assistant.understanding.understand import understand

CASES = tomllib.loads((Path(__file__).parent / "together.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["q"]) for case in CASES["supposed"]])
def test_who_is_joined_to_a_supposed_vote_votes_so_too(case: dict[str, Any]) -> None:
    asked = understand(case["q"], case["language"])
    assert [switch.state for switch in asked.switches] == case["states"]
    assert {switch.position for switch in asked.switches} == {"against"}


@pytest.mark.parametrize("case", [pytest.param(case, id=case["q"]) for case in CASES["rest"]])
def test_the_others_of_a_group_are_those_not_spoken_of_before(case: dict[str, Any]) -> None:
    before = understand(case["before"], case["language"]) if "before" in case else None
    asked = understand(case["q"], case["language"], before)
    last = asked.parts[-1] if asked.parts else asked
    assert set(last.states) == {"EE", "LT"}


def test_the_people_behind_several_positions_are_added_up(dialogue) -> None:
    answer = dialogue.ask(
        "What share of the population do those against and those abstaining represent together?"
    )
    assert "17.34 %" in answer.text


def test_a_score_asked_for_with_the_population_tells_every_side_with_its_share(dialogue) -> None:
    answer = dialogue.ask("What was the final score, with the share of the population?")
    for told in ("20 Member States", "82.66 %", "3.38 %", "13.95 %"):
        assert told in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Quote me the sentence on the majority, word for word.",
        "Give me the exact sentence that says it was adopted.",
    ],
)
def test_the_sentence_on_the_result_is_quoted(dialogue, question: str) -> None:
    answer = dialogue.ask(question)
    assert "De vereiste gekwalificeerde meerderheid is bereikt" in answer.text
    assert answer.status == "answered"


def test_a_count_of_just_the_states_named_claims_nothing_of_the_others(dialogue) -> None:
    answer = dialogue.ask("Spain and Latvia, the two that abstained: for the same reasons?")
    assert answer.status != "corrected"


@pytest.mark.parametrize("kind", ["with", "other"])
def test_every_language_has_words_for_those_who_stand_together(kind: str) -> None:
    data = tomllib.loads(
        (Path(companions.__file__).parent.parent / "data" / "companions.toml").read_text("utf-8")
    )
    assert set(data[kind]) == set(languages())
    assert all(data[kind].values())


@pytest.mark.parametrize("case", [pytest.param(case, id=case["q"]) for case in CASES["told"]])
def test_just_those_who_are_singled_out_are_told_of(dialogue, case: dict[str, Any]) -> None:
    answer = dialogue.ask(case["q"], language=case["language"])
    assert [told for told in case["has"] if told not in answer.text] == [], answer.text
    assert [told for told in case["not"] if told in answer.text] == [], answer.text
