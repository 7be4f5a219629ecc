"""How far a score stands out among the texts of its own language."""

import numpy as np
import pytest

from index.standing import Background


def standings(scores, languages):
    background = Background(languages)
    values = np.array(scores, dtype=np.float32)
    return background.of(values).standing(values)


def test_what_stands_out_among_its_own_beats_what_is_usual_among_many():
    french, dutch = [0.30, 0.32, 0.31, 0.33] * 10, [0.02, 0.01] * 20
    dutch[7] = 0.2
    assert int(np.argmax(standings(french + dutch, ["fr"] * 40 + ["nl"] * 40))) == 47


def test_within_one_language_the_order_stays_that_of_the_scores():
    scores = [0.3, 0.1, 0.9, 0.5]
    assert np.argsort(standings(scores, ["en"] * 4)).tolist() == np.argsort(scores).tolist()


@pytest.mark.parametrize("scores", [[0.0, 0.0, 0.0], [0.7, 0.7, 0.7]])
def test_where_all_are_alike_nothing_stands_out(scores):
    assert np.abs(standings(scores, ["en", "nl", "nl"])).max() < 0.1


def test_a_sample_says_what_is_usual_for_texts_it_does_not_hold():
    background = Background(["en"] * 100)
    scores = np.linspace(0, 1, 100, dtype=np.float32)
    sample = np.arange(0, 100, 5)
    whole, sampled = background.of(scores), background.of(scores[sample], sample)
    assert np.abs(whole.standing(scores) - sampled.standing(scores)).max() < 0.2


def test_a_text_is_in_its_language_and_in_no_other():
    background = Background(["en", "nl", "en"])
    assert background.is_in("en", np.arange(3)).tolist() == [True, False, True]
    assert not background.is_in("fr", np.arange(3)).any()
