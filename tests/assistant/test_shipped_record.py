"""The shipped record, read from its file: every number of the vote and the pool, with its characters."""

from pathlib import Path

import pytest

from assistant.counting import majority_working, whatif
from assistant.counting.tally_document import tally_document
from assistant.procedures import library
from corpus.model import Position
from corpus.parse import parse_record
from corpus.readers.reader import read_source

FILE = Path(__file__).parents[2] / "corpus" / "records" / "cm-5563-1-25-rev-1.nl.txt"
PROCEDURE = "2025-0357-nle"


@pytest.fixture(scope="module")
def records():
    return library.Library([parse_record(read_source(FILE.read_bytes(), FILE.name))])


@pytest.fixture(scope="module")
def vote(records):
    return records.readings(PROCEDURE)


@pytest.fixture(scope="module")
def figures(records):
    return records.pool(PROCEDURE)


def test_it_is_read_as_one_procedure_with_two_readings(records, vote):
    assert [procedure.id for procedure in records.procedures] == [PROCEDURE]
    assert [reading.id for reading in vote.readings] == ["without-DK", "all-members"]


@pytest.mark.parametrize(("reading", "counts"), [(0, (20, 2, 4, 1)), (1, (21, 2, 4, 0))])
def test_the_vote_is_counted_as_the_notice_gives_it(vote, reading, counts):
    assert tuple(vote.readings[reading].tally.count(position) for position in Position) == counts


def test_named_members_are_cited_by_their_name_and_the_clause_that_gives_their_position(vote):
    hungary = vote.recommended.tally.vote_of("HU")
    assert [place.quote for place in hungary.places] == [
        "Hongarije",
        "Hongarije en Slowakije, die tegen hebben gestemd",
    ]


def test_the_others_are_derived_from_the_words_on_all_delegations(vote):
    germany = vote.recommended.tally.vote_of("DE")
    quote = germany.places[0].quote
    assert germany.evidence == "derived"
    assert quote.startswith("hebben alle delegaties gestemd voor de vaststelling")
    assert quote.endswith("(doc. 16574/1/25 REV1)")


def test_ireland_takes_part_because_the_record_cites_an_act_it_opted_in_to(vote):
    assert [(o.state, o.act) for o in vote.opt_ins] == [("IE", "Regulation (EU) 2024/1351")]
    assert vote.recommended.tally.vote_of("IE").position is Position.FOR


def test_both_readings_agree_with_what_the_notice_states(vote):
    assert [reading.majority.agrees for reading in vote.readings] == [True, True]


def test_germany_alone_would_have_turned_the_result(vote):
    assert [whatif.pivotal(reading) for reading in vote.readings] == [("DE",), ("DE",)]


def test_every_claimed_figure_is_its_states_and_stands_where_it_is_cited(figures):
    claimed = {(f.figure.claimant, f.figure.unit, str(f.figure.value), f.role) for f in figures.claimed}
    assert {
        ("ES", "relocation", "962", "actual"),
        ("ES", "EUR", "74660000", "actual"),
        ("ES", "relocation", "30000", "expected"),
        ("ES", "EUR", "600000000", "expected"),
        ("ES", "percent", "42", None),
    } <= claimed


@pytest.mark.parametrize(
    ("id_", "value"),
    [
        ("coverage_relocations", "0.0321"),
        ("shortfall_relocations", "29038"),
        ("coverage_eur", "0.1244"),
        ("shortfall_eur", "525340000"),
        ("rate_eur_per_relocation", "20000"),
        ("equivalent_relocations", "3733"),
        ("combined_relocations", "4695"),
        ("combined_coverage", "0.1565"),
        ("combined_eur", "93900000"),
    ],
)
def test_the_pools_figures_follow_from_spains_statement(figures, id_, value):
    found = figures.computation(id_)
    assert (str(found.rounded), found.claimant) == (value, "ES")


def test_every_place_behind_every_number_quotes_its_source(records, vote, figures):
    computed = [*figures.computed, *(c for r in vote.readings for c in majority_working.computations(r))]
    places = [item.place for computation in computed for item in computation.inputs if item.place]
    assert places
    for place in places:
        assert records.source(place.source.record).text.quote(place.span) == place.quote != ""


def test_the_vote_object_cites_every_position(vote):
    for reading in tally_document(vote)["readings"]:
        assert all(position["citations"] for position in reading["positions"])
