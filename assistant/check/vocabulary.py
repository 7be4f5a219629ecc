"""The words that only the check of drafts needs: hedges, reported speech, what a percentage is of.

Knows the data files (``data/check``), one a language. A language without one is never found supported.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from assistant.wording import catalogue
from assistant.wording.catalogue import Catalogue
from corpus.phrase import compile_phrases

FOLDER = Path(__file__).parent.parent / "data" / "check"
_SECTION = "check"


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Patterns over folded text and marks of the writing; each is explained in ``data/check/en.toml``."""

    hedged: re.Pattern[str]
    other_vote: re.Pattern[str]
    reported: re.Pattern[str]
    attributed: re.Pattern[str]
    alongside: re.Pattern[str]
    negated: re.Pattern[str]
    only: re.Pattern[str]
    bounded: re.Pattern[str]
    members: re.Pattern[str]
    population: re.Pattern[str]
    majority: re.Pattern[str]
    blocking: re.Pattern[str]
    adopted: re.Pattern[str]
    rejected: re.Pattern[str]
    unanimous: re.Pattern[str]
    notice: re.Pattern[str]
    council: re.Pattern[str]
    statement_none: re.Pattern[str]
    sequence: re.Pattern[str]
    other_act: re.Pattern[str]
    between: re.Pattern[str]
    out_of: re.Pattern[str]
    acted: re.Pattern[str]
    object: re.Pattern[str]
    beside: re.Pattern[str]
    around: re.Pattern[str]
    connective: re.Pattern[str]
    because: re.Pattern[str]
    about: re.Pattern[str]
    versus: re.Pattern[str]
    owned: re.Pattern[str]
    source: re.Pattern[str]
    source_behind: re.Pattern[str]
    article: re.Pattern[str]
    date: re.Pattern[str]
    supposed: re.Pattern[str]
    joiner: str
    question: tuple[str, ...]


@cache
def languages() -> tuple[str, ...]:
    """The languages drafts are checked in."""
    return tuple(sorted(file.stem for file in FOLDER.glob("??.toml")))


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of a language.

    Raises: KeyError when the language has none, TypeError when its file lacks a key.
    """
    if language not in languages():
        raise KeyError(language)
    file = file_of(language)
    patterns = {key: compile_phrases(words) for key, words in file["words"].items()}
    marks = file["mark"]
    return Vocabulary(**patterns, joiner=marks["joiner"][0], question=tuple(marks["question"]))


@cache
def wording(language: str) -> Catalogue:
    """The catalogue of a language with the check's own sentences; English ones where it lacks them."""
    own = language if language in languages() else catalogue.FALLBACK
    words = catalogue.catalogue(own)
    said = {**_messages(catalogue.FALLBACK), **_messages(own)}
    return replace(words, patterns={**words.patterns, **said})


def _messages(language: str) -> dict[str, str]:
    return {f"{_SECTION}.{key}": str(said) for key, said in file_of(language)["message"].items()}


@cache
def file_of(language: str) -> Mapping[str, Mapping[str, list[str]]]:
    """A language's file as written: its words, and its sentences."""
    return tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))
