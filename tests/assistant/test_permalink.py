"""The lasting address of an answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.permalink import PREFIX, Asked, permalink_of, read_permalink


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_an_address_gives_back_what_was_asked(question):
    asked = Asked(question, "nl", "2025-0357-nle", {"intent": "tally"}, "ab12cd34ef56")
    assert read_permalink(permalink_of(asked)) == asked


def test_the_same_question_has_the_same_address_and_another_snapshot_another():
    one, other = Asked("Who?", "en", snapshot="a" * 64), Asked("Who?", "en", snapshot="b" * 64)
    assert permalink_of(one) == permalink_of(one) != permalink_of(other)


@pytest.mark.parametrize(
    "address", ["", "/a/", "/a/%%%", PREFIX + "W10", PREFIX + "eyJxIjoxfQ", "x" * 20_000]
)
def test_what_is_no_address_stands_for_nothing(address):
    assert read_permalink(address) is None
