"""Any two questions that can be answered can be asked in one: both are told what they would be told alone."""

import tomllib
from itertools import cycle, permutations
from pathlib import Path

import pytest

SPOKEN = tomllib.loads((Path(__file__).parent / "joined_questions.toml").read_text("utf-8"))
JOINTS = ("{one}, {joint} {other}", "{one} {joint} {other}", "{one}{mark} {joint} {other}")


def joined(pattern: str, one: str, other: str, joint: str) -> str:
    """Two questions in one, as the pattern joins them; the first letter of the second is small."""
    at = other.startswith("¿")
    small = f"{other[:at]}{other[at].lower()}{other[at + 1 :]}"
    return pattern.format(one=one[:-1].rstrip(), mark=one[-1], joint=joint, other=small)


@pytest.mark.parametrize("language", sorted(SPOKEN))
def test_two_questions_in_one_get_the_leading_facts_of_both(dialogue, language: str) -> None:
    spoken = SPOKEN[language]
    leading = {q: dialogue.ask(q, language=language).claims[0].text for q in spoken["questions"]}
    dropped = []
    for (one, other), joint in zip(permutations(spoken["questions"], 2), cycle(JOINTS), strict=False):
        question = joined(joint, one, other, spoken["and"])
        said = {claim.text for claim in dialogue.ask(question, language=language).claims}
        dropped += [(question, fact) for fact in (leading[one], leading[other]) if fact not in said]
    assert dropped == []
