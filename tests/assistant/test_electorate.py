"""The rules of the treaties, held against a second implementation in SQL and against their own laws."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.counting.electorate import Electorate
from corpus.model import MajorityRule
from tests.assistant.second_implementation import SHARES, STATES, differences, electorate

GENERATED = 20_000


def test_a_second_implementation_in_sql_decides_every_generated_vote_alike():
    differing, met = differences(GENERATED)
    assert differing == []
    assert set(met) == {True, False, None}  # all three results were met


@pytest.mark.parametrize(
    ("members", "reinforced", "needed"),
    [(27, False, 15), (26, False, 15), (25, False, 14), (27, True, 20), (26, True, 19), (25, True, 18)],
)
def test_the_members_needed_are_those_the_treaty_gives(members, reinforced, needed):
    assert electorate(STATES[:members], reinforced=reinforced).members_needed == needed


def test_four_members_can_block_where_all_take_part_and_where_denmark_does_not():
    without_denmark = [state for state in STATES if state != "DK"]
    assert (electorate().blocking_members, electorate(without_denmark).blocking_members) == (4, 4)


def test_three_members_never_block_where_all_take_part_however_populous():
    others = [state for state in STATES if state not in {"DE", "FR", "IT"}]
    assert electorate().population_of(others).value < Fraction(65, 100)
    assert electorate().outcome(others) is True


def test_exactly_sixty_five_percent_reaches_the_threshold():
    states = tuple(f"{n:02}" for n in range(20))
    even = Electorate(states, MajorityRule.QUALIFIED, True, False, (500,) * 20)
    share = even.population_of(states[:13])
    assert share.value == Fraction(65, 100)
    assert share.low < share.value < share.high
    assert share.reaches(Fraction(65, 100)) is None  # with rounded shares the exact boundary is open


@given(st.integers(2, 27), st.booleans(), st.booleans())
def test_exactly_the_members_needed_carry_and_one_fewer_do_not(count, reinforced, whole):
    states = tuple(f"{n:02}" for n in range(count))
    share = Fraction(72 if reinforced else 55, 100)
    needed = max(-(-share * count // 1), 15 if whole and not reinforced else 0)
    if needed > count:
        return
    heavy = tuple(1000 if n < needed else 1 for n in range(count))  # the people are never what is missing
    members = Electorate(states, MajorityRule.QUALIFIED, reinforced, whole, heavy)
    assert members.members_needed == needed
    assert members.outcome(states[: int(needed)]) is True
    assert members.outcome(states[1 : int(needed)]) is False


@given(st.sets(st.sampled_from(STATES)))
def test_shares_of_a_part_and_of_the_rest_add_up_to_one(chosen):
    rest = [state for state in STATES if state not in chosen]
    part, other = electorate().population_of(chosen), electorate().population_of(rest)
    assert part.value + other.value == 1
    assert part.low + other.high == 1


@given(st.sets(st.sampled_from(STATES)), st.sampled_from(STATES), st.booleans())
def test_one_more_vote_in_favour_never_loses_a_majority(in_favour, newcomer, reinforced):
    members = electorate(reinforced=reinforced)
    before, after = members.outcome(in_favour), members.outcome(in_favour | {newcomer})
    rank = {False: 0, None: 1, True: 2}
    assert rank[after] >= rank[before]


@given(st.sets(st.sampled_from(STATES), min_size=15, max_size=22))
def test_the_outcome_is_what_the_shown_interval_says(in_favour):
    members = electorate()
    assert members.outcome(in_favour) is members.population_of(in_favour).reaches(Fraction(65, 100))


@given(st.permutations(STATES), st.sets(st.sampled_from(STATES)))
def test_the_order_in_which_members_are_listed_changes_nothing(order, in_favour):
    assert electorate(order).outcome(in_favour) is electorate().outcome(in_favour)


@given(st.sets(st.sampled_from(STATES)), st.sampled_from(STATES), st.sampled_from(STATES))
def test_members_with_the_same_population_are_interchangeable(in_favour, one, other):
    shares = tuple(SHARES[one] if state == other else SHARES[state] for state in STATES)
    members = Electorate(STATES, MajorityRule.QUALIFIED, False, True, shares)
    swap = {one: other, other: one}
    assert members.outcome(in_favour) is members.outcome({swap.get(state, state) for state in in_favour})
