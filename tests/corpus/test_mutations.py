"""However a notice is wrapped, hyphenated or recased, it never says another vote: the same, or less."""

import re
import textwrap
from collections.abc import Callable
from random import Random

import pytest

from corpus.contract import contract_of
from corpus.errors import NotANotice
from corpus.parse import parse_record
from corpus.readers.reader import read_source
from tests.notices.writer import LANGUAGES, random_facts, write

NOTICES_A_MUTATION = 2
LONG_WORD = re.compile(r"\b[^\W\d_]{6,}\b")


def wrapped(text: str, random: Random) -> str:
    width = random.choice((40, 55, 72, 90))
    return "\n".join(part for line in text.split("\n") for part in textwrap.wrap(line, width) or [""])


def capitals(text: str, random: Random) -> str:
    return text.upper()


def small_letters(text: str, random: Random) -> str:
    return text.lower()


def odd_spaces(text: str, random: Random) -> str:
    return "".join("\u00a0" if c == " " and random.random() < 0.3 else c for c in text)


def carriage_returns(text: str, random: Random) -> str:
    return text.replace("\n", "\r\n")


def hyphenated(text: str, random: Random) -> str:
    def cut(word: re.Match[str]) -> str:
        at = random.randrange(2, len(word[0]) - 2)
        mark = random.choice(("-\n", "\u00ad", "\u00ad\n"))
        return word[0][:at] + mark + word[0][at:] if random.random() < 0.08 else word[0]

    return LONG_WORD.sub(cut, text)


def broken_between_words(text: str, random: Random) -> str:
    return re.sub(r"(?<=[^\W\d]) (?=[^\W\d])", lambda _: "\n" if random.random() < 0.12 else " ", text)


def broken_inside_a_word(text: str, random: Random) -> str:
    word = random.choice([w for w in LONG_WORD.finditer(text) if w.start() > 300])
    at = word.start() + random.randrange(2, 4)
    return f"{text[:at]}\n{text[at:]}"


def interrupted_by_a_page_end(text: str, random: Random) -> str:
    lines = wrapped(text, random).split("\n")
    at = random.randrange(8, len(lines))
    footer = ["", "CM 1234/25 REV 1        AB/cd      2", "     JAI.1           EN", "\f"]
    return "\n".join([*lines[:at], *footer, *lines[at:]])


MUTATIONS = (
    wrapped,
    capitals,
    small_letters,
    odd_spaces,
    carriage_returns,
    hyphenated,
    broken_between_words,
    broken_inside_a_word,
    interrupted_by_a_page_end,
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda m: m.__name__)
def test_a_mutated_notice_never_says_another_vote(
    mutation: Callable[[str, Random], str], language: str
) -> None:
    random = Random(f"{mutation.__name__} {language}")
    for _ in range(NOTICES_A_MUTATION):
        facts = random_facts(random, language)
        text = mutation(write(facts, random), random)
        try:
            found = contract_of(parse_record(read_source(text.encode(), "mutated.txt")))
        except NotANotice:
            continue
        for act in found["acts"]:
            assert set(act["against"]) <= set(facts.against), text
            assert set(act["abstained"]) <= set(facts.abstained), text
            named = {*act["against"], *act["abstained"]}
            assert act["remainder"] is None or named == {*facts.against, *facts.abstained}, text
            assert act["adopted"] in {None, facts.adopted}, text
