"""Names stand in the alphabetical order of the language they are written in."""

import pytest

from assistant.wording.collation import order_of


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("sv", ["Sverige", "Ungern", "Österrike"]),
        ("da", ["Ungarn", "Østrig"]),
        ("de", ["Niederlande", "Österreich", "Polen"]),
        ("cs", ["Bulharsko", "Česko", "Francie", "Chorvatsko", "Irsko", "Rumunsko", "Řecko"]),
        ("et", ["Saksamaa", "Soome", "Taani", "Tšehhi"]),
        ("lv", ["Beļģija", "Bulgārija", "Čehija", "Igaunija", "Īrija", "Itālija"]),
        ("mt", ["l-Awstrija", "il-Belġju", "iċ-Ċekja", "Franza", "il-Ġermanja", "Malta"]),
        ("ga", ["an Bheilg", "Éire", "an Ghearmáin", "Málta", "an tSualainn"]),
        ("hu", ["Ciprus", "Csehország", "Spanyolország", "Svédország", "Szlovákia"]),
        ("ro", ["Slovacia", "Suedia", "Țările de Jos", "Ungaria"]),
        ("el", ["Αυστρία", "Κάτω Χώρες", "Κροατία", "Κύπρος"]),
        ("es", ["Hungría", "Países Bajos", "Polonia"]),
    ],
)
def test_names_are_sorted_as_the_language_sorts_them(language: str, names: list[str]) -> None:
    assert sorted(set(names), key=lambda name: order_of(name, language)) == names
