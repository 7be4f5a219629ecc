"""The words a language writes its notices with: one data file a language, compiled to patterns.

Knows which words stand for which concept; the guide to the file is in ``corpus/README.md``.
Refuses to know what follows from them. A file that lacks a key, or has one too many, is an
error that names it.
"""

import re
import tomllib
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from corpus.phrase import compile_phrases, fold
from corpus.word_list import (
    FigureWords,
    HeadingWords,
    HourWords,
    MajorityWords,
    OutcomeWords,
    Pattern,
    ProcedureWords,
    ReferenceWords,
    SpeakerWords,
    StanceWords,
    VoteWords,
)

DATA = Path(__file__).parent / "data" / "lexicon"
_DETECTION_LENGTH = 6000
_FEWEST_WORDS = 3
_NEAR = 0.5
_WEIGHT = 3
_MOST_COUNTED = 6
_WORD = re.compile(r"[^\W\d_]+")

T = TypeVar("T")


class Stance(StrEnum):
    """The kinds of position words; ``unclear`` are words that leave the position open."""

    AGAINST = "against"
    ABSTENTION = "abstention"
    FOR = "for"
    NOT_PARTICIPATING = "not_participating"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Everything the reader knows of one language's words."""

    language: str
    month_numbers: dict[str, int]
    months: Pattern
    number_values: dict[str, int]
    numbers: Pattern
    abbreviations: frozenset[str]
    clitics: frozenset[str]
    ordinals: tuple[Pattern, ...]
    hour: HourWords
    heading: HeadingWords
    procedure: ProcedureWords
    outcome: OutcomeWords
    majority: MajorityWords
    stances: dict[Stance, StanceWords]
    vote: VoteWords
    speaker: SpeakerWords
    figure: FigureWords
    units: dict[str, Pattern]
    reference: ReferenceWords


@cache
def languages() -> tuple[str, ...]:
    """The languages notices are read in."""
    return tuple(sorted(file.stem for file in DATA.glob("??.toml")))


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of one language.

    Raises: ValueError when its file lacks a key or has an unknown one.
    """
    table = _table(language)
    ordinals = table["reference"].pop("ordinals")
    month_numbers = {fold(name): n for n, names in enumerate(table["months"], 1) for name in names}
    number_values = {fold(name): n for n, names in enumerate(table["numbers"]) for name in names}
    return Lexicon(
        language=language,
        month_numbers=month_numbers,
        months=compile_phrases(month_numbers),
        number_values=number_values,
        numbers=compile_phrases(number_values),
        abbreviations=frozenset(fold(word) for word in table["abbreviations"]),
        clitics=frozenset(fold(word) for word in table["clitics"]),
        ordinals=tuple(compile_phrases(words) for words in ordinals),
        hour=_section(HourWords, table["hour"], language),
        heading=_section(HeadingWords, table["heading"], language),
        procedure=_section(ProcedureWords, table["procedure"], language),
        outcome=_with_commas(_section(OutcomeWords, table["outcome"], language)),
        majority=_section(MajorityWords, table["majority"], language),
        stances={stance: _section(StanceWords, table["position"][stance], language) for stance in Stance},
        vote=_with_numbers(_with_likeness(_section(VoteWords, table["vote"], language)), number_values),
        speaker=_section(SpeakerWords, table["speaker"], language),
        figure=_section(FigureWords, table["figure"], language),
        units={unit: compile_phrases(words) for unit, words in table["unit"].items()},
        reference=_section(ReferenceWords, table["reference"], language),
    )


def detect_language(folded: str) -> str | None:
    """The language a folded text is written in; None where no language's function words are found.

    Languages whose function words come near the best are told apart by the words of notices.
    """
    text = folded[:_DETECTION_LENGTH]
    counts: dict[str, int] = {}
    for word in _WORD.findall(text):
        counts[word] = counts.get(word, 0) + 1
    scores = {language: _score(counts, language) for language in languages()}
    best = max(scores.values(), default=0)
    if best < _FEWEST_WORDS:
        return None
    near = [language for language in languages() if scores[language] >= _NEAR * best]
    if len(near) == 1:
        return near[0]
    return max(near, key=lambda language: scores[language] + _notice_words(text, lexicon(language)))


def _notice_words(text: str, words: Lexicon) -> int:
    """How many of the words that only notices use a text has, weighed against function words."""
    telling = (words.procedure.written, words.heading.subject, words.vote.delegation, words.months)
    return sum(_WEIGHT * min(_MOST_COUNTED, len(pattern.findall(text))) for pattern in telling)


def _score(counts: dict[str, int], language: str) -> int:
    return sum(counts.get(word, 0) for word in _function_words()[language])


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {each: frozenset(map(fold, _table(each)["function_words"])) for each in languages()}


def _section(kind: type[T], table: dict[str, list[str]], language: str) -> T:
    expected = {field.name.rstrip("_") for field in fields(kind)}  # type: ignore[arg-type]  # all are dataclasses
    if expected != set(table):
        odd = ", ".join(sorted(expected ^ set(table)))
        raise ValueError(f"lexicon {language}: {kind.__name__} lacks or does not know {odd}")
    return kind(**{f.name: compile_phrases(table[f.name.rstrip("_")]) for f in fields(kind)})  # type: ignore[arg-type]  # as above


def _with_commas(words: OutcomeWords) -> OutcomeWords:
    """The words, with commas allowed around adverbs: "il est, en conséquence, adopté"."""
    adopted, not_adopted = (
        re.compile(pattern.pattern.replace(r"\s+", r",?\s+"))
        for pattern in (words.adopted, words.not_adopted)
    )
    return replace(words, adopted=adopted, not_adopted=not_adopted)


def _with_likeness(words: VoteWords) -> VoteWords:
    """The words, with those that liken among those that join: "Hungary, like Slovakia, abstained"."""
    return replace(words, and_=re.compile(f"{words.like.pattern}|{words.and_.pattern}"))


def _with_numbers(words: VoteWords, number_values: dict[str, int]) -> VoteWords:
    """The words, with a number allowed in those for all others: "the 22 other members", "the other two"."""
    counted = sorted((word for word, value in number_values.items() if value), key=len, reverse=True)
    number = rf"(?:\d{{1,2}}|{'|'.join(map(re.escape, counted))})"
    pattern = words.all.pattern.replace(r"\d+", number).replace(r"\s+", rf"\s+(?:{number}\s+(?:de\s+)?)?")
    return replace(words, all=re.compile(pattern))


def _table(language: str) -> dict[str, Any]:  # Any: what TOML holds; _section checks the keys
    return tomllib.loads((DATA / f"{language}.toml").read_text("utf-8"))
