"""Restriction markings are found where they mark, in every language, not where a sentence names them."""

import tomllib
from pathlib import Path

import pytest

import corpus.marking
from corpus.marking import markings_in
from corpus.text import SourceText

TABLE = tomllib.loads((Path(corpus.marking.__file__).parent / "data" / "markings.toml").read_text("utf-8"))


def found_in(text: str) -> str | None:
    source = SourceText(text)
    return next((source.quote(warning.span) for warning in markings_in(source)), None)


MARKED = (
    ("alone in a line", "Brussels, 5 May 2026\nCM 1/26\nLIMITE\nJAI 3\n", "LIMITE"),
    ("beside the number", "CM 1/26 LIMITE\n", "LIMITE"),
    ("before the domains", "LIMITE JAI 3 ASIM 12\n", "LIMITE"),
    ("with the language", "                LIMITE     EN\n", "LIMITE"),
    ("in a cell of a line", "Council of the\tCM 1/26\tLIMITE\n", "LIMITE"),
    ("at the end of the date's line", "Brussels, 5 May 2026 LIMITE\n", "LIMITE"),
    ("after the institution", "Council of the European Union LIMITE\n", "LIMITE"),
    ("after a label", "Distribution: LIMITE\n", "LIMITE"),
    ("before the date", "RESTREINT UE/EU RESTRICTED Brussels, 5 May 2026\n", "RESTREINT UE/EU RESTRICTED"),
    ("with spaces about the stroke", "RESTREINT UE / EU RESTRICTED\n", "RESTREINT UE / EU RESTRICTED"),
    ("a half of it", "EU SECRET\n", "EU SECRET"),
    ("in brackets", "[CONFIDENTIEL UE/EU CONFIDENTIAL]\n", "CONFIDENTIEL UE/EU CONFIDENTIAL"),
    ("without the accent", "TRES SECRET UE/EU TOP SECRET\n", "TRES SECRET UE/EU TOP SECRET"),
    ("in the footer of a later page", "word of a text\n" * 200 + "CM 1/26   1\nLIMITE   EN\n", "LIMITE"),
    ("a national one", "VS - NUR FÜR DEN DIENSTGEBRAUCH\n", "VS - NUR FÜR DEN DIENSTGEBRAUCH"),
    ("with a sign after it", "Korlátozott terjesztésű!\n", "Korlátozott terjesztésű!"),
)
PLAIN = (
    ("a sentence names it", "documents marked RESTREINT UE/EU RESTRICTED are kept apart\n"),
    ("a sentence ends with it", "the request was marked LIMITE.\n"),
    ("the French deadline", "DATE LIMITE\n"),
    ("a deadline in small letters", "date limite: 3 mai 2026\n"),
    ("a word of a sentence", "Une limite de temps; the vote was secret\n"),
    ("a national word far down", "word of a text\n" * 60 + "confidential\n"),
    ("the public mark", "PUBLIC\n"),
)


@pytest.mark.parametrize(("text", "marking"), [row[1:] for row in MARKED], ids=[row[0] for row in MARKED])
def test_a_marking_is_found(text, marking):
    assert found_in(text) == marking


@pytest.mark.parametrize("text", [row[1] for row in PLAIN], ids=[row[0] for row in PLAIN])
def test_what_is_no_marking_is_left_alone(text):
    assert found_in(text) is None


@pytest.mark.parametrize("language", sorted(TABLE["national"]))
def test_every_form_of_a_language_is_found_as_a_line(language):
    forms = TABLE["national"][language]
    assert [found_in(f"Brussels\n  {form.upper()}  \n") for form in forms] == [
        found_in(f"Brussels\n  {form.upper()}\n") for form in forms
    ]
    assert None not in [found_in(f"x\n{form.capitalize()}\n") for form in forms]


@pytest.mark.parametrize("form", TABLE["eu"])
def test_every_form_of_the_union_is_found_whole(form):
    assert found_in(f"Brussels, 5 May 2026\n\n{form}\n") == form
