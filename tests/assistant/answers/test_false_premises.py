"""Questions that take an outcome, an approval or an author for granted that the record contradicts."""

import tomllib
from pathlib import Path

import pytest

KINDS = tomllib.loads((Path(__file__).parent / "false_premises.toml").read_text("utf-8"))


def _asked(kind: str) -> list[object]:
    return [pytest.param(*pair, id=pair[1]) for pair in KINDS[kind]["questions"]]


@pytest.mark.parametrize(("language", "question"), _asked("rejected"))
def test_a_rejection_that_never_was_is_corrected(dialogue, language: str, question: str) -> None:
    answer = dialogue.ask(question, language=language)
    assert answer.status == "corrected", answer.text
    assert answer.claims[0].evidence == "stated"


@pytest.mark.parametrize(("language", "question"), _asked("approved"))
def test_a_claimed_figure_is_not_what_the_council_approved(dialogue, language: str, question: str) -> None:
    answer = dialogue.ask(question, language=language)
    assert answer.status == "corrected", answer.text
    assert answer.claims[0].speaker == "ES"


@pytest.mark.parametrize(("language", "question"), _asked("misattributed"))
def test_a_figure_goes_to_the_state_that_names_it(dialogue, language: str, question: str) -> None:
    answer = dialogue.ask(question, language=language)
    assert answer.status == "corrected", answer.text
    assert answer.claims[0].speaker in {"ES", "SK"}


@pytest.mark.parametrize(("language", "question"), _asked("fell"))
def test_a_vote_told_rightly_bears_out_no_result(dialogue, language: str, question: str) -> None:
    answer = dialogue.ask(question, language=language)
    assert answer.status == "corrected", answer.text
    assert answer.claims[0].speaker == "Council"
