"""What the files of state names promise, in each of the Union's 24 languages."""

import tomllib
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from babel import Locale

from corpus.member_state import MEMBERS, find_states
from corpus.phrase import fold

LANGUAGES = (
    "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr",
    "hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv",
)  # fmt: skip
PHRASES = ("name", "subject", "of", "according_to")
WORDS = ("forms", "adjectives", "inhabitants", "capital_forms")
FOLDER = Path(__file__).parents[2] / "corpus" / "data" / "states"
WITHOUT_CAPITAL = {"BE", "LU"}  # Brussels is the Union's name too; Luxembourg's is the state's

# One sentence a language: the states as a notice inflects them, neighbours of the same look beside them.
IN_A_SENTENCE = {
    "bg": ("С изключение на Унгария и Словакия, словенската делегация и латвийската", "HU SK SI LV"),
    "cs": ("S výjimkou Maďarska a Slovenska, Slovinska, Litvy a Lotyšska", "HU SK SI LT LV"),
    "da": ("Med undtagelse af Ungarns og Slovakiets, den slovenske og Letland", "HU SK SI LV"),
    "de": ("Mit Ausnahme Ungarns und der Slowakei, der slowenischen Delegation und Lettlands", "HU SK SI LV"),
    "el": ("Με εξαίρεση την Ουγγαρία και τη Σλοβακία, της Σλοβενίας και των Κάτω Χωρών", "HU SK SI NL"),
    "en": ("With the exception of Hungary's, Slovakia and the Slovenian delegation", "HU SK SI"),
    "es": ("Con excepción de Hungría, la delegación eslovaca, Eslovenia y los Países Bajos", "HU SK SI NL"),
    "et": ("Välja arvatud Ungari ja Slovakkia, Sloveeniale ja Lätist", "HU SK SI LV"),
    "fi": ("Lukuun ottamatta Unkaria ja Slovakiaa, Slovenian ja Alankomaiden", "HU SK SI NL"),
    "fr": ("À l’exception de la Hongrie, de l'Autriche et de la délégation slovène", "HU AT SI"),
    "ga": ("Cé is moite den Ungáir, ráiteas na Slóvaice, ón bhFrainc agus na hÉireann", "HU SK FR IE"),
    "hr": ("Uz iznimku Mađarske i Slovačke, slovenskog izaslanstva i Cipru", "HU SK SI CY"),
    "hu": ("Magyarország és Szlovákia kivételével, Ciprussal és Lettországnak", "HU SK CY LV"),
    "it": ("Ad eccezione dell’Ungheria, della delegazione slovacca e dei Paesi Bassi", "HU SK NL"),
    "lt": ("Išskyrus Vengriją ir Slovakiją, Kiprui ir Latvijos", "HU SK CY LV"),
    "lv": ("Izņemot Ungāriju un Slovākiju, Lietuvas un Kiprai", "HU SK LT CY"),
    "mt": ("Bl-eċċezzjoni tal-Ungerija u s-Slovakkja, f'Malta, lis-Slovenja", "HU SK MT SI"),
    "nl": ("Met uitzondering van Slowakije's, Hongarije en de Sloveense delegatie", "SK HU SI"),
    "pl": ("Z wyjątkiem Węgier i Słowacji, z Łotwą i przy sprzeciwie Litwy", "HU SK LV LT"),
    "pt": ("Com exceção da Hungria, da delegação eslovaca e da Letónia", "HU SK LV"),
    "ro": ("Cu excepția Ungariei și a Slovaciei, a delegației slovene și a Ciprului", "HU SK SI CY"),
    "sk": ("S výnimkou Maďarska a Slovenska, Slovinsku a Litvou", "HU SK SI LT"),
    "sl": ("Razen Madžarske in Slovaške, Sloveniji in s Ciprom", "HU SK SI CY"),
    "sv": ("Med undantag för Ungern och Slovakiens, den slovenska och Lettland", "HU SK SI LV"),
}  # fmt: skip

EVERYDAY = {
    "nl": "Let op: de solidariteitspool is iets anders dan het tolpoortje",
    "hu": "Mit ír a nyilatkozat, és mi lett elfogadva",
    "el": "το Συμβούλιο Γεωργίας και Αλιείας",
    "es": "este pacto y esta decisión",
    "fr": "à la fin de la procédure, le vote est clos",
    "da": "det er lettere at se, hvad der er vedtaget",
}


@cache
def names(language: str) -> dict[str, dict[str, list[str] | str]]:
    """The file of one language."""
    loaded: dict[str, dict[str, list[str] | str]] = tomllib.loads(
        (FOLDER / f"{language}.toml").read_text("utf-8")
    )
    return loaded


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_every_member_with_every_key(language: str) -> None:
    for state in MEMBERS:
        row = names(language)[state]
        missing = [key for key in PHRASES + WORDS if not row.get(key)]
        assert missing == (["capital_forms"] if state in WITHOUT_CAPITAL else []), state


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_form_of_one_state_is_a_form_of_another(language: str) -> None:
    owners = defaultdict(set)
    for state, row in names(language).items():
        for key in WORDS:
            for form in row.get(key, ()):
                owners[fold(form)].add(state)
    assert {form: states for form, states in owners.items() if len(states) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_names_of_the_unicode_locale_data_are_known(language: str) -> None:
    territories = Locale.parse(language).territories
    unknown = {
        state: territories[state]
        for state in MEMBERS
        if {mention.state for mention in find_states(territories[state], language)} != {state}
    }
    assert unknown == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_phrases_that_word_an_answer_name_their_state_and_no_other(language: str) -> None:
    for state in MEMBERS:
        for key in PHRASES:
            phrase = names(language)[state][key]
            assert isinstance(phrase, str)
            assert {mention.state for mention in find_states(phrase, language)} == {state}, phrase


@pytest.mark.parametrize("language", LANGUAGES)
def test_inflected_names_and_adjectives_are_found_in_a_sentence(language: str) -> None:
    sentence, states = IN_A_SENTENCE[language]
    found = [mention.state for mention in find_states(sentence, language)]
    assert found == states.split()


@pytest.mark.parametrize("language", sorted(EVERYDAY))
def test_everyday_words_are_no_states(language: str) -> None:
    assert find_states(EVERYDAY[language], language) == ()
