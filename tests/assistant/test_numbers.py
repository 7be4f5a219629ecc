"""No number without its origin: every answer to every question of the tables, number by number."""

import re
import tomllib
from pathlib import Path
from random import Random

import pytest

from assistant import library
from assistant.assistant import Assistant
from corpus.parse import parse_record
from corpus.readers.reader import read_source
from tests.notices.writer import LANGUAGES, random_facts, write

ROOT = Path(__file__).parents[2]
RECORD = ROOT / "corpus" / "records" / "cm-5563-1-25-rev-1.nl.txt"
TABLES = sorted((Path(__file__).parent / "understanding").glob("??.toml"))
NUMBER = re.compile(r"(?<!¶)(?<!\d)\d(?:[\d.,:’\u00a0\u202f\u2009 ]*\d)?")
QUESTIONS = (
    "Give me the tally",
    "How many abstained?",
    "Was the majority reached, and by how much?",
    "Would it have passed without France?",
    "Which states would have turned the result?",
    "What share of the population was in favour?",
    "When did the procedure end?",
    "How many statements were annexed?",
)
SEPARATORS = re.compile(r"[.,:’\u00a0\u202f\u2009 ]+")


class Nothing:
    """A retriever that finds nothing: what is answered rests on the record's structure alone."""

    relevant_from = 0.5

    def search(self, query, *, language, filters, limit):
        return ()

    def listing(self, *, filters, limit, offset):
        return ()


@pytest.fixture(scope="module")
def assistant():
    record = parse_record(read_source(RECORD.read_bytes(), RECORD.name))
    return Assistant(library.Library([record]), Nothing(), "snapshot")


def digits(text):
    """The digits of a number without what its language sets between and around them."""
    return re.sub(r"\D", "", text).strip("0") or "0"


def numbers(text):
    found = NUMBER.findall(text)
    return {digits(number) for number in found} | {
        digits(part) for n in found for part in SEPARATORS.split(n)
    }


def origins(answer, claim):
    """Every number the claim's citations quote, and every number of the answer's computations."""
    quoted = [c.quote + " " + c.document for c in answer.citations if c.n in claim.citations]
    computed = [str(c[key]) for c in answer.computations for key in ("value", "low", "high") if c[key]]
    inputs = [str(item["value"]) for c in answer.computations for item in c["inputs"]]
    return {number for text in (*quoted, *computed, *inputs) for number in numbers(text)}


def orphans(answer):
    """The numbers of an answer that are neither quoted nor computed, each in its claim."""
    for claim in answer.claims:
        known = origins(answer, claim)
        for number in NUMBER.findall(claim.text):
            parts = {digits(part) for part in SEPARATORS.split(number)}
            if digits(number) not in known and not parts <= known:
                yield answer.question, number, claim.text


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_every_number_of_every_answer_is_quoted_or_computed(assistant, table):
    cases = tomllib.loads(table.read_text("utf-8"))["cases"]
    assert [orphan for case in cases for orphan in orphans(assistant.ask(case["q"]))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_holds_of_notices_never_seen(language):
    chance = Random(f"numbers {language}")
    text = write(random_facts(chance, language), chance)
    record = parse_record(read_source(text.encode(), "generated.txt"))
    other = Assistant(library.Library([record]), Nothing(), "snapshot")
    assert [orphan for question in QUESTIONS for orphan in orphans(other.ask(question))] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_every_claim_is_cited_and_every_computed_claim_shows_its_computation(assistant, table):
    for case in tomllib.loads(table.read_text("utf-8"))["cases"]:
        answer = assistant.ask(case["q"])
        shown = {computation["id"] for computation in answer.computations}
        assert all(claim.citations for claim in answer.claims), case["q"]
        assert {claim.computation for claim in answer.claims if claim.computation} <= shown, case["q"]
