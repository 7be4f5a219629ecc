"""The vote object of the API: complete, JSON-ready, and cited to the last number."""

import json

import pytest

from assistant.counting import majority_working
from assistant.counting.tally_document import tally_document
from assistant.procedures import library
from assistant.question import Switch
from corpus.model import MajorityRule, Position

FILE = "2025-0357-nle"


@pytest.fixture(scope="module")
def records(first_record):
    return library.Library([first_record])


@pytest.fixture(scope="module")
def document(records):
    return tally_document(records.readings(FILE))


def test_it_survives_json_unchanged(document):
    assert json.loads(json.dumps(document)) == document


def test_every_position_has_its_evidence_and_its_places(document):
    for reading in document["readings"]:
        assert len(reading["positions"]) == 27
        assert all(position["citations"] for position in reading["positions"])
        kinds = {position["state"]: position["evidence"] for position in reading["positions"]}
        assert (kinds["HU"], kinds["AT"]) == ("stated", "derived")


def test_denmark_is_kept_out_by_reference_in_one_reading_and_counted_in_the_other(document):
    found = [
        next((p["position"], p["evidence"]) for p in reading["positions"] if p["state"] == "DK")
        for reading in document["readings"]
    ]
    assert found == [("not_participating", "reference"), ("for", "derived")]


def test_the_totals_partition_the_members(document):
    assert [sum(reading["totals"].values()) for reading in document["readings"]] == [27, 27]


def test_every_citation_is_verbatim_and_numbered_in_order(records, document):
    for n, citation in enumerate(document["citations"], start=1):
        source = records.source(citation["record"]).text.text
        assert citation["n"] == n
        assert source[citation["start"] : citation["end"]] == citation["quote"]


def test_a_what_if_is_marked_and_has_the_real_vote_beside_it(records):
    changed = tally_document(records.readings(FILE, [Switch("DE", Position.AGAINST)]))
    assert (changed["hypothetical"], changed["switches"]) == (True, [{"state": "DE", "position": "against"}])
    assert [reading["majority"]["reached"] for reading in changed["readings"]] == [False, False]
    assert [reading["majority"]["reached"] for reading in changed["real"]] == [True, True]


def test_the_real_vote_is_not_hypothetical(document):
    assert (document["hypothetical"], document["real"]) == (False, None)


@pytest.mark.parametrize("rule", list(MajorityRule))
@pytest.mark.parametrize("remainder", [Position.FOR, Position.ABSTENTION, None])
def test_every_number_of_the_working_comes_from_a_place_a_computation_or_an_assumption(
    make_record, rule, remainder
):
    positions = {"HU": Position.AGAINST, "DE": Position.FOR}
    made = make_record(rule=rule, remainder=remainder, positions=positions)
    reading = (
        library.Library([made]).readings("2025-0001-nle", [Switch("FR", Position.ABSTENTION)]).recommended
    )
    computed = majority_working.computations(reading)
    ids = {computation.id for computation in computed}
    for item in (item for computation in computed for item in computation.inputs):
        assert [item.place is not None, item.computation in ids, item.assumption is not None].count(True) == 1


def test_formulas_worked_out_with_their_inputs_give_the_values(first_record):
    names = {"__builtins__": {}, "ceil": lambda value: -(-value // 1), "floor": lambda value: value // 1}
    for reading in library.Library([first_record]).readings(FILE).readings:
        for computation in majority_working.computations(reading):
            values = {item.name: item.value for item in computation.inputs}
            assert eval(computation.formula, names, values) == computation.value
