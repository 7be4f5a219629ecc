"""Each shipped record, read whole, is the one in its golden file.

ROLLCALL_UPDATE_GOLDEN=1 writes the golden files anew; the change is then read in review.
"""

import json
import os
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

import pytest

from corpus.contract import contract_of
from corpus.gloss_file import glosses_of
from corpus.identifiers import DocumentNumber, ProcedureReference, Provision
from corpus.model import Record
from corpus.parse import parse_record
from corpus.readers.reader import read_source
from corpus.text import SourceText, Span

GOLDEN = Path(__file__).parent / "golden"
RECORDS = Path(__file__).parents[2] / "corpus" / "records"
SHIPPED = sorted(RECORDS.glob("*.txt"))
GLOSSED = [file for file in SHIPPED if file.with_suffix(".glosses.toml").exists()]
FIRST = RECORDS / "cm-5563-1-25-rev-1.nl.txt"


def read(file: Path) -> Record:
    source = read_source(file.read_bytes(), file.name)
    return parse_record(source, glosses=glosses_of(source.provenance.sha256))


def shown(value: object, text: str) -> object:
    """A value as the golden file shows it: every span with the words it quotes."""
    if isinstance(value, Span):
        return f"{value.start}–{value.end} {text[value.start : value.end]}"
    if isinstance(value, DocumentNumber | ProcedureReference | Provision | Decimal):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, SourceText):
        return value.sha256
    if isinstance(value, tuple):
        return [shown(each, text) for each in value]
    if is_dataclass(value):
        return {f.name: shown(getattr(value, f.name), text) for f in fields(value) if f.name != "glosses"}
    return value


def spans_in(value: object) -> list[Span]:
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [span for each in value for span in spans_in(each)]
    if is_dataclass(value):
        return [span for f in fields(value) for span in spans_in(getattr(value, f.name))]
    return []


@pytest.mark.parametrize("file", SHIPPED, ids=lambda f: f.stem)
def test_a_shipped_record_is_read_as_its_golden_file_says(file: Path) -> None:
    record = read(file)
    found = {"said": contract_of(record), "record": shown(record, record.source.text)}
    golden = GOLDEN / f"{file.stem}.json"
    written = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("ROLLCALL_UPDATE_GOLDEN"):
        golden.write_text(written, "utf-8")
    assert written == golden.read_text("utf-8")


@pytest.mark.parametrize("file", SHIPPED, ids=lambda f: f.stem)
def test_every_span_of_a_record_quotes_its_source_and_is_not_empty(file: Path) -> None:
    record = read(file)
    assert all(record.source.quote(span).strip() for span in spans_in(record))


@pytest.mark.parametrize("file", SHIPPED, ids=lambda f: f.stem)
def test_the_sentences_of_a_paragraph_are_its_text_cut_into_pieces(file: Path) -> None:
    record = read(file)
    paragraphs = (*record.notice.paragraphs, *(p for s in record.statements for p in s.paragraphs))
    for paragraph in paragraphs:
        assert "".join(record.source.quote(s) for s in paragraph.sentences) == record.source.quote(
            paragraph.span
        )


@pytest.mark.parametrize("file", GLOSSED, ids=lambda f: f.stem)
def test_every_paragraph_of_a_record_with_glosses_has_one_and_no_gloss_stands_alone(file: Path) -> None:
    record = read(file)
    parts = [("notice", record.notice.paragraphs), *((s.part, s.paragraphs) for s in record.statements)]
    paragraphs = {(part, paragraph.label) for part, found in parts for paragraph in found}
    assert {(gloss.part, gloss.label) for gloss in record.glosses} == paragraphs


def test_the_figure_that_a_page_break_cuts_off_is_in_one_sentence_with_its_beginning() -> None:
    spain = next(s for s in read(FIRST).statements if s.speakers == ("ES",))
    figure = next(f for f in spain.figures if f.value == 962)
    sentence = read(FIRST).source.quote(figure.sentence)
    assert sentence.startswith("Als gevolg daarvan bedraagt de\n\ndaadwerkelijke solidariteit 962")
    assert sentence.endswith("waren vastgesteld.")


def test_spain_reports_the_commission_for_the_needs_and_not_for_the_actual_solidarity() -> None:
    spain = next(s for s in read(FIRST).statements if s.speakers == ("ES",))
    reported = {(str(f.value), f.unit): f.reports for f in spain.figures}
    assert reported == {
        ("30000", "relocation"): "Commission",
        ("600000000", "EUR"): "Commission",
        ("962", "relocation"): None,
        ("74660000", "EUR"): None,
        ("42", "percent"): None,
    }


def test_cannot_support_but_abstains_declares_an_abstention() -> None:
    declared = {d.state: d.position for s in read(FIRST).statements for d in s.declared}
    assert declared == {"LV": "abstention", "SK": "against", "ES": "abstention"}
