"""Greek and Bulgarian typed in Latin letters are read as their languages write them."""

import pytest

from assistant.question import Intent
from assistant.understanding import transliteration
from assistant.understanding.language import detect
from assistant.understanding.token import tokenise
from assistant.understanding.understand import understand
from corpus.model import Position


@pytest.mark.parametrize(
    ("typed", "language", "native"),
    [
        ("psifise", "el", "ψηφισε"), ("apofasi", "el", "αποφαση"), ("ouggaria", "el", "ουγγαρια"),
        ("xwres", "el", "χωρεσ"), ("giati", "el", "γιατι"),
        ("glasuva", "bg", "гласува"), ("bylgariq", "bg", "българия"), ("bulgariya", "bg", "българия"),
        ("zashto", "bg", "защо"), ("reshenieto", "bg", "решението"),
    ],
)  # fmt: skip
def test_a_word_is_known_by_its_sound(typed: str, language: str, native: str) -> None:
    assert transliteration.native(typed, language) == native


@pytest.mark.parametrize("word", ["Spanje", "pool", "solidarity", "qqq"])
def test_a_word_of_no_such_sound_stays_what_it_is(word: str) -> None:
    assert transliteration.native(word.casefold(), "el") is None


def test_other_languages_are_never_taken_so() -> None:
    assert transliteration.native("glasuva", "hr") is None


@pytest.mark.parametrize(
    ("question", "language", "intent", "states", "positions"),
    [
        ("kak glasuva bylgariq?", "bg", Intent.STATE_POSITION, ("BG",), ()),
        ("kolko strani se vuzdurjaha", "bg", Intent.POSITION_COUNT, (), (Position.ABSTENTION,)),
        ("zashto slovakiq glasuva protiv?", "bg", Intent.REASON, ("SK",), (Position.AGAINST,)),
        ("ti psifise telika i Ellada gia to solidarity pool;", "el", Intent.STATE_POSITION, ("GR",), ()),
        ("poioi katapsifisan?", "el", Intent.POSITION_LIST, (), (Position.AGAINST,)),
        ("poses xores apeixan", "el", Intent.POSITION_COUNT, (), (Position.ABSTENTION,)),
    ],
)
def test_a_question_in_latin_letters_is_detected_and_understood(
    question: str, language: str, intent: Intent, states: tuple[str, ...], positions: tuple[Position, ...]
) -> None:
    assert detect(question, tokenise(question), None) == language
    found = understand(question, language)
    assert (found.intent, found.states, found.positions) == (intent, states, positions)
