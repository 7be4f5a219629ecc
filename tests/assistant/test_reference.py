"""Our own notes and tables: sourced, citable by span, and in step with the rules that name them."""

import tomllib
from importlib import resources

import pytest

from assistant.citing import reference
from assistant.counting import roster
from assistant.counting.electorate import Electorate
from corpus.model import MajorityRule

TABLES = {"reference-members", "reference-population", "reference-opt_ins", "reference-participation"}
NOTES = sorted(set(reference.sources()) - TABLES)
RULES = tomllib.loads((resources.files("corpus") / "data" / "participation.toml").read_text("utf-8"))["rule"]


@pytest.mark.parametrize("id_", NOTES)
def test_every_note_ends_with_its_source(id_):
    assert reference.paragraphs(id_)[-1].quote.startswith("Source: ")


@pytest.mark.parametrize("id_", sorted(reference.sources()))
def test_every_reference_text_has_a_title_and_an_id_of_its_own_kind(id_):
    assert id_.startswith("reference-")
    assert reference.heading(id_).quote.startswith(reference.source(id_).document)


def test_paragraphs_quote_the_note_and_leave_out_its_heading():
    for place in reference.paragraphs("teu-16-4"):
        assert place.quote == place.source.text.quote(place.span)
        assert not place.quote.startswith("#")


def test_a_row_of_a_table_is_cited_whole_and_alone():
    assert (
        reference.line("population", "2025", "MT").quote
        == "2025,MT,Malta,0.12,Agence Europe 13544/22 of 12 December 2024"
    )


@pytest.mark.parametrize("name", ["nothing", "reference-nothing"])
def test_an_unknown_note_is_an_error_of_its_own(name):
    with pytest.raises(KeyError):
        reference.note(name)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_every_rule_on_participation_has_a_note_and_says_how_sure_it_is(rule):
    assert reference.note(rule["note"]).quote
    assert rule["certainty"] in {"H", "M"}


@pytest.mark.parametrize("kind", list(MajorityRule))
@pytest.mark.parametrize("reinforced", [False, True])
@pytest.mark.parametrize("is_whole", [False, True])
def test_every_rule_of_voting_has_a_note_on_its_article(kind, reinforced, is_whole):
    article = Electorate(("AT", "BE"), kind, reinforced, is_whole, None).article
    assert "Treaty on" in reference.paragraphs(article)[-1].quote


def test_the_shares_of_2025_are_one_a_member_and_add_up_but_for_rounding():
    shares = roster.population_shares(2025)
    assert sorted(shares) == [m.iso2 for m in roster.members_on(roster.date(2025, 7, 1))]
    assert str(sum(share.percent for share in shares.values())) == "100.01"


def test_there_is_no_table_for_2026():
    assert roster.population_shares(2026) is None


@pytest.mark.parametrize(
    ("day", "count"),
    [("2004-04-30", 15), ("2004-05-01", 25), ("2007-01-01", 27), ("2013-07-01", 28), ("2020-02-01", 27)],
)
def test_the_council_has_as_many_members_as_on_that_day(day, count):
    assert len(roster.members_on(roster.date.fromisoformat(day))) == count


def test_twenty_states_have_the_euro_in_2025_and_twenty_one_in_2026():
    outside = [len(roster.outside_euro(roster.date(year, 6, 1))) for year in (2025, 2026)]
    assert outside == [7, 6]


def test_every_title_is_short_enough_to_stand_beside_a_citation():
    assert {s.document: len(s.document) for s in reference.sources().values() if len(s.document) > 75} == {}
