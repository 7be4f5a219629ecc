"""Whole notices, hand-written, each a form of its own; and texts that are none.

The golden beside each was read against the text. ROLLCALL_UPDATE_GOLDEN=1 writes them anew.
"""

import json
import os
from pathlib import Path

import pytest

from corpus.contract import contract_of
from corpus.errors import NotANotice
from corpus.parse import parse_record
from corpus.readers.reader import read_source

HERE = Path(__file__).parent
WHOLE = sorted((HERE / "whole").glob("*.txt"))
REFUSED = {
    "noresult": "noresult.txt: no result is stated, after the header; "
    "expected the notice that ends a written procedure",
    "opening": "opening.txt: the notice opens a procedure, in the body; "
    "expected the notice that ends a written procedure",
    "recipe": "recipe.txt: no document number, in the header; "
    "expected the number of a Council notice such as 'CM 5563/1/25 REV 1'",
    "recipe2": "recipe2.txt: no result is stated, after the header; "
    "expected the notice that ends a written procedure",
}


@pytest.mark.parametrize("file", WHOLE, ids=lambda f: f.stem)
def test_a_whole_notice_says_what_its_golden_says(file: Path) -> None:
    found = contract_of(parse_record(read_source(file.read_bytes(), file.name)))
    written = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    golden = file.with_suffix(".json")
    if os.environ.get("ROLLCALL_UPDATE_GOLDEN"):
        golden.write_text(written, "utf-8")
    assert written == golden.read_text("utf-8")


@pytest.mark.parametrize(("name", "line"), REFUSED.items())
def test_what_is_no_notice_is_refused_in_one_line(name: str, line: str) -> None:
    file = HERE / "refused" / f"{name}.txt"
    with pytest.raises(NotANotice) as refusal:
        parse_record(read_source(file.read_bytes(), file.name))
    assert str(refusal.value) == line


@pytest.mark.parametrize("file", sorted((HERE / "refused").glob("opening-*.txt")), ids=lambda file: file.stem)
def test_a_notice_that_opens_a_procedure_is_refused_whatever_votes_it_announces(file: Path) -> None:
    with pytest.raises(NotANotice, match=r"opens a procedure|no result is stated"):
        parse_record(read_source(file.read_bytes(), file.name))
