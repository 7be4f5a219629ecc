"""The object on turning and power: hypothetical throughout, and the same under JSON."""

import json

import pytest

from assistant.counting.power_document import power_document
from assistant.procedures import library


@pytest.fixture(scope="module")
def document(first_record):
    return power_document(library.Library([first_record]).readings("2025-0357-nle"))


def test_it_survives_json_and_is_marked_hypothetical(document):
    assert json.loads(json.dumps(document)) == document
    assert document["hypothetical"] is True


def test_each_reading_names_germany_as_the_only_single_member_that_turns_it(document):
    assert [reading["turning"]["sets"] for reading in document["readings"]] == [[["DE"]], [["DE"]]]


def test_each_reading_gives_the_power_of_every_member_that_takes_part(document):
    assert [len(reading["power"]) for reading in document["readings"]] == [26, 27]


def test_it_tells_how_few_members_can_block(document):
    assert [reading["blocking"]["fewest"] for reading in document["readings"]] == [4, 4]
