"""Sentences that point back bring with them what they point at."""

import pytest

from assistant.answers import pointing
from assistant.understanding import cues


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        ("These amounts are the minimum.", "en", True),
        ("In deze periode waren er meer dan 59 000.", "nl", True),
        ("Diese Beträge sind der Mindestwert.", "de", True),
        ("Spain thanks the Presidency.", "en", False),  # names its own matter
        ("In the second half of the year flows rise.", "en", False),  # a preposition alone points at nothing
        ("", "en", False),
    ],
)
def test_a_sentence_points_back_when_it_begins_with_a_demonstrative(sentence, language, expected) -> None:
    assert pointing.points_back(sentence, language) is expected


@pytest.mark.parametrize("language", cues.languages())
def test_every_language_of_records_has_words_that_point_back(language) -> None:
    assert pointing.pointing_words(language)
