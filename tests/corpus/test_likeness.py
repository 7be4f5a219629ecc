"""Words of exception set a state apart from all others, words of likeness join it to one: none does both."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus.clause import read_clause
from corpus.finding import Finding
from corpus.lexicon import DATA, Stance, languages, lexicon
from corpus.phrase import fold, phrase_pattern

FRAMES: dict[str, Any] = tomllib.loads(Path(__file__).with_name("likeness.toml").read_text("utf-8"))
_GROUP = re.compile(r"\(([^()|]*)[^()]*\)")
_OPTION = re.compile(r"\[[^\[\]]*\]")


def words_of(language: str, key: str) -> list[str]:
    """A list of the lexicon's section on votes, as the file writes it; phrases with a gap left out."""
    table: dict[str, Any] = tomllib.loads((DATA / f"{language}.toml").read_text("utf-8"))
    return [word for word in table["vote"][key] if "~" not in word]


def first_wording(phrase: str) -> str:
    """A phrase with the first of several words, and nothing that may be missing."""
    return " ".join(_OPTION.sub("", _GROUP.sub(r"\1", phrase)).replace("*", "").split())


def read_in_frames(language: str, key: str, word: str) -> Iterator[list[Finding]]:
    """What is found of the named states, in each sentence of a language with the word put in."""
    for frame in FRAMES[language][key]:
        sentence = frame.replace("{}", first_wording(word))
        clause = read_clause(sentence, fold(sentence), lexicon(language))
        yield [f for f in clause.findings if f.voters and f.voters.states]


def is_of(phrase: str, other: str) -> bool:
    """Whether a phrase in its first wording is another phrase."""
    return re.fullmatch(phrase_pattern(other), fold(first_wording(phrase))) is not None


@pytest.mark.parametrize("language", languages())
def test_no_word_of_exception_is_a_word_of_likeness(language: str) -> None:
    exceptions, likenesses = words_of(language, "except"), words_of(language, "like")
    assert [
        (word, other)
        for word in exceptions
        for other in likenesses
        if is_of(word, other) or is_of(other, word)
    ] == []


@pytest.mark.parametrize("language", languages())
def test_a_word_of_exception_sets_the_state_beside_it_apart(language: str) -> None:
    misread = [
        word
        for word in words_of(language, "except")
        if not any(
            found and all(f.voters and f.voters.is_excepted and f.cue is None for f in found)
            for found in read_in_frames(language, "except", word)
        )
    ]
    assert misread == []


@pytest.mark.parametrize("language", languages())
def test_a_word_of_likeness_gives_both_states_the_same_position(language: str) -> None:
    misread = [
        word
        for word in words_of(language, "like")
        if not any(
            {
                m.state
                for f in found
                if f.cue and f.cue.stance is Stance.ABSTENTION and f.voters
                for m in f.voters.states
            }
            == {"CY", "MT"}
            for found in read_in_frames(language, "like", word)
        )
    ]
    assert misread == []
