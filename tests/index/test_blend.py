"""From where on a passage says something on the question."""

import numpy as np
import pytest

from index.blend import RELEVANT_FROM, Coverage, relevance


def relevance_of(words, letters, concepts, *, native):
    sides = (np.array([side], dtype=np.float64) for side in (words, letters, concepts))
    return float(relevance(Coverage(*sides, np.array([native])))[0])


@pytest.mark.parametrize(
    ("words", "letters", "concepts", "native", "reason"),
    [
        (0.0, 0.13, 0.95, False, "a concept joins two languages"),
        (0.6, 0.5, 0.0, True, "the question's own words"),
        (0.5, 0.4, 0.9, True, "words and a concept"),
        (1.0, 1.0, 1.2, True, "everything asked"),
    ],
)
def test_what_covers_the_question_is_relevant(words, letters, concepts, native, reason):
    assert relevance_of(words, letters, concepts, native=native) >= RELEVANT_FROM, reason


@pytest.mark.parametrize(
    ("words", "letters", "concepts", "native", "reason"),
    [
        (0.0, 0.0, 0.0, True, "nothing shared"),
        (0.1, 0.3, 0.0, True, "letters that any two texts of a language share"),
        (0.0, 0.3, 0.0, False, "letters alone, in another language"),
        (0.0, 0.1, 0.4, False, "one concept of several"),
    ],
)
def test_what_hardly_touches_it_is_not(words, letters, concepts, native, reason):
    assert relevance_of(words, letters, concepts, native=native) < RELEVANT_FROM, reason


def test_more_covered_is_never_less_relevant():
    steps = [relevance_of(x, x, x, native=True) for x in np.linspace(0, 1.2, 25)]
    assert steps == sorted(steps)
    assert all(0 <= step <= 1 for step in steps)
