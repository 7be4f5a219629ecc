"""Pairing voters with positions: the cheapest way, never crossing, and doubt where two ways tie."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.attachment import attach

SKIPS = [5.0] * 4


def test_each_goes_with_its_nearest_when_that_leaves_nothing_over() -> None:
    costs = {(0, 1): 0.0, (1, 2): 0.0, (2, 3): 0.0}
    assert attach(SKIPS, costs, {}).pairs == ((0, 1), (2, 3))


def test_a_pair_may_lie_inside_another() -> None:
    costs = {(0, 3): 1.0, (1, 2): 0.0}
    assert attach(SKIPS, costs, {}).pairs == ((0, 3), (1, 2))


def test_two_ways_that_cost_the_same_and_disagree_are_ambiguous() -> None:
    costs = {(0, 1): 0.0, (1, 2): 0.0}
    meanings = {(0, 1): "against", (1, 2): "abstention"}
    assert attach([1.0, 1.0, 1.0], costs, meanings).ambiguous


def test_two_ways_that_cost_the_same_and_agree_are_no_ambiguity() -> None:
    costs = {(0, 1): 0.0, (1, 2): 0.0}
    meanings = {(0, 1): "against", (1, 2): "against"}
    assert not attach([1.0, 1.0, 1.0], costs, meanings).ambiguous


@given(
    st.integers(0, 7).flatmap(
        lambda n: st.tuples(
            st.lists(st.floats(0, 9), min_size=n, max_size=n),
            st.dictionaries(
                st.tuples(st.integers(0, max(n - 2, 0)), st.integers(1, max(n - 1, 1))), st.floats(0, 9)
            ),
        )
    )
)
def test_pairs_never_cross_and_nothing_is_paired_twice(
    row: tuple[list[float], dict[tuple[int, int], float]],
) -> None:
    skips, drawn = row
    costs = {(i, j): cost for (i, j), cost in drawn.items() if i < j < len(skips)}
    pairs = attach(skips, costs, {}).pairs
    used = [place for pair in pairs for place in pair]
    assert len(used) == len(set(used))
    assert not any(a < c < b < d for a, b in pairs for c, d in pairs)
