"""A lexicon is complete, and its phrases mean what the guide says."""

import re

import pytest

from corpus.lexicon import Stance, detect_language, languages, lexicon
from corpus.phrase import compile_phrases, fold
from corpus.state_names import languages_with_names, state_names

CURRENCIES_AND_SHARES = {"EUR", "percent"}


@pytest.mark.parametrize("language", languages())
def test_a_lexicon_has_every_key_and_compiles(language: str) -> None:
    words = lexicon(language)
    assert set(words.month_numbers.values()) == set(range(1, 13))
    assert set(words.number_values.values()) >= set(range(11))
    assert len(words.ordinals) == 6
    assert set(words.units) >= CURRENCIES_AND_SHARES
    assert set(words.stances) == set(Stance)


@pytest.mark.parametrize("language", languages())
def test_every_lexicon_has_the_units_of_the_english_one(language: str) -> None:
    assert set(lexicon(language).units) == set(lexicon("en").units)


@pytest.mark.parametrize("language", languages())
def test_a_language_that_is_read_also_names_the_states(language: str) -> None:
    assert language in languages_with_names()
    assert state_names(language).phrases


@pytest.mark.parametrize("language", languages())
def test_no_essential_list_of_a_lexicon_is_empty(language: str) -> None:
    words = lexicon(language)
    essential = (
        words.procedure.written,
        words.procedure.closed,
        words.procedure.opened,
        words.outcome.adopted,
        words.outcome.not_adopted,
        words.majority.qualified,
        words.vote.all,
        words.vote.none,
        words.vote.delegation,
        words.heading.subject,
        words.heading.statement,
        words.stances[Stance.AGAINST].verb,
        words.stances[Stance.ABSTENTION].label,
        words.stances[Stance.FOR].verb,
    )
    assert all(pattern.pattern != "(?!)" for pattern in essential)


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("vot* against", "they voted against it", "voted against"),
        ("[joint] [common] statement", "a statement", "statement"),
        ("[joint] [common] statement", "a joint common statement", "joint common statement"),
        ("not [been|yet] reached", "not been reached", "not been reached"),
        ("(is|was) ~ adopted", "was therefore at last adopted", "was therefore at last adopted"),
        ("(is|was) ~ adopted", "was rejected; adopted", None),
        ("by #", "by 12 votes", "by 12"),
        ("à l'unanimité", "adopté à l'unanimité", "a l'unanimite"),
    ],
)
def test_a_phrase_finds_what_the_guide_says(phrase: str, text: str, found: str | None) -> None:
    match = compile_phrases([phrase]).search(fold(text))
    assert (match[0] if match else None) == found


def test_folding_keeps_every_character_in_its_place() -> None:
    text = "ŁÓDŹ, Größe, ΣΤΟΣ, İstanbul, ﬁ, Đakovo"
    assert len(fold(text)) == len(text)


def test_a_bracket_that_is_not_closed_is_named() -> None:
    with pytest.raises(ValueError, match=re.escape("a bracket is not closed")):
        compile_phrases(["(a|b"])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("De delegaties worden ervan in kennis gesteld dat de procedure is afgerond", "nl"),
        ("Delegations are informed that the written procedure has been completed", "en"),
        ("Die Delegationen werden davon unterrichtet, dass das Verfahren abgeschlossen wurde", "de"),
        ("Les délégations sont informées que la procédure a été achevée dans les délais", "fr"),
        ("Delegationerna underrättas om att det skriftliga förfarandet har avslutats", "sv"),
        ("12 345 678", None),
    ],
)
def test_a_text_is_known_by_its_function_words(text: str, language: str | None) -> None:
    assert detect_language(fold(text)) == language
