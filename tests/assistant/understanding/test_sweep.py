"""The words by which many votes are asked about at once."""

import tomllib
from pathlib import Path

import pytest

from assistant.understanding import cues, sweep
from assistant.understanding.sweep import Sweep, swept

_WORDS = tomllib.loads((Path(sweep.__file__).parent.parent / "data" / "sweeps.toml").read_text("utf-8"))


def test_every_language_has_words_for_every_kind() -> None:
    kinds = set(_WORDS["en"])
    assert {language: set(words) ^ kinds for language, words in _WORDS.items() if set(words) != kinds} == {}
    assert set(_WORDS) == set(cues.languages())
    assert not [words for language in _WORDS.values() for words in language.values() if not words]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which countries never voted against?", Sweep.NEVER),
        ("Which countries were never outvoted?", Sweep.UNBEATEN),
        ("Who was always on the winning side?", Sweep.WINNERS),
        ("Who has been outvoted?", Sweep.OUTVOTED),
        ("How many votes against were cast in total?", Sweep.TOTAL),
        ("How often was Ireland in the minority?", Sweep.DISSENTED),
        ("Who voted against?", None),  # one vote
        ("Why did Hungary never vote in favour?", None),  # its reasons
        ("How many more votes in favour were needed?", None),  # no act is sought
        ("Which states have the most people?", None),  # no vote is counted
    ],
)
def test_what_is_asked_of_many_votes_is_told_from_what_is_asked_of_one(
    question: str, expected: Sweep | None
) -> None:
    found = swept(question, "en")
    assert (found.sweep if found else None) is expected
