"""A generation's facts are a SQLite file that any tool can open."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from corpus.parse import parse_record
from corpus.readers.reader import read_source
from index.facts import facts_file

NOTICE = Path(__file__).parents[2] / "corpus" / "records" / "cm-5563-1-25-rev-1.nl.txt"


@pytest.fixture(scope="module")
def record():
    return parse_record(read_source(NOTICE.read_bytes(), NOTICE.name))


@pytest.fixture
def ask(record, tmp_path):
    file = tmp_path / "facts.sqlite"
    file.write_bytes(facts_file((record,), {record.id: ("2025-0357-nle",)}))

    def asked(query, *values):
        with closing(sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)) as facts:
            return facts.execute(query, values).fetchall()

    return asked


def test_who_voted_how_is_a_query(ask):
    assert ask("SELECT state FROM position WHERE position = 'against' ORDER BY rowid") == [("HU",), ("SK",)]
    assert ask("SELECT remainder, majority_rule, adopted FROM act") == [("for", "qualified", 1)]


def test_a_figure_stands_with_its_claimant_and_the_span_that_says_it(ask, record):
    ((value, claimant, start, end),) = ask(
        'SELECT value, claimant, "start", "end" FROM figure WHERE unit = ? AND value = ?', "relocation", "962"
    )
    assert (value, claimant) == ("962", "ES")
    assert "962" in record.source.text[start:end]


def test_the_file_is_whole_and_needs_no_journal_of_its_own(ask):
    assert ask("PRAGMA integrity_check") == [("ok",)]
    assert ask("PRAGMA journal_mode") != [("wal",)]


def test_equal_records_give_equal_bytes(record):
    assert facts_file((record,), {}) == facts_file((record,), {})
