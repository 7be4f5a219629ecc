"""Positions told by the place in a list, and positions taken over from who is named before."""

import pytest

from corpus.clause import read_clause
from corpus.lexicon import lexicon
from corpus.phrase import fold


def _read(language: str, text: str) -> dict[str, str | None]:
    """Each state of a clause with its position."""
    clause = read_clause(text, fold(text), lexicon(language))
    groups = [(f.voters, f.cue) for f in clause.findings if f.voters]
    return {m.state: cue.stance.value if cue else None for v, cue in groups for m in v.states}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Hungary and Slovakia: the former voted against, the latter abstained."),
        ("en", "Hungary and Slovakia disagreed: the latter abstained, the former voted against."),
        ("de", "Ungarn und die Slowakei: Ersteres stimmte dagegen, Letztere enthielt sich."),
        ("fr", "La Slovaquie et la Hongrie : celle-ci a voté contre, celle-là s'est abstenue."),
        ("fi", "Unkari ja Slovakia: ensin mainittu äänesti vastaan, viimeksi mainittu pidättyi."),
        ("pl", "Węgry i Słowacja: pierwsza głosowała przeciw, druga wstrzymała się od głosu."),
    ],
)
def test_the_former_and_the_latter_are_told_by_their_place(language: str, text: str) -> None:
    assert _read(language, text) == {"HU": "against", "SK": "abstention"}


@pytest.mark.parametrize(
    "text",
    [
        "Hungary and Slovakia disagreed: the latter abstained.",
        "Hungary, Malta and Slovakia disagreed: the former voted against, the latter abstained.",
        "Hungary and Slovakia: the former voted for, the latter abstained and Malta voted against.",
        "Hungary voted against and Slovakia in favour; the former voted for, the latter abstained.",
    ],
)
def test_places_that_do_not_fit_the_names_leave_all_of_them_open(text: str) -> None:
    assert set(_read("en", text).values()) == {"unclear"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Hungary voted against, and Slovakia did the same."),
        ("en", "Hungary voted against the Regulation (doc. 1234/24), and so did Slovakia."),
        ("de", "Ungarn stimmte dagegen, desgleichen die Slowakei."),
        ("ga", "Vótáil an Ungáir i gcoinne an Rialacháin, agus rinne an tSlóvaic amhlaidh."),
    ],
)
def test_who_did_the_same_took_the_position_before(language: str, text: str) -> None:
    assert _read(language, text) == {"HU": "against", "SK": "against"}


def test_who_did_the_same_as_one_that_is_not_understood_is_left_open() -> None:
    text = "Hungary did not vote against, and Slovakia did the same."
    assert set(_read("en", text).values()) == {"unclear", None}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pt", "A Hungria, ao contrário da Eslováquia, que votou a favor, absteve-se."),
        ("mt", "L-Ungerija, għall-kuntrarju tas-Slovakkja, li vvotat favur, astjeniet."),
    ],
)
def test_a_relative_clause_is_of_the_state_that_is_set_aside(language: str, text: str) -> None:
    assert _read(language, text) == {"HU": "abstention", "SK": "for"}
