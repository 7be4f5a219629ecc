"""Part of a sentence on the vote that is lost leaves a doubt, and no position for who was lost with it."""

from typing import Any

import pytest

from corpus.contract import contract_of
from corpus.model import Provenance
from corpus.parse import parse_record
from corpus.readers.source import ReadSource
from corpus.text import SourceText

HEADER = """Brussels, 14 March 2025

CM 2011/25

Subject: Council Decision on fish – End of the written procedure

The written procedure opened by CM 1999/25 of 3 March 2025 ended on 7 March 2025 at 12.00.

"""
BROKEN = {
    "the beginning of an exception": "and Slovakia, which voted against, all delegations voted in favour.",
    "the beginning of a name": "gary and Slovakia voted against. All other delegations voted in favour.",
    "the end of a name": "With the exception of Hun-\nand of Slovakia, which abstained, "
    "all delegations voted in favour.",
    "the exception word": "Slovakia, which abstained, all delegations voted in favour.",
    "who the exception is from": "With the exception of Malta, which abstained.\n\n"
    "All others voted in favour.",
    "a verb, and the next sentence": "In line with the Protocol, Denmark took The Decision was adopted. "
    "All other delegations voted in favour.",
    "the head of the second list": "Against:\n– Estonia\n– Malta\n\n– Ireland\n– Cyprus\n\n"
    "All other delegations voted in favour.",
}


def read(body: str) -> tuple[dict[str, Any], set[str]]:
    """The vote of a notice with that body, and the codes of its warnings."""
    found: dict[str, Any] = contract_of(
        parse_record(ReadSource(SourceText(HEADER + body), Provenance("made.txt", "", "0")))
    )
    return found["acts"][0], {warning["code"] for warning in found["warnings"]}


@pytest.mark.parametrize("lost", BROKEN)
def test_where_part_of_a_sentence_is_lost_the_remainder_is_left_open(lost: str) -> None:
    act, warnings = read(BROKEN[lost])
    assert warnings & {"ambiguous_vote", "unknown_name", "position_not_stated", "position_without_voter"}
    assert act["remainder"] is None


def test_a_list_ends_at_the_blank_line_that_its_items_have_not_between_them() -> None:
    act, _ = read(BROKEN["the head of the second list"])
    assert act["against"] == ["EE", "MT"]


def test_rows_of_letters_are_read_by_their_key() -> None:
    act, warnings = read(
        "Vote on 6001/25 (Y = for, N = against, A = abstention)\n\nEL: N\nMT: A\nOthers: Y\n"
    )
    assert (act["against"], act["abstained"], act["remainder"]) == (["GR"], ["MT"], "for")
    assert warnings == set()


def test_a_letter_without_a_key_is_a_doubt() -> None:
    act, warnings = read("Vote on 6001/25 (Y = for, N = against)\n\nEL: N\nMT: Q\nOthers: Y\n")
    assert act["remainder"] is None
    assert "ambiguous_vote" in warnings


def test_a_position_in_an_earlier_version_by_mistake_is_no_position() -> None:
    act, warnings = read(
        "In CM 2010/25 Spain was wrongly listed among those that abstained.\n\n"
        "Malta abstained. All other delegations voted in favour of 6001/25."
    )
    assert (act["abstained"], act["remainder"], warnings) == (["MT"], "for", set())


def test_a_sentence_on_this_vote_and_an_earlier_one_leaves_the_positions_open() -> None:
    act, warnings = read("Malta previously abstained and voted against now. All others voted in favour.")
    assert (act["against"], act["abstained"], act["remainder"]) == ([], [], None)
    assert "position_not_stated" in warnings


def test_what_was_so_in_an_earlier_vote_may_stand_between_commas() -> None:
    act, warnings = read("Malta, which had previously abstained, voted against. All others voted in favour.")
    assert (act["against"], act["abstained"], act["remainder"], warnings) == (["MT"], [], "for", set())


# Each sentence was once read as another vote, without a warning.
UNSETTLED = {
    "two positions for one list": "Malta, which in spring opposed it, voted in favour.",
    "an exception of nobody known": "All delegations voted in favour, except that the Maltese were absent.",
    "a sentence that is not understood": "The only nay-sayer was Malta. Greece abstained.",
    "what was so at first, and nothing else": "At first Malta opposed it. All others voted in favour.",
}


@pytest.mark.parametrize("words", UNSETTLED.values(), ids=UNSETTLED)
def test_a_state_whose_part_in_the_vote_is_not_settled_is_a_doubt_and_not_among_the_rest(words: str) -> None:
    act, warnings = read(words)
    assert (act["against"], act["remainder"]) == ([], None)
    assert warnings & {"position_not_stated", "position_without_voter", "ambiguous_vote"}
