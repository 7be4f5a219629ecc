"""Voting power: the fast count agrees with counting every coalition one by one."""

from fractions import Fraction
from itertools import chain, combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.counting import power
from assistant.counting.electorate import Electorate
from assistant.procedures import library
from corpus.model import MajorityRule

FIVE = ("AT", "BE", "DE", "FR", "IT")


def small(kind, shares, whole=False):
    return Electorate(FIVE[: len(shares)], kind, False, whole, tuple(shares))


def point_outcome(electorate, coalition):
    """Whether a coalition carries by the published shares as they stand, without their rounding."""
    share = dict(zip(electorate.states, electorate.hundredths, strict=True))
    if electorate.kind is MajorityRule.UNANIMITY:
        return len(coalition) == len(electorate.states)
    if len(coalition) < electorate.members_needed:
        return False
    left_out = len(electorate.states) - len(coalition)
    is_deemed = electorate.blocking_members is not None and left_out < electorate.blocking_members
    weight = 100 * sum(share[state] for state in coalition)
    return electorate.kind is MajorityRule.SIMPLE or is_deemed or weight >= 65 * sum(share.values())


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(MajorityRule), st.lists(st.integers(1, 60), min_size=1, max_size=5))
def test_the_swings_are_those_of_trying_every_coalition(kind, shares):
    electorate = small(kind, shares)
    for found in power.powers(electorate):
        others = [state for state in electorate.states if state != found.state]
        coalitions = chain.from_iterable(combinations(others, n) for n in range(len(others) + 1))
        swings = sum(
            point_outcome(electorate, (*c, found.state)) and not point_outcome(electorate, c)
            for c in coalitions
        )
        assert found.swings == swings


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(1, 60), min_size=2, max_size=5))
def test_the_shapley_value_is_the_share_of_orders_in_which_a_member_decides(shares):
    electorate = small(MajorityRule.QUALIFIED, shares)
    decided = dict.fromkeys(electorate.states, 0)
    orders = list(permutations(electorate.states))
    for order in orders:
        place = next(n for n in range(1, len(order) + 1) if point_outcome(electorate, order[:n]))
        decided[order[place - 1]] += 1
    found = {each.state: each.shapley for each in power.powers(electorate)}
    assert found == {state: Fraction(count, len(orders)) for state, count in decided.items()}


def test_over_the_whole_council_powers_add_up_to_one_and_follow_population(first_record):
    reading = library.Library([first_record]).readings("2025-0357-nle").readings[1]
    found = power.powers(reading.electorate)
    assert sum(each.share for each in found) == sum(each.shapley for each in found) == 1
    assert max(found, key=lambda each: each.banzhaf).state == "DE"
    assert min(found, key=lambda each: each.banzhaf).state == "MT"


@pytest.mark.parametrize("kind", [MajorityRule.SIMPLE, MajorityRule.UNANIMITY])
def test_where_population_does_not_count_all_members_have_the_same_power(kind):
    found = power.powers(Electorate(FIVE, kind, False, True, None))
    assert {each.shapley for each in found} == {Fraction(1, 5)}


def test_without_a_population_table_there_is_no_power_to_compute():
    assert power.powers(Electorate(FIVE, MajorityRule.QUALIFIED, False, True, None)) is None
