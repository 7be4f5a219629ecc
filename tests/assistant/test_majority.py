"""The first record's vote, number by number, under both readings."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from assistant.citing.computation import round_half_up
from assistant.counting import readings
from assistant.procedures import library
from corpus.model import MajorityRule, Position


@pytest.fixture(scope="module")
def vote(first_record):
    return library.Library([first_record]).readings("2025-0357-nle")


def percent(share):
    return round_half_up(share * 100, 2)


def test_the_recommended_reading_leaves_denmark_out_and_the_other_counts_all(vote):
    assert [reading.id for reading in vote.readings] == ["without-DK", "all-members"]


@pytest.mark.parametrize(("reading", "counts"), [(0, (20, 2, 4, 1)), (1, (21, 2, 4, 0))])
def test_the_counts_of_the_vote_are_those_of_the_table(vote, reading, counts):
    assert tuple(vote.readings[reading].tally.count(position) for position in Position) == counts


@pytest.mark.parametrize(("reading", "share"), [(0, "76.92"), (1, "77.78")])
def test_the_share_of_members_in_favour_is_that_of_the_table(vote, reading, share):
    majority = vote.readings[reading].majority
    assert (percent(majority.member_share), majority.members_needed) == (Decimal(share), 15)


@pytest.mark.parametrize(
    ("reading", "value", "low", "high"),
    [(0, "82.66", "82.62", "82.71"), (1, "82.89", "82.85", "82.93")],
)
def test_the_population_in_favour_and_its_rounding_are_those_of_the_table(vote, reading, value, low, high):
    share = vote.readings[reading].majority.population
    found = (percent(share.value), percent(share.low), percent(share.high))
    assert found == (Decimal(value), Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("reading", "position", "share"),
    [
        (0, Position.AGAINST, "3.38"),
        (1, Position.AGAINST, "3.34"),
        (0, Position.ABSTENTION, "13.95"),
        (1, Position.ABSTENTION, "13.77"),
    ],
)
def test_the_population_behind_each_position_is_that_of_the_table(vote, reading, position, share):
    found = vote.readings[reading]
    population = found.electorate.population_of(found.tally.states(position))
    assert percent(population.value) == Decimal(share)


@pytest.mark.parametrize(("reading", "share"), [(0, "17.34"), (1, "17.11")])
def test_six_members_not_in_favour_form_no_blocking_minority(vote, reading, share):
    blocking = vote.readings[reading].majority.blocking
    found = (
        blocking.members,
        blocking.members_needed,
        percent(blocking.population.value),
        blocking.is_formed,
    )
    assert found == (6, 4, Decimal(share), False)


@pytest.mark.parametrize(("reading", "article"), [(0, "reference-tfeu-238-3-a"), (1, "reference-teu-16-4")])
def test_each_reading_is_computed_by_its_own_provision(vote, reading, article):
    assert vote.readings[reading].majority.article.source.record == article


def test_both_readings_reach_the_majority_that_the_notice_states(vote):
    assert vote.agree
    assert [reading.majority.agrees for reading in vote.readings] == [True, True]


def test_a_notice_that_states_the_opposite_of_what_is_computed_is_shown_to(make_record):
    made = make_record(positions={"DE": Position.AGAINST}, reached=False)
    majority = library.Library([made]).readings("2025-0001-nle").recommended.majority
    assert (majority.is_reached, majority.stated, majority.agrees) == (True, False, False)


def test_without_a_table_for_the_year_members_are_counted_and_the_population_is_not(make_record):
    against = dict.fromkeys(("HU", "SK", "DE", "FR"), Position.AGAINST)
    made = make_record(closed=None, issued=None, positions=against)
    majority = library.Library([made]).readings("2025-0001-nle").recommended.majority
    assert (majority.members_for, majority.members_needed) == (23, 15)
    assert (majority.year, majority.population, majority.is_reached) == (None, None, None)


def test_a_vote_of_a_year_without_a_table_says_which_year_is_missing(make_record):
    made = make_record(closed=date(2026, 2, 2))
    majority = library.Library([made]).readings("2025-0001-nle").recommended.majority
    assert (majority.year, majority.population) == (2026, None)


def test_votes_from_before_the_double_majority_are_not_judged_by_it(make_record):
    majority = library.Library([make_record(closed=date(2014, 10, 31))]).readings("2025-0001-nle")
    assert majority.recommended.majority.is_reached is None


def test_three_members_cannot_block_even_where_the_population_is_not_known(make_record):
    made = make_record(
        closed=None, issued=None, positions=dict.fromkeys(("DE", "FR", "IT"), Position.AGAINST)
    )
    assert library.Library([made]).readings("2025-0001-nle").recommended.majority.is_reached is True


def test_a_rule_the_notice_does_not_name_is_taken_to_be_the_general_one(make_record):
    majority = library.Library([make_record(rule=None)]).readings("2025-0001-nle").recommended.majority
    assert (majority.kind, majority.kind_stated) == (MajorityRule.QUALIFIED, False)


def test_members_whose_position_is_unknown_leave_the_result_open(make_record):
    made = make_record(positions={"HU": Position.AGAINST}, remainder=None)
    found = library.Library([made]).readings("2025-0001-nle").recommended
    assert len(found.tally.unknown) == 26
    assert found.majority.is_reached is None


@pytest.mark.parametrize(("position", "reached"), [(Position.ABSTENTION, True), (Position.AGAINST, False)])
def test_under_unanimity_an_abstention_does_not_prevent_adoption_and_a_vote_against_does(
    make_record, position, reached
):
    made = make_record(positions={"HU": position}, rule=MajorityRule.UNANIMITY)
    assert library.Library([made]).readings("2025-0001-nle").recommended.majority.is_reached is reached


@pytest.mark.parametrize(("against", "reached"), [(13, True), (14, False)])
def test_a_simple_majority_is_more_than_half_of_all_members(make_record, against, reached):
    states = ["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"][:against]
    made = make_record(positions=dict.fromkeys(states, Position.AGAINST), rule=MajorityRule.SIMPLE)
    assert library.Library([made]).readings("2025-0001-nle").recommended.majority.is_reached is reached


def test_a_reinforced_majority_needs_twenty_of_twenty_seven(make_record):
    made = make_record(reinforced=True)
    majority = library.Library([made]).readings("2025-0001-nle").recommended.majority
    assert (majority.members_needed, majority.member_share_needed) == (20, Fraction(72, 100))


def test_the_day_of_the_vote_is_when_the_procedure_closed(first_record):
    assert readings.vote_day(first_record).isoformat() == "2025-12-22"
