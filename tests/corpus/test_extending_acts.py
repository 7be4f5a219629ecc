"""An act that extends something: what it extends is not taken for the deadline of its own procedure."""

import tomllib
from pathlib import Path

import pytest

from corpus.contract import contract_of
from corpus.parse import parse_record
from corpus.readers.reader import read_source

NOTICES = tomllib.loads((Path(__file__).parent / "extending_acts.toml").read_text("utf-8"))["notice"]


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice["language"])
def test_a_procedure_that_ended_is_not_extended_by_what_its_act_extends(notice: dict[str, str]) -> None:
    read = contract_of(parse_record(read_source(notice["text"].encode(), "notice.txt")))
    (act,) = read["acts"]
    assert (read["end"], read["closed_at"]) == ("concluded", "2026-03-06T12:00:00+01:00")
    assert read["extended_to"] is None
    assert (act["against"], act["remainder"], act["adopted"]) == (["HU"], "for", True)
