"""BM25 as sparse arrays."""

from itertools import permutations

import numpy as np
import pytest

from index.lexical import Lexicon, Reading, index_terms, joined, scores, without

LENGTH = 3.0  # a usual unit here


def asked(postings, query, reading=Reading()):  # noqa: B008 — a value that never changes
    return scores([Lexicon(part) for part in postings], query, reading).tolist()


def scores_of(units, query):
    return asked([index_terms(units, LENGTH)], query)


def test_a_unit_with_none_of_the_terms_scores_nothing():
    assert scores_of([["a"], ["b"]], ["a"])[1] == 0.0


def test_a_rarer_term_counts_for_more():
    rare, common = scores_of([["rare", "x"], ["common", "x"], ["common", "y"]], ["rare", "common"])[:2]
    assert rare > common


def test_a_term_no_unit_has_lowers_the_share_that_is_answered():
    units = [["a", "b"], ["c", "d"]]
    assert scores_of(units, ["a", "unheard"])[0] < scores_of(units, ["a"])[0]


def test_a_shorter_unit_that_says_the_same_scores_more():
    short, long = scores_of([["a", "b"], ["a", "b", "c", "d", "e", "f"]], ["a"])
    assert short > long


def test_the_order_of_the_terms_makes_no_difference():
    units = [["a", "b", "c"], ["b", "c"], ["c", "d"]]
    found = {tuple(scores_of(units, query)) for query in permutations(["a", "b", "c", "zz"])}
    assert len(found) == 1


def test_the_same_units_give_the_same_arrays():
    one, other = (index_terms([["b", "a", "a"], ["c", "b"]], LENGTH) for _ in range(2))
    assert one.terms == other.terms == ("a", "b", "c")
    assert one.starts.tobytes() == other.starts.tobytes()
    assert one.weights.tobytes() == other.weights.tobytes()


def test_terms_that_many_units_hold_neither_help_nor_hurt():
    postings = index_terms([["the", f"w{n}"] for n in range(100)], LENGTH)
    reading = Reading(common_from=0.1)
    assert asked([postings], ["the", "w7"], reading) == asked([postings], ["w7"], reading)


def test_in_a_small_corpus_no_term_is_too_common():
    postings = index_terms([["the", f"w{n}"] for n in range(50)], LENGTH)
    assert min(asked([postings], ["the"], Reading(common_from=0.1))) > 0


def test_of_a_question_that_would_read_too_much_the_rarest_terms_are_read():
    postings = index_terms([["the", "of" if n % 2 else "by", f"w{n}"] for n in range(100)], LENGTH)
    reading = Reading(most=60)
    assert asked([postings], ["the", "of", "w7"], reading) == asked([postings], ["of", "w7"], reading)


def test_how_units_are_spread_over_indexes_changes_no_score():
    units = [[f"w{n % 7}", f"v{n % 3}", "x"] for n in range(40)]
    whole = index_terms(units, LENGTH)
    parts = [index_terms(units[a:b], LENGTH) for a, b in ((0, 11), (11, 12), (12, 40))]
    query = ["w1", "v2", "x", "unheard"]
    assert asked(parts, query) == asked([joined(parts)], query) == asked([whole], query)


def test_indexes_made_apart_and_joined_are_the_index_made_at_once():
    units = [[f"w{n % 5}", f"v{n}"] for n in range(9)]
    whole, parts = index_terms(units, LENGTH), [index_terms([unit], LENGTH) for unit in units]
    assert same_arrays(joined(parts), whole)


def test_one_index_alone_is_joined_as_it_is():
    alone = index_terms([["a"], ["b"]], LENGTH)
    assert joined([alone]) is alone


def test_an_index_without_some_units_is_the_index_of_the_others():
    units = [[f"w{n % 5}", f"v{n}"] for n in range(9)]
    kept = np.array([n % 3 != 1 for n in range(9)])
    left = [unit for unit, is_kept in zip(units, kept, strict=True) if is_kept]
    assert same_arrays(without(index_terms(units, LENGTH), kept), index_terms(left, LENGTH))


def same_arrays(one, other):
    arrays = ("starts", "units", "weights")
    return (one.terms, one.count) == (other.terms, other.count) and all(
        getattr(one, name).tobytes() == getattr(other, name).tobytes() for name in arrays
    )


@pytest.mark.parametrize("units", [[], [[]], [[], []]])
def test_units_without_terms_are_no_error(units):
    assert scores_of(units, ["a"]) == [0.0] * len(units)
