"""What of a text the lexical side looks at."""

import tomllib
from pathlib import Path

import pytest

from index import analysis

STOP_WORDS = Path(analysis.__file__).parent / "data" / "stop_words.toml"
OFFICIAL = (
    "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr",
    "hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv",
)  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "language", "reason"),
    [
        ("Relocation", "relocations", "en", "a plural"),
        ("stemmen", "gestemd", "nl", "a participle"),
        ("déclaration", "DECLARATION", "fr", "accents and case do not count"),
        ("głosowanie", "glosowania", "pl", "a letter that does not decompose, and a case ending"),
        ("резолюция", "резолюцията", "bg", "no stemmer: the beginning of the word"),
        ("30 000", "30.000", "nl", "a number is one word, however it is grouped"),
        ("30\u202f000", "30,000", "en", "the narrow space that official texts group with"),
        ("74,66", "74.66", "nl", "a decimal comma is a decimal point"),
    ],
)
def test_two_forms_of_a_word_share_a_term(one, other, language, reason):
    shared = set(analysis.word_terms(one, language)) & set(analysis.word_terms(other, language))
    assert shared, reason


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("30 000", "30 001", "different numbers"),
        ("962", "74,66", "different numbers"),
        ("2024", "24", "years"),
    ],
)
def test_two_numbers_share_no_word_term(one, other, reason):
    assert not set(analysis.word_terms(one, "en")) & set(analysis.word_terms(other, "en")), reason


@pytest.mark.parametrize("language", OFFICIAL)
def test_every_official_language_has_stop_words(language):
    assert len(tomllib.loads(STOP_WORDS.read_text("utf-8"))[language].split()) > 80


def test_words_people_ask_with_carry_no_topic():
    assert list(analysis.words("What does Spain say about the relocations?", "en")) == [
        "spain",
        "relocations",
    ]
    assert list(analysis.words("Wat zegt Spanje over de herplaatsingen?", "nl")) == [
        "spanje",
        "herplaatsingen",
    ]


def test_compounds_share_letters_where_they_share_no_word():
    shared = set(analysis.letter_terms("solidariteitspool", "nl")) & set(analysis.letter_terms("pool", "nl"))
    assert "poo" in shared
    assert "pool_" in shared
