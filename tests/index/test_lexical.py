"""BM25 as sparse arrays."""

from itertools import permutations

import numpy as np
import pytest

from index.lexical import Lexicon, index_terms


def scores_of(units, query):
    return Lexicon(index_terms(units)).scores(query).tolist()


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
    one, other = (index_terms([["b", "a", "a"], ["c", "b"]]) for _ in range(2))
    assert one.terms == other.terms == ("a", "b", "c")
    assert one.starts.tobytes() == other.starts.tobytes()
    assert one.weights.tobytes() == other.weights.tobytes()


def test_terms_that_most_units_hold_are_left_out_and_neither_help_nor_hurt():
    units = [["the", f"w{n}"] for n in range(100)]
    postings = index_terms(units, common_from=0.1)
    assert postings.common == ("the",)
    lexicon = Lexicon(postings)
    assert lexicon.scores(["the", "w7"]).tolist() == lexicon.scores(["w7"]).tolist()


def test_in_a_small_corpus_no_term_is_left_out():
    assert index_terms([["the", f"w{n}"] for n in range(50)], common_from=0.1).common == ()


@pytest.mark.parametrize("units", [[], [[]], [[], []]])
def test_units_without_terms_are_no_error(units):
    assert np.array_equal(Lexicon(index_terms(units)).scores(["a"]), np.zeros(len(units), dtype=np.float32))
