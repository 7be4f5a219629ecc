"""The sentences with gold: most verdicts are right, and nothing is called supported that is not."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.check.checker import check_draft
from assistant.check.claim import CheckedClaim, Finding

FOLDER = Path(__file__).parent
VERDICTS = {
    "S": Finding.SUPPORTED,
    "D": Finding.DERIVED,
    "C": Finding.CONTRADICTED,
    "N": Finding.NOT_CHECKABLE,
}
LEAST = {
    "tuned": 0.97,
    "held_out": 0.90,
    "apart": 0.85,
    "first_try": 0.97,
    "tuned_sixteen": 0.95,
    "journalist": 0.85,
    "fresh_sixteen": 0.95,
}


@dataclass(frozen=True)
class Gold:
    kind: str
    verdict: Finding
    start: int
    end: int

    def is_on(self, claim: CheckedClaim) -> bool:
        return claim.kind == self.kind and claim.start < self.end and self.start < claim.end


def cases(name: str) -> list[tuple[str, str, tuple[Gold, ...]]]:
    data = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    return [
        (language, text, tuple(gold_of(text, words) for words in gold))
        for language, table in data.items()
        for text, *gold in table["cases"]
    ]


def gold_of(text: str, words: str) -> Gold:
    kind, verdict, quote = words.split(" ", 2)
    start = text.index(quote)
    return Gold(kind, VERDICTS[verdict], start, start + len(quote))


def is_found(gold: Gold, claims: tuple[CheckedClaim, ...]) -> bool:
    verdicts = {claim.verdict for claim in claims if gold.is_on(claim)}
    return verdicts == {gold.verdict}


def false_supports(gold: tuple[Gold, ...], claims: tuple[CheckedClaim, ...]) -> list[str]:
    right = [each for each in gold if each.verdict is Finding.SUPPORTED]
    return [
        claim.quote
        for claim in claims
        if claim.verdict is Finding.SUPPORTED and not any(each.is_on(claim) for each in right)
    ]


def test_there_are_at_least_150_sentences_half_of_them_held_out():
    untouched = [*cases("held_out"), *cases("apart")]
    assert len(untouched) >= 150
    assert len(untouched) >= len(cases("tuned"))


@pytest.mark.parametrize("name", LEAST)
def test_verdicts_are_those_of_the_gold(library, name):
    found = [
        is_found(each, check_draft(text, library, "s", language=language).claims)
        for language, text, gold in cases(name)
        for each in gold
    ]
    assert sum(found) / len(found) >= LEAST[name]


@pytest.mark.parametrize("name", LEAST)
def test_nothing_is_called_supported_that_is_not(library, name):
    false = {
        text: quotes
        for language, text, gold in cases(name)
        if (quotes := false_supports(gold, check_draft(text, library, "s", language=language).claims))
    }
    assert false == {}
