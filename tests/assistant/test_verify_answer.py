"""A saved answer is verified by one file that trusts nobody: what was changed shows, what was not holds."""

import copy
import json
import random
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from assistant import verify_answer
from tests.stress.mutations import leaves

LINES = 150
PROGRAM = Path(verify_answer.__file__)
TEXTS = {"r-1": "Spain – relocations: 962 of 30 000 — “quoted” ✓\n\nHungary voted against.", "r-2": "Ω" * 40}


def citation(n: int, record: str, start: int, end: int) -> dict[str, object]:
    quote = TEXTS[record][start:end]
    return {
        "n": n,
        "key": f"R {record}:notice¶{n}",
        "record": record,
        "document": f"R {record}",
        "start": start,
        "end": end,
        "quote": quote,
        "quote_sha256": sha256(quote.encode()).hexdigest(),
        "url": f"/records/{record}#c{start}-{end}",
    }


def claim(
    text: str, evidence: str, citations: list[int], computation: str | None = None
) -> dict[str, object]:
    return {"text": text, "evidence": evidence, "citations": citations, "computation": computation}


@pytest.fixture
def answer() -> dict[str, object]:
    inputs = [
        {"label": "a", "value": "962", "unit": "relocation", "citation": 1},
        {"label": "b", "value": "30000", "unit": "relocation", "citation": 2},
    ]
    coverage = {"id": "coverage", "label": "coverage", "value": "0.0321", "unit": "ratio"}
    document: dict[str, object] = {
        "question": "How many?",
        "language": "en",
        "understanding": {"intent": "figure", "states": ["ES"]},
        "text": "962 of 30,000, according to Spain. [1][2] That is 3.21 %. [1]",
        "claims": [
            claim("962 of 30,000", "claimed", [1, 2]),
            claim("3.21 %", "computed", [1], "coverage"),
            claim("Hungary", "stated", [3]),
        ],
        "citations": [citation(1, "r-1", 21, 24), citation(2, "r-1", 28, 34), citation(3, "r-1", 49, 71)],
        "computations": [{**coverage, "formula": "962 / 30000", "inputs": inputs}],
        "tally": None,
        "follow_ups": ["Who?"],
        "permalink": "/a/x",
    }
    return {**document, verify_answer.SEAL: verify_answer.seal_of(document)}


def problems(answer: dict[str, object]) -> list[tuple[str, str]]:
    return list(verify_answer.problems_of(answer, TEXTS.get))


def resealed(answer: dict[str, object]) -> dict[str, object]:
    return {**answer, verify_answer.SEAL: verify_answer.seal_of(answer)}


def mutated(answer: dict[str, object], rng: random.Random) -> dict[str, object]:
    """The answer with one leaf changed: a character swapped, dropped or added, a number moved."""
    changed = copy.deepcopy(answer)
    path, value = rng.choice(list(leaves(answer)))
    holder: object = changed
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = other(value, rng)
    return changed


def other(value: object, rng: random.Random) -> object:
    if isinstance(value, bool) or value is None:
        return "x"
    if isinstance(value, int):
        return value + rng.choice([-1, 1, 7])
    text = str(value)
    at = rng.randrange(len(text) + 1)
    kind = rng.randrange(3)
    if kind == 0 or not text:
        return text[:at] + rng.choice("aZ5 ☃") + text[at:]
    at = rng.randrange(len(text))
    return text[:at] + ("" if kind == 1 else chr(ord(text[at]) ^ 1)) + text[at + 1 :]


def test_an_answer_as_it_was_given_holds(answer):
    assert problems(answer) == []


def test_an_answer_holds_whatever_the_order_of_its_fields(answer):
    assert problems(dict(reversed(answer.items()))) == []


@pytest.mark.parametrize("seed", range(10))
def test_of_a_thousand_mutations_each_one_shows(answer, seed):
    rng = random.Random(seed)
    for _ in range(100):
        changed = mutated(answer, rng)
        assert problems(changed), changed


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        (("citations", 0, "start"), 20, "the span moved"),
        (("citations", 0, "end"), 9999, "the span runs past the end"),
        (("citations", 0, "quote"), "963", "a digit of the quotation"),
        (("citations", 0, "quote_sha256"), "0" * 64, "the hash"),
        (("citations", 0, "record"), "r-2", "another record"),
        (("citations", 0, "record"), "r-9", "a record that is not there"),
        (("citations", 0, "url"), "/records/r-2#c1-2", "the address"),
        (("citations", 0, "n"), 2, "the number"),
        (("citations", 0, "key"), "X 1:notice¶1", "the key"),
        (("computations", 0, "formula"), "963 / 30000 * 1.1", "the formula"),
        (("computations", 0, "formula"), "__import__('os')", "a formula that is a program"),
        (("computations", 0, "formula"), "1 / 0", "a formula without a value"),
        (("computations", 0, "value"), "0.0421", "the result"),
        (("computations", 0, "inputs", 0, "value"), "963", "an input that is not in its quotation"),
        (("claims", 0, "citations"), [], "a claim without a citation"),
        (("claims", 0, "citations"), [4], "a citation that is not there"),
        (("claims", 0, "evidence"), "certain", "a kind of evidence there is not"),
        (("claims", 1, "computation"), "other", "a computation that is not there"),
        (("text",), "962. [7]", "a number in the text that is no citation"),
    ],
)
def test_a_change_shows_even_where_the_seal_was_made_anew(answer, path, value, reason):
    holder: object = answer
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    assert problems(resealed(answer)), reason


def test_the_program_is_short_and_needs_only_the_standard_library(answer, tmp_path):
    assert len(PROGRAM.read_text("utf-8").splitlines()) <= LINES
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_bytes(text.encode())
    saved = tmp_path / "answer.json"
    command = [sys.executable, "-I", "-S", str(PROGRAM), str(saved), str(tmp_path)]
    saved.write_text(json.dumps(answer), "utf-8")
    held = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (held.returncode, held.stdout.splitlines()[-1][:5]) == (0, "holds")
    answer["text"] = "963"
    saved.write_text(json.dumps(answer), "utf-8")
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1


@pytest.mark.parametrize(
    ("formula", "value"),
    [("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("-4 / 8", "-1/2"), ("0.1 + 0.2", "3/10"), ("30000 - 962", 29038)],
)
def test_a_formula_is_computed_exactly(formula, value):
    assert verify_answer.evaluated(formula) == verify_answer.Fraction(value)


@pytest.mark.parametrize(
    "formula", ["2 ** 9999999", "a + 1", "f(1)", "True", "'1'", "", "1 if 1 else 2", "[1]", "1j"]
)
def test_what_is_more_than_arithmetic_is_not_computed(formula):
    with pytest.raises((ValueError, SyntaxError)):
        verify_answer.evaluated(formula)
