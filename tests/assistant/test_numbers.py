"""No number without its origin: every answer to every question of the tables, number by number."""

import tomllib
from pathlib import Path
from random import Random

import pytest

from assistant.answer import States
from assistant.assistant import Assistant
from assistant.evaluation.origin import numbers_without_origin
from assistant.procedures import library
from assistant.wording.catalogue import catalogue, languages
from assistant.wording.phrase import fill
from corpus.parse import parse_record
from corpus.readers.reader import read_source
from tests.assistant.no_search import NoSearch
from tests.notices.writer import LANGUAGES, random_facts, write

ROOT = Path(__file__).parents[2]
RECORD = ROOT / "corpus" / "records" / "cm-5563-1-25-rev-1.nl.txt"
TABLES = sorted((Path(__file__).parent / "understanding").glob("??.toml"))
QUESTIONS = (
    "Give me the tally",
    "How many abstained?",
    "Was the majority reached, and by how much?",
    "Would it have passed without France?",
    "Which states would have turned the result?",
    "What share of the population was in favour?",
    "When did the procedure end?",
    "How many statements were annexed?",
    "Could six states block?",
    "What is the voting power of Poland?",
    "Which is the smallest state that voted in favour?",
    "What share of what was expected is there?",
)


@pytest.fixture(scope="module")
def assistant():
    record = parse_record(read_source(RECORD.read_bytes(), RECORD.name))
    return Assistant(library.Library([record]), NoSearch(), "snapshot")


def orphans(answer):
    """The numbers of an answer that are neither quoted nor computed, each in its claim."""
    return [(answer.question, *pair) for pair in numbers_without_origin(answer)]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_every_number_of_every_answer_is_quoted_or_computed(assistant, table):
    cases = tomllib.loads(table.read_text("utf-8"))["cases"]
    assert [orphan for case in cases for orphan in orphans(assistant.ask(case["q"]))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_holds_of_notices_never_seen(language):
    chance = Random(f"numbers {language}")
    text = write(random_facts(chance, language), chance)
    record = parse_record(read_source(text.encode(), "generated.txt"))
    other = Assistant(library.Library([record]), NoSearch(), "snapshot")
    assert [orphan for question in QUESTIONS for orphan in orphans(other.ask(question))] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_every_claim_is_cited_and_every_computed_claim_shows_its_computation(assistant, table):
    for case in tomllib.loads(table.read_text("utf-8"))["cases"]:
        answer = assistant.ask(case["q"])
        shown = {computation["id"] for computation in answer.computations}
        assert all(claim.citations for claim in answer.claims), case["q"]
        assert {claim.computation for claim in answer.claims if claim.computation} <= shown, case["q"]


@pytest.mark.parametrize("language", languages())
def test_every_question_that_an_answer_offers_next_is_answered_with_founded_numbers(assistant, language):
    words = catalogue(language)
    offered = [key for key in words.patterns if key.startswith("ask.")]
    questions = [fill(words, key, {"states": States(("HU",))}) for key in offered]
    assert [orphan for q in questions for orphan in orphans(assistant.ask(q, language=language))] == []
