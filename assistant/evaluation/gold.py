"""A question set with gold, and how an answer is held against it.

Knows what was expected and what came; scores are counts, never opinions. A question set is a
JSON Lines file: one ``GoldQuestion`` a line, written by people who did not write the answerers.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.answer import SAYING, Answer, Status
from corpus.text import quote_sha256

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_GROUPING = re.compile(r"(?<=\d)[\s\u00a0\u202f\u2009'’](?=\d{3}(?!\d))")
StateFinder = Callable[[str, str], Iterable[str]]


class Expectation(BaseModel):
    """What a right answer shows. Empty fields ask for nothing.

    ``lead_names`` is the exact set of states the first claim names; ``names`` must all be named
    somewhere, ``not_names`` nowhere. ``numbers`` are canonical ("3.21", "29038"). ``includes``
    and ``excludes`` are texts (case-insensitive; ``a|b`` is either), ``begins`` is how the answer
    starts. ``quotes`` are stretches of the record that some citation must hold, or lie within.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    status: tuple[str, ...]
    reason: str | None = None
    lead_names: tuple[str, ...] | None = None
    names: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    not_numbers: tuple[str, ...] = ()
    begins: str | None = None
    includes: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


class GoldQuestion(BaseModel):
    """One question, what was asked before it, and what a right answer shows."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    language: str
    category: str
    question: str
    before: tuple[str, ...] = ()
    expect: Expectation


@dataclass(frozen=True, slots=True)
class Result:
    """One question's outcome: what failed (nothing when right), and how its citations fared.

    ``unfounded`` are the numbers without an origin, each with its claim, in this answer and those before it.
    """

    gold: GoldQuestion
    failures: tuple[str, ...]
    quotes_expected: int
    quotes_cited: int
    milliseconds: float
    text: str
    status: Status
    unfounded: tuple[tuple[str, str], ...] = ()

    @property
    def is_right(self) -> bool:
        """Whether nothing failed."""
        return not self.failures

    @property
    def is_false_refusal(self) -> bool:
        """Whether an answer was expected and none was given."""
        return SAYING.issuperset(self.gold.expect.status) and self.status not in SAYING

    @property
    def is_false_answer(self) -> bool:
        """Whether something was said of the world where nothing may be."""
        return SAYING.isdisjoint(self.gold.expect.status) and self.status in SAYING


def read_questions(path: Path) -> tuple[GoldQuestion, ...]:
    """The questions of a file, or of every ``.jsonl`` file of a folder, in order.

    Raises: ValueError naming file and line when a line is no gold question.
    """
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    return tuple(question for file in files for question in _read_file(file))


def _read_file(file: Path) -> Iterable[GoldQuestion]:
    for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
        if line.strip():
            try:
                yield GoldQuestion.model_validate_json(line)
            except ValueError as error:
                raise ValueError(f"{file}, line {number}: {error}") from error


def failures_of(answer: Answer, gold: GoldQuestion, *, find_states: StateFinder) -> tuple[str, ...]:
    """What is wrong with an answer, a short text each; empty when it is right."""
    expect = gold.expect
    lead = answer.claims[0].text if answer.claims else answer.text
    named = set(find_states(answer.text, answer.language))
    checks = [
        _differs("status", answer.status, expect.status),
        _differs("reason", answer.reason, (expect.reason,)) if expect.reason else None,
        _lead(set(find_states(lead, answer.language)), expect.lead_names),
        _missing("states", expect.names, named),
        _unwanted("states", expect.not_names, named),
        _missing("numbers", expect.numbers, numbers_in(answer.text)),
        _unwanted("numbers", expect.not_numbers, numbers_in(answer.text)),
        _begins(answer.text, expect.begins),
        *(_text(answer.text, wanted, should=True) for wanted in expect.includes),
        *(_text(answer.text, unwanted, should=False) for unwanted in expect.excludes),
        *(None if _is_cited(quote, answer) else f"not cited: {quote!r}" for quote in expect.quotes),
        _missing("evidence", expect.evidence, {str(claim.evidence) for claim in answer.claims}),
        *_broken_citations(answer),
    ]
    return tuple(check for check in checks if check)


def cited(answer: Answer, gold: GoldQuestion) -> int:
    """How many of the expected quotes some citation holds."""
    return sum(_is_cited(quote, answer) for quote in gold.expect.quotes)


def numbers_in(text: str) -> set[str]:
    """Every number of a text in canonical form, under both readings of a separator.

    >>> sorted(numbers_in("29 038 of 30.000, or 3,21 %"))
    ['29038', '3.21', '30.000', '30000', '321']
    >>> sorted(numbers_in("2,00 %"))
    ['2', '2.00', '200']
    """
    plain = re.sub(r"\[\d+\]", "", _GROUPING.sub("", text))
    found = set()
    for token in _NUMBER.findall(plain):
        pointed = token.replace(",", ".")
        found |= {re.sub(r"[.,]", "", token), pointed, pointed.removesuffix(".00")}
    return found


def _differs(what: str, value: str | None, allowed: tuple[str | None, ...]) -> str | None:
    return None if value in allowed else f"{what} {value}, expected {' or '.join(map(str, allowed))}"


def _lead(named: set[str], expected: tuple[str, ...] | None) -> str | None:
    if expected is None or named == set(expected):
        return None
    return f"first claim names {sorted(named)}, expected {sorted(expected)}"


def _missing(what: str, expected: tuple[str, ...], found: set[str]) -> str | None:
    missing = [item for item in expected if item not in found]
    return f"{what} missing: {', '.join(missing)}" if missing else None


def _unwanted(what: str, unwanted: tuple[str, ...], found: set[str]) -> str | None:
    present = [item for item in unwanted if item in found]
    return f"{what} not wanted: {', '.join(present)}" if present else None


def _text(text: str, alternatives: str, *, should: bool) -> str | None:
    is_there = any(wanted.casefold() in text.casefold() for wanted in alternatives.split("|"))
    if is_there == should:
        return None
    return f"text {'lacks' if should else 'has'} {alternatives!r}"


def _begins(text: str, alternatives: str | None) -> str | None:
    if alternatives is None or text.casefold().startswith(tuple(alternatives.casefold().split("|"))):
        return None
    return f"begins {text[:20]!r}, expected {alternatives!r}"


def _is_cited(quote: str, answer: Answer) -> bool:
    return any(quote in citation.quote or citation.quote in quote for citation in answer.citations)


def _broken_citations(answer: Answer) -> Iterable[str]:
    numbers = {citation.n for citation in answer.citations}
    for claim in answer.claims:
        if not claim.citations or not set(claim.citations) <= numbers:
            yield f"claim without citation: {claim.text[:60]!r}"
    for citation in answer.citations:
        if quote_sha256(citation.quote) != citation.quote_sha256:
            yield f"citation {citation.n}: hash does not fit its quote"
