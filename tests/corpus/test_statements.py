"""What a statement declares, and which figures it claims: tables of small cases, in each language."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from corpus.figures import number_of
from corpus.model import Provenance, Record
from corpus.parse import parse_record
from corpus.readers.source import ReadSource
from corpus.text import SourceText

PERSONS_AND_EUROS = [("1200", "person", "at_least"), ("3500000", "EUR", None)]
CLAUSES = Path(__file__).parent / "clauses"
FRAMES = json.loads((CLAUSES / "frame.json").read_text("utf-8"))


def record_of(language: str, statement: str, heading: str | None = None) -> Record:
    frame = FRAMES[language]
    text = "\n\n".join(
        ("14.3.2025", "CM 2011/25", frame["subject"], frame["body"], heading or frame["heading"], statement)
    )
    return parse_record(ReadSource(SourceText(text), Provenance("made.txt", "text/plain", "0")))


def rows() -> list[list[str]]:
    lines = (CLAUSES / "declared.tsv").read_text("utf-8").splitlines()
    return [line.split(" :: ") for line in lines if " :: " in line and not line.startswith("#")]


@pytest.mark.parametrize(("language", "declared", "text"), rows())
def test_a_statement_declares_the_position_it_announces_for_its_own_author(
    language: str, declared: str, text: str
) -> None:
    (statement,) = record_of(language, text).statements
    assert statement.speakers == ("HU",)
    assert ",".join(d.position for d in statement.declared) == ("" if declared == "none" else declared)


@pytest.mark.parametrize(
    ("heading", "speakers"),
    [
        ("Statement by Austria, Hungary and Slovakia", ("AT", "HU", "SK")),
        ("JOINT STATEMENT BY THE CZECH REPUBLIC AND THE NETHERLANDS", ("CZ", "NL")),
        ("Statement by the Hungarian delegation for the Council minutes", ("HU",)),
        ("Statement by the Commission", ("Commission",)),
        ("Declaration by Latvia on the relocation of persons from Italy", ("LV",)),
        ("Hungary's statement", ("HU",)),
    ],
)
def test_the_heading_names_the_speakers_and_not_the_states_it_is_about(
    heading: str, speakers: tuple[str, ...]
) -> None:
    (statement,) = record_of("en", "The text is noted.", heading).statements
    assert statement.speakers == speakers


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        ("en", "More than 1 200 persons and EUR 3.5 million.", PERSONS_AND_EUROS),
        ("en", "about 42 % of 12,500 persons", [("42", "percent", "about"), ("12500", "person", None)]),
        ("de", "Mehr als 1 200 Personen und 3,5 Mio. EUR.", PERSONS_AND_EUROS),
        ("fr", "Plus de 1 200 personnes et 3,5 millions d'euros.", PERSONS_AND_EUROS),
        ("nl", "Artikel 12 van 2024 noemt 962 herplaatsingen.", [("962", "relocation", None)]),
        ("pl", "Ponad 1 200 osób i 3,5 mln EUR.", PERSONS_AND_EUROS),
    ],
)  # fmt: skip
def test_a_figure_is_a_number_with_a_unit_and_its_hedge(
    language: str, text: str, figures: list[tuple[str, str, str | None]]
) -> None:
    (statement,) = record_of(language, text).statements
    assert [(str(f.value), f.unit, f.bound) for f in statement.figures] == figures
    assert {f.claimant for f in statement.figures} == {"HU"}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("30 000", "30000"),
        ("74,66", "74.66"),
        ("74.66", "74.66"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("12,500", "12500"),
        ("0,125", "0.125"),
        ("1 234 567", "1234567"),
        ("42", "42"),
    ],
)
def test_a_number_is_read_as_the_union_writes_it(written: str, value: str) -> None:
    assert number_of(written) == Decimal(value)
