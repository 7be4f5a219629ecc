"""The wording files: no language lacks a message, a slot or a plural form."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from assistant.wording.catalogue import FOLDER, catalogue, languages

ENGLISH = "en"
SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")
FORMS = {"", "names", "of", "according", "time"}
NOT_MESSAGES = {"quotation", "grammar"}


def patterns_of(file: Path) -> dict[str, str | Mapping[str, str]]:
    data = tomllib.loads(file.read_text("utf-8"))
    tables = {section: table for section, table in data.items() if section not in NOT_MESSAGES}
    return {f"{section}.{key}": value for section, table in tables.items() for key, value in table.items()}


def variants(pattern: str | Mapping[str, str]) -> tuple[str, ...]:
    return (pattern,) if isinstance(pattern, str) else tuple(pattern.values())


def slots_of(pattern: str) -> set[str]:
    return {name for name, _ in SLOT.findall(pattern)}


EXPECTED = patterns_of(FOLDER / f"{ENGLISH}.toml")


@pytest.fixture(params=languages())
def patterns(request):
    return patterns_of(FOLDER / f"{request.param}.toml")


def test_a_language_has_every_message_and_no_other(patterns):
    assert set(patterns) == set(EXPECTED)


def test_a_message_has_the_slots_of_the_english_one_in_every_plural_form(patterns):
    for key, pattern in patterns.items():
        wanted = slots_of(variants(EXPECTED[key])[0])
        assert all(slots_of(variant) == wanted for variant in variants(pattern)), key


def test_a_slot_asks_only_for_forms_there_are(patterns):
    forms = {form for pattern in patterns.values() for v in variants(pattern) for _, form in SLOT.findall(v)}
    assert forms <= FORMS


def test_plural_forms_always_have_the_one_for_everything_else(patterns):
    assert all("other" in pattern for pattern in patterns.values() if not isinstance(pattern, str))


@pytest.mark.parametrize("language", languages())
def test_quotation_marks_stand_around_quotations_only(language):
    words = catalogue(language)
    marks = {words.opening.strip(), words.closing.strip()}
    texts = [variant for pattern in words.patterns.values() for variant in variants(pattern)]
    assert not [text for text in texts if marks & set(text)]


@pytest.mark.parametrize("language", languages())
def test_a_language_says_none_of_its_messages_in_english(language):
    if language == ENGLISH:
        return
    same = [
        key
        for key, pattern in catalogue(language).patterns.items()
        if pattern == EXPECTED[key] and re.search(r"[A-Za-z]{4,}", SLOT.sub("", str(pattern)))
    ]
    assert len(same) <= 5, same
