"""No set of questions scores below its floor: the shares of right answers that were once reached.

Floors (``floors.toml``) are raised as scores rise. An untouched set has one floor for all languages
together, so that nobody needs to look at its failures.
"""

import tomllib
from pathlib import Path

import pytest

from assistant.evaluation import examination, scoring
from assistant.evaluation.examination import Examination
from assistant.evaluation.report import report
from assistant.settings import Settings
from corpus.member_state import find_states

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))


def states_named(text: str, language: str) -> list[str]:
    return [mention.state for mention in find_states(text, language)]


@pytest.fixture(scope="module")
def examined(tmp_path_factory: pytest.TempPathFactory) -> Examination:
    data = tmp_path_factory.mktemp("data")
    return examination.examine(HERE, Settings(data=data), find_states=states_named)


def test_no_set_scores_below_its_floor(examined: Examination) -> None:
    below = {}
    for name, floors in FLOORS.items():
        for language, floor in floors.items():
            asked = [
                result
                for result in examined.results_by_set[name]
                if language in {result.gold.language, "all"}
            ]
            share = scoring.score_of(name, asked).share
            if share < floor:
                below[f"{name} {language}"] = f"{share:.3f} < {floor}"
    assert below == {}


def test_no_number_of_any_answer_is_without_an_origin(examined: Examination) -> None:
    assert {r.gold.id: r.unfounded for r in examined.tuned if r.unfounded} == {}
    assert sum(bool(result.unfounded) for result in examined.untouched) == 0


def test_nothing_is_said_of_the_world_where_nothing_may_be(examined: Examination) -> None:
    wrong = sum(result.is_false_answer for result in examined.results)
    assert wrong / len(examined.results) <= 0.01


def test_every_quotation_of_every_answer_is_verbatim(examined: Examination) -> None:
    broken = [failure for result in examined.results for failure in result.failures if "hash" in failure]
    assert broken == []


def test_the_report_shows_the_tuned_set_beside_the_untouched_one(examined: Examination) -> None:
    text = report(examined)
    assert "untouched" in text
    assert not any(result.gold.id in text for result in examined.untouched)


def test_no_question_is_asked_twice() -> None:
    ids = [question.id for each in examination.SETS for question in examination.questions_of(HERE, each)]
    assert len(set(ids)) == len(ids)


def test_every_folder_of_questions_is_asked() -> None:
    folders = {file.parent.name for file in HERE.glob("*/*.jsonl")}
    assert folders <= {each.folder for each in examination.SETS}
