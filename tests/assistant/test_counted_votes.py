"""Every vote is counted once, and found by state, position and day."""

from datetime import date
from itertools import product

import pytest

from assistant.counting import readings
from assistant.procedures.library import Library
from assistant.procedures.votebook import VoteBook
from corpus.model import Position

DAYS = (None, date(2025, 1, 1), date(2025, 1, 1), date(2025, 3, 1))
CAST = (
    {"HU": Position.AGAINST, "AT": None},
    {"HU": Position.FOR, "AT": Position.FOR},
    {"AT": Position.AGAINST},
    {"HU": Position.AGAINST, "AT": Position.ABSTENTION, "BE": None},
)
LIMITS = (None, date(2024, 12, 31), date(2025, 1, 1), date(2025, 3, 1), date(2026, 1, 1))


@pytest.mark.parametrize("state", [None, "AT", "HU", "BE", "XX"])
@pytest.mark.parametrize("position", [None, *Position])
def test_what_the_book_finds_is_what_reading_every_line_finds(state, position):
    book = VoteBook(zip(DAYS, CAST, strict=True))
    for first, last in product(LIMITS, LIMITS):
        expected = [
            (place, member)
            for place, cast in enumerate(CAST)
            for member, stood in sorted(cast.items())
            if state in (None, member)
            and position in (None, stood)
            and (first is last is None or _is_within(DAYS[place], first, last))
        ]
        assert [book.read(line) for line in book.lines(state, position, first, last)] == expected


def _is_within(day, first, last):
    return day is not None and (first or date.min) <= day <= (last or date.max)


def test_a_row_is_the_recommended_readings_own(make_record):
    library = Library([make_record("CM 8/25", positions={"HU": Position.AGAINST})])
    (procedure,) = library.procedures
    counted = readings.readings_of(procedure)
    rows = list(library.votes())
    assert tuple(row.vote for row in rows) == counted.recommended.tally.votes
    assert {row.day for row in rows} == {counted.day}


def test_what_was_counted_before_is_not_counted_again(make_record, monkeypatch):
    first = make_record("CM 8/25", file=None)
    before = Library([first])
    assert len(before.votes()) == 27
    counted = []
    monkeypatch.setattr(readings, "recommended_tally", lambda p: counted.append(p.id) or TALLY(p))
    after = Library([first, make_record("CM 9/25", file=None)], before)
    assert len(after.votes()) == 54
    assert counted == ["cm-9-25"]


def test_another_text_of_a_procedure_is_counted_anew(make_record):
    before = Library([make_record("CM 8/25", positions={"HU": Position.AGAINST})])
    assert len(before.votes(position=Position.AGAINST)) == 1
    after = Library(
        [make_record("CM 8/25", positions={"SK": Position.AGAINST, "HU": Position.AGAINST})], before
    )
    assert [row.vote.state for row in after.votes(position=Position.AGAINST)] == ["HU", "SK"]


def test_rows_are_a_sequence_whose_parts_are_sequences(make_record):
    rows = Library([make_record("CM 8/25")]).votes()
    assert [row.vote.state for row in rows[-2:]] == ["SI", "SK"]
    assert rows[0].vote.state == "AT"
    assert len(rows[3:9][2:]) == 4


TALLY = readings.recommended_tally
