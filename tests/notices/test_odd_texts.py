"""Texts that look like a notice and are none are refused; those that are one say their vote, and no more."""

from pathlib import Path

import pytest

from tests.notices.handwritten import read_bytes

ODD = Path(__file__).parent / "odd"
NO_NOTICE = (
    "opens", "opens_and_recalls", "agenda", "press", "recipe", "ombudsman", "template", "minutes", "bonds",
    "opens_and_announces", "no_result", "show_of_hands", "opens_with_votes", "bees", "breaks_off",
)  # fmt: skip
NOTICES = {
    "bilingual": ("CM 2702/25", ["BE", "SI"], ["LT"]),
    "mail": ("CM 1122/25", ["PL", "CZ"], ["CY"]),
    "instructed": ("CM 4008/25", ["HU"], ["BG", "RO"]),
}
WARNED = {
    "both_positions": (["DK", "LT"], ["SK"], None, True, {"two_positions"}),
    "both_again": (["RO"], ["SI"], None, True, {"two_positions"}),
    "united_kingdom": (["HU"], ["MT"], "for", True, {"not_a_member_state"}),
    "norway": (["MT"], ["HR"], "for", True, {"not_a_member_state"}),
    "majority_missed": (["DK", "FI"], ["EE"], "for", None, {"adopted_without_majority"}),
    "no_such_day": (
        ["DE", "FR", "IT", "ES"],
        [],
        "for",
        None,
        {"adopted_without_majority", "impossible_date"},
    ),
}


@pytest.mark.parametrize("name", NO_NOTICE)
def test_a_text_that_ends_no_written_procedure_is_refused(name: str) -> None:
    assert read_bytes((ODD / f"{name}.txt").read_bytes(), f"{name}.txt") is None


@pytest.mark.parametrize("name", NOTICES)
def test_an_odd_text_that_is_a_notice_says_its_vote(name: str) -> None:
    found = read_bytes((ODD / f"{name}.txt").read_bytes(), f"{name}.txt")
    assert found is not None
    (act,) = found[0]["acts"]
    assert (found[0]["doc_id"], act["against"], act["abstained"]) == NOTICES[name]
    assert (act["remainder"], act["adopted"], act["majority_rule"]) == ("for", True, "qualified")


@pytest.mark.parametrize("name", WARNED)
def test_a_text_that_contradicts_itself_leaves_that_open_and_says_the_rest(name: str) -> None:
    found = read_bytes((ODD / f"{name}.txt").read_bytes(), f"{name}.txt")
    assert found is not None
    (act,) = found[0]["acts"]
    keys = ("against", "abstained", "remainder", "adopted")
    assert (*(act[key] for key in keys), found[1]) == WARNED[name]


def test_of_a_quoted_notice_only_the_quotation_is_read_and_that_is_said() -> None:
    found = read_bytes((ODD / "mail.txt").read_bytes(), "mail.txt")
    assert found is not None
    assert "quoted_lines" in found[1]
    assert "DK" not in str(found[0])
