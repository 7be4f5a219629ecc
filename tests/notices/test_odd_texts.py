"""Texts that look like a notice and are none are refused; those that are one say their vote, and no more."""

from pathlib import Path

import pytest

from tests.notices.handwritten import read_bytes

ODD = Path(__file__).parent / "odd"
NO_NOTICE = (
    "opens", "opens_and_recalls", "agenda", "press", "recipe", "ombudsman", "template", "minutes", "bonds",
)  # fmt: skip
NOTICES = {
    "bilingual": ("CM 2702/25", ["BE", "SI"], ["LT"]),
    "mail": ("CM 1122/25", ["PL", "CZ"], ["CY"]),
    "instructed": ("CM 4008/25", ["HU"], ["BG", "RO"]),
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


def test_of_a_quoted_notice_only_the_quotation_is_read_and_that_is_said() -> None:
    found = read_bytes((ODD / "mail.txt").read_bytes(), "mail.txt")
    assert found is not None
    assert "quoted_lines" in found[1]
    assert "DK" not in str(found[0])
