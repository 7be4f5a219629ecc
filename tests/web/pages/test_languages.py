import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import assistant
import web
from web.pages.rendering import environment
from web.pages.speech import FOLDER, LANGUAGE_NAMES, chosen_language, translations

ROOT = Path(web.__file__).parent
WORDINGS = Path(assistant.__file__).parent / "data" / "wording"
METHODS = [("pages/**.py", "python"), ("templates/**.html", "jinja2"), ("templates/**.svg", "jinja2")]
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "marked": None}


@pytest.fixture(scope="module")
def said() -> set[object]:
    """Every message of the pages."""
    found = extract_from_dir(ROOT, METHODS, keywords=KEYWORDS)
    return {message if isinstance(message, str) else tuple(message[:2]) for _, _, message, _, _ in found}


def catalogue(language: str):
    with (FOLDER / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=language)


@pytest.mark.parametrize("language", LANGUAGE_NAMES)
def test_every_message_of_the_pages_is_translated_and_none_is_left_over(said, language):
    held = {message.id: message.string for message in catalogue(language) if message.id}
    assert set(held) == said
    assert [id_ for id_, text in held.items() if not all([text] if isinstance(text, str) else text)] == []


@pytest.mark.parametrize("language", LANGUAGE_NAMES)
def test_a_translation_has_the_places_of_its_message(language):
    for message in catalogue(language):
        for text in [message.string] if isinstance(message.string, str) else message.string:
            id_ = message.id if isinstance(message.id, str) else message.id[0]
            assert set(re.findall(r"%\(\w+\)s", text)) == set(re.findall(r"%\(\w+\)s", id_))


@pytest.mark.parametrize(
    ("asked", "accepted", "language", "why"),
    [
        ("fr", "de", "fr", "the address comes first"),
        ("", "de-AT,de;q=0.9,en;q=0.8", "de", "then the browser's first"),
        ("", "is, pl;q=0.4", "pl", "a language that is not there is passed over"),
        ("xx", "", "en", "English otherwise"),
        ("", ";;;q=9,,de;q=x", "en", "what is not well-formed is passed over"),
    ],
)
def test_the_language_is_the_addresss_then_the_browsers(asked, accepted, language, why):
    assert chosen_language(asked, accepted) == language, why


@pytest.mark.parametrize(
    ("language", "counts", "forms"),
    [
        ("pl", (1, 2, 5), "1 głos, 2 głosy, 5 głosów"),
        ("cs", (1, 2, 5), "1 hlas, 2 hlasy, 5 hlasů"),
        ("sl", (1, 2, 3, 5), "1 glas, 2 glasova, 3 glasovi, 5 glasov"),
        ("lt", (1, 2, 10), "1 balsas, 2 balsai, 10 balsų"),
        ("lv", (1, 2, 0), "1 balss, 2 balsis, 0 balsu"),
        ("mt", (1, 2, 11, 20), "vot 1, 2 voti, 11-il vot, 20 vot"),
        ("ro", (1, 2, 20), "1 vot, 2 voturi, 20 de voturi"),
        ("ga", (1, 2, 3, 7, 11), "1 vóta, 2 vóta, 3 vóta, 7 vóta, 11 vóta"),
        ("hu", (1, 2), "1 szavazat, 2 szavazat"),
    ],
)
def test_votes_are_counted_in_the_plural_forms_of_the_language(language, counts, forms):
    words = translations(language)
    assert ", ".join(words.ngettext("%(n)s vote", "%(n)s votes", n) % {"n": n} for n in counts) == forms


def test_the_pages_speak_the_languages_of_the_union():
    assert set(LANGUAGE_NAMES) == {file.stem for file in WORDINGS.glob("*.toml")}


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "1,234.56"),
        ("de", "1.234,56"),
        ("bg", "1\u00a0234,56"),
        ("hr", "1.234,56"),
        ("mt", "1,234.56"),
        ("ga", "1,234.56"),
        ("fi", "1\u00a0234,56"),
        ("el", "1.234,56"),
    ],
)
def test_a_number_is_written_as_its_language_writes_it(language, written):
    text = environment(language).from_string("{{ value | number }}").render(value=Decimal("1234.56"))
    assert text == written


@pytest.mark.parametrize("language", LANGUAGE_NAMES)
def test_a_day_is_written_out_in_every_language(language):
    text = environment(language).from_string("{{ value | day }}").render(value=date(2025, 12, 4))
    assert "2025" in text
    assert "12" not in text


@pytest.mark.parametrize("language", LANGUAGE_NAMES)
@pytest.mark.parametrize(
    "path", ["/", "/records", "/procedures/2025-0357-nle", "/votes", "/states/ES", "/about"]
)
def test_every_page_speaks_every_language(client, path, language):
    response = client.get(path, params={"lang": language})
    assert response.status_code == 200
    assert response.headers["content-language"] == language
    assert f'<html lang="{language}">' in response.text
    assert translations(language).gettext("Accessibility") in response.text


def test_links_keep_the_language_that_was_chosen(client):
    page = client.get("/", params={"lang": "nl"}).text
    assert 'href="/records?lang=nl"' in page
    assert 'href="/records"' in client.get("/").text
