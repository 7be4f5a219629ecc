"""What does not agree with itself is named, and the doubtful field left empty."""

import pytest

from corpus.contract import contract_of
from corpus.model import Provenance, Record
from corpus.parse import parse_record
from corpus.readers.source import ReadSource
from corpus.text import SourceText

NOTICE = """Brussels, 14 March 2025

CM 2011/1/25
REV 1

Subject: Council Decision on fish – End of the written procedure

The written procedure opened by CM 1999/25 of 3 March 2025 ended on 7 March 2025 at 12.00. \
Hungary voted against. All other delegations voted in favour. The required qualified majority \
was reached. The Decision (doc. 6001/25) was adopted.

The statement by Hungary is set out in the Annex.

STATEMENT BY HUNGARY

Hungary votes against.
"""


def read(text: str) -> Record:
    return parse_record(ReadSource(SourceText(text), Provenance("made.txt", "text/plain", "0")))


def test_a_notice_that_agrees_with_itself_gives_no_warning() -> None:
    assert read(NOTICE).warnings == ()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("of 3 March", "of 9 March", "closed_before_opened"),
        ("7 March 2025", "31 February 2025", "impossible_date"),
        ("REV 1", "REV 2", "revision_disagrees"),
        ("14 March", "4 March", "dated_before_closed"),
        ("was reached", "was not reached", "adopted_without_majority"),
        ("Hungary votes against.", "Hungary abstains.", "declaration_disagrees"),
        ("The statement by Hungary is", "The statement by Malta is", "statement_missing"),
        ("Hungary voted", "Norway voted", "not_a_member_state"),
        ("Hungary voted", "Hung\u0430ry voted", "confusable_letters"),
        ("Hungary voted against.", "Hungary voted against. Hungary abstained.", "two_positions"),
        ("Hungary voted against.", "Two delegations voted against: Hungary.", "count_disagrees"),
        ("by qualified", "", None),
        ("Hungary voted against. All other delegations voted in favour. ", "", "no_vote_read"),
        ("STATEMENT BY HUNGARY", "CM 2012/25\n\nSubject: another\n\nSTATEMENT BY HUNGARY", "two_notices"),
    ],
)
def test_each_contradiction_has_its_warning(old: str, new: str, code: str | None) -> None:
    codes = {warning.code for warning in read(NOTICE.replace(old, new)).warnings}
    assert (code in codes) if code else not codes


@pytest.mark.parametrize(
    "vote",
    [
        "Hungary voted against. Hungary abstained. All other delegations voted in favour.",
        "Two delegations voted against: Hungary. All other delegations voted in favour.",
        "All delegations except Hungary voted in favour.",
        "Hung\u0430ry voted against. All other delegations voted in favour.",
        "Hungary and Ruritania voted against. All other delegations voted in favour.",
    ],
)
def test_where_a_position_is_in_doubt_the_remainder_is_not_stated(vote: str) -> None:
    text = NOTICE.replace("Hungary voted against. All other delegations voted in favour.", vote)
    (act,) = contract_of(read(text))["acts"]
    assert act["remainder"] is None


def test_every_word_of_mixed_letters_is_named() -> None:
    text = NOTICE.replace("Hungary votes", "Hung\u0430ry v\u043etes")
    places = [w.span for w in read(text).warnings if w.code == "confusable_letters"]
    assert [text[place.start : place.end] for place in places] == ["Hung\u0430ry", "v\u043etes"]


def test_the_united_kingdom_counts_as_a_member_before_february_2020_and_not_after() -> None:
    after = NOTICE.replace("Hungary voted", "The United Kingdom voted")
    before = after.replace("2025", "2019").replace("/25", "/19")
    assert {p.state for p in read(before).notice.acts[0].vote.positions} == {"GB"}
    assert read(after).notice.acts[0].vote.positions == ()
