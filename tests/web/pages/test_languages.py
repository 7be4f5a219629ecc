import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import web
from web.pages.speech import FOLDER, LANGUAGE_NAMES, chosen_language, translations

ROOT = Path(web.__file__).parent
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
        ("", "sv, pl;q=0.4", "pl", "a language that is not there is passed over"),
        ("xx", "", "en", "English otherwise"),
        ("", ";;;q=9,,de;q=x", "en", "what is not well-formed is passed over"),
    ],
)
def test_the_language_is_the_addresss_then_the_browsers(asked, accepted, language, why):
    assert chosen_language(asked, accepted) == language, why


def test_polish_counts_in_three_forms():
    words = translations("pl")
    assert [words.ngettext("%(n)s vote", "%(n)s votes", n) % {"n": n} for n in (1, 2, 5)] == [
        "1 głos",
        "2 głosy",
        "5 głosów",
    ]


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
