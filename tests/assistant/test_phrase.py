"""Slots in the conventions of a language."""

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from assistant.answer import Quantity, Speakers, States, Term
from assistant.wording.catalogue import catalogue
from assistant.wording.phrase import fill, number, written

NOON = datetime(2025, 12, 22, 12, tzinfo=ZoneInfo("Europe/Brussels"))
CASES = (
    ("en", NOON, None, "22 December 2025"),
    ("nl", NOON, "time", "12.00"),
    ("pl", NOON, None, "22 grudnia 2025"),
    ("en", Decimal("29038"), None, "29,038"),
    ("nl", Decimal("74.66"), None, "74,66"),
    ("en", Quantity(Decimal("0.0321"), "ratio"), None, "3.21 %"),
    ("nl", Quantity(Decimal(74_660_000), "EUR"), None, "74,66 miljoen EUR"),
    ("pl", Quantity(Decimal(962), "relocation"), None, "962 relokacje"),
    ("pl", Quantity(Decimal(30_000), "relocation"), None, "30\u00a0000 relokacji"),
    ("fr", States(("HU", "SK")), None, "la Hongrie et la Slovaquie"),
    ("de", States(("HU", "SK")), "names", "Ungarn, Slowakei"),
    ("en", States(("SK", "HU"), by_name=True), "names", "Hungary, Slovakia"),
    ("es", Speakers(("ES",)), "according", "según España"),
    ("it", Speakers(("Commission",)), "of", "della Commissione"),
    ("pt", Term("position.against"), None, "contra"),
)


@pytest.mark.parametrize(("case"), CASES, ids=str)
def test_a_value_is_written_as_the_language_writes_it(case):
    language, value, form, expected = case
    assert written(catalogue(language), value, form) == expected


def test_a_state_whose_name_is_a_plural_takes_the_verb_in_the_plural():
    words = catalogue("fr")
    assert fill(words, "voted.against", {"states": States(("NL",))}) == "Les Pays-Bas ont voté contre."
    assert fill(words, "voted.against", {"states": States(("HU",))}) == "La Hongrie a voté contre."


def test_a_message_without_its_slot_is_an_error_not_a_gap():
    with pytest.raises(KeyError):
        fill(catalogue("en"), "voted.against", {})


def test_a_number_is_written_with_its_own_decimals_whatever_was_written_before() -> None:
    assert [number("en", Decimal("2.00")), number("en", 2), number("en", Decimal("2.0"))] == [
        "2.00",
        "2",
        "2.0",
    ]
