"""Which sentences of the shipped statements give grounds, and which declares the vote."""

from pathlib import Path

import pytest

from assistant.answers.grounds import declaration, grounds
from corpus.parse import parse_record
from corpus.readers.reader import read_source

FILE = Path(__file__).parents[2] / "corpus" / "records" / "cm-5563-1-25-rev-1.nl.txt"


@pytest.fixture(scope="module")
def record():
    return parse_record(read_source(FILE.read_bytes(), FILE.name))


@pytest.fixture(scope="module")
def statement_of(record):
    return {statement.speakers[0]: statement for statement in record.statements}


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("LV", "zal Letland zich onthouden van stemming"),
        ("SK", "stemt zij tegen"),
        ("ES", "ZICH slechts ONTHOUDT"),
    ],
)
def test_the_declaring_sentence_is_the_one_that_announces_the_vote(record, statement_of, state, words):
    span = declaration(statement_of[state])
    assert span is not None
    assert words in record.source.quote(span)


def test_grounds_stand_in_the_statements_order_without_praise_and_declaration(record, statement_of):
    found = grounds(record, statement_of["LV"])
    assert [ground.paragraph.label for ground in found] == ["2", "3", "4"]


def test_every_ground_is_a_stretch_of_its_own_paragraph(record):
    for statement in record.statements:
        for ground in grounds(record, statement):
            assert all(ground.paragraph.span.contains(span) for span in ground.spans)
            assert list(ground.spans) == sorted(ground.spans)
