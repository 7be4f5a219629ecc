import pytest

from corpus.member_state import name_of
from web.pages.alphabet import alphabetical


@pytest.mark.parametrize(
    ("language", "codes", "why"),
    [
        ("de", "AT PL", "an accent changes nothing in German"),
        ("sv", "SE HU AT", "ö ends the alphabet in Swedish"),
        ("da", "SE AT", "and ø in Danish"),
        ("et", "EE FI DK", "no letter of its own in these names of Estonian"),
        ("cs", "FI HR IE", "ch follows h in Czech"),
        ("cs", "RO GR SI", "ř follows r"),
        ("sk", "CY CZ DK", "č follows c in Slovak"),
        ("hr", "SI ES SE", "š follows s in Croatian"),
        ("pl", "LU LV MT", "ł follows l in Polish"),
        ("ro", "SE NL HU", "ț follows t in Romanian"),
        ("hu", "ES SE SK SI", "sz follows s in Hungarian"),
        ("lt", "FI SE HU", "š follows s in Lithuanian"),
        ("el", "AT BE BG", "an accent changes nothing in Greek"),
        ("ga", "BE IE DE", "the article is passed over in Irish"),
        ("mt", "AT BE MT ES", "and in Maltese"),
    ],
)
def test_names_stand_in_the_order_of_their_language(language, codes, why):
    names = [name_of(code, language) for code in codes.split()]
    assert sorted(names, key=lambda name: alphabetical(name, language)) == names, why
