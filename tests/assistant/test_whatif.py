"""What would have turned a vote: exact searches, checked against trying everything."""

from itertools import chain, combinations

import pytest

from assistant.citing.computation import round_half_up
from assistant.counting import majority, whatif
from assistant.procedures import library
from corpus.model import MajorityRule, Position

FILE = "2025-0001-nle"


def reading_of(record, place=0):
    (procedure,) = library.Library([record]).procedures
    return library.Library([record]).readings(procedure.id).readings[place]


@pytest.mark.parametrize(("place", "share"), [(0, "63.93"), (1, "64.40")])
def test_germany_is_the_only_single_switch_that_would_have_sunk_the_first_vote(first_record, place, share):
    reading = reading_of(first_record, place)
    assert whatif.pivotal(reading) == ("DE",)
    without = whatif.population_without(reading, "DE").value
    assert str(round_half_up(without * 100, 2)) == share


def test_the_smallest_sets_are_all_there_and_no_smaller_set_turns_the_result(make_record):
    against = ("BE", "CZ", "GR", "HU", "IT", "PT", "SE", "SK", "ES", "AT")
    reading = reading_of(make_record(positions=dict.fromkeys(against, Position.AGAINST), reached=False))
    found = whatif.turning(reading)
    assert reading.majority.is_reached is False
    assert found.to is Position.FOR
    tried = chain.from_iterable(combinations(sorted(against), n) for n in range(1, found.size + 1))
    turns = [s for s in tried if carried(reading, s)]
    assert list(found.sets) == turns
    assert {len(s) for s in found.sets} == {found.size}


def carried(reading, states):
    counted = reading.tally.switched(dict.fromkeys(states, Position.FOR))
    return majority.outcome_of(counted, reading.electorate) is True


def test_from_a_unanimous_vote_it_takes_four_members_that_stand_for_over_a_third(make_record):
    found = whatif.turning(reading_of(make_record()))
    assert (found.size, found.listed) == (4, True)
    assert ("DE", "ES", "FR", "IT") in found.sets
    assert ("CY", "LU", "LV", "MT") not in found.sets


def test_under_unanimity_any_member_alone_could_have_stopped_the_act(make_record):
    found = whatif.turning(reading_of(make_record(rule=MajorityRule.UNANIMITY)))
    assert (found.size, len(found.sets)) == (1, 27)


def test_a_set_too_many_to_list_still_has_its_exact_size(make_record):
    found = whatif.turning(reading_of(make_record(rule=MajorityRule.SIMPLE)))
    assert (found.size, found.listed) == (14, False)


def test_an_unknown_result_has_nothing_to_turn(make_record):
    assert whatif.turning(reading_of(make_record(remainder=None))) is None


def test_the_six_most_populous_members_could_block_and_the_six_least_could_not(first_record):
    reading = reading_of(first_record)
    assert whatif.heaviest(reading, 6).blocks is True
    assert whatif.lightest(reading, 6).blocks is False


def test_it_takes_four_members_to_block_and_thirteen_of_twenty_seven_always_can(first_record):
    found = whatif.power_of_blocking(reading_of(first_record, 1))
    assert (found.fewest, found.largest, found.always) == (4, ("DE", "FR", "IT", "ES"), 13)


def test_a_coalition_holds_only_members_that_take_part(first_record):
    assert whatif.coalition(reading_of(first_record), ["DK", "DE", "GB"]).states == ("DE",)


def test_france_germany_and_italy_alone_can_neither_block_nor_carry(first_record):
    three = whatif.coalition(reading_of(first_record, 1), ["FR", "DE", "IT"])
    assert (three.blocks, three.carries) == (False, False)
