"""How far a score stands out among the texts of its own language."""

import numpy as np
import pytest

from index.standing import LANGUAGES, Background, code_of, codes_of


def standings(scores, languages):
    codes = codes_of(languages)
    values = np.array(scores, dtype=np.float64)
    return Background(codes).of(values, np.arange(len(values))).standing(values, codes)


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


def test_texts_that_score_nothing_need_not_be_named():
    codes = codes_of(["en", "nl"] * 50)
    scores = np.array([0.25, 0.5, 0.125, 1.0] + [0.0] * 96)
    whole = Background(codes).of(scores, np.arange(100)).standing(scores, codes)
    sparse = Background(codes).of(scores[:4], np.arange(4)).standing(scores, codes)
    assert whole.tobytes() == sparse.tobytes()


def test_languages_that_are_not_official_are_one():
    assert codes_of(["tr", "uk"]).tolist() == [code_of("ja")] * 2
    assert len(set(codes_of(LANGUAGES).tolist())) == 24


def test_a_text_that_shares_one_word_in_a_language_that_shares_none_does_not_stand_out_beyond_measure():
    french = [0.5 + 0.25 * (n % 3) for n in range(1000)]
    found = standings([*french, 2.0, *[0.125] + [0.0] * 99_999], ["fr"] * 1001 + ["de"] * 100_000)
    assert int(np.argmax(found)) == 1000
