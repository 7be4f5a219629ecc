"""What is voted on, named in a question: policies and countries of titles pick the procedures."""

from dataclasses import replace

import pytest

from assistant import matter, policy
from assistant.library import Library
from assistant.question import Intent
from assistant.scope import scope_of
from assistant.understanding.understand import understand
from assistant.wording.catalogue import languages
from corpus.model import Act, Position, Stated
from corpus.text import SourceText, Span

TITLES = {
    "CM 10/26": ("Décision du Conseil relative à la signature de l'accord commercial avec le Chili", "fr"),
    "CM 20/26": ("Reglamento del Consejo por el que se fijan las posibilidades de pesca", "es"),
    "CM 30/26": ("Council Decision on financial assistance to Moldova", "en"),
    "CM 40/26": ("Council Decision authorising Portugal to apply a reduced tax rate", "en"),
}


def titled(make_record, number: str, title: str, language: str):
    record = make_record(number, positions={"HU": Position.AGAINST}, file=None, language=language)
    start = len(record.source.text)
    source = SourceText(record.source.text + title)
    act = Act(Stated(title, Span(start, start + len(title))), None, None, record.notice.acts[0].vote)
    return replace(record, source=source, notice=replace(record.notice, acts=(act,)))


@pytest.fixture(scope="module")
def library(make_record) -> Library:
    return Library(titled(make_record, number, *title) for number, title in TITLES.items())


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("How did Hungary vote on fisheries?", "CM 20/26"),  # the title is in another language
        ("Who voted against the trade agreement with Chile?", "CM 10/26"),
        ("Wer stimmte gegen die Hilfe für Moldau?", "CM 30/26"),
        ("Who abstained on the tax rate for Portugal?", "CM 40/26"),
        ("Quem votou contra a pesca?", "CM 20/26"),
    ],
)
def test_a_matter_picks_its_procedure_whatever_the_language_of_the_title(library, question, number):
    asked = understand(question, named=matter.matters_named(library.procedures))
    found = scope_of(asked, library).procedures
    assert [str(each.record.notice.document.value) for each in found] == [number]


def test_a_country_that_a_title_names_is_no_voter(library):
    named = matter.matters_named(library.procedures)
    asked = understand("Why did Austria abstain on the tax rate for Portugal?", named=named)
    assert (asked.states, asked.matters) == (("AT",), ("taxation", "PT"))
    asked = understand("Who voted against aid to Moldova?", named=named)
    assert (asked.intent, asked.non_members) == (Intent.POSITION_LIST, ())


def test_a_voter_stays_a_voter_though_a_title_names_it(library):
    named = matter.matters_named(library.procedures)
    assert understand("How did Portugal vote on the tax rate?", named=named).states == ("PT",)


def test_a_country_that_no_title_names_is_refused_as_a_voter():
    assert understand("Who voted against Moldova?").non_members == ("MD",)


def test_two_matters_bring_in_the_procedures_of_both(library):
    asked = understand("Did Hungary vote the same way on fisheries and on the tax rate?")
    numbers = {str(each.record.notice.document.value) for each in scope_of(asked, library).procedures}
    assert numbers == {"CM 20/26", "CM 40/26"}


@pytest.mark.parametrize("language", languages())
def test_everything_of_the_lexicon_has_words_in_every_language(language):
    terms = policy.words_of(language)
    assert terms.keys() == policy.names()
    for name, written in terms.items():
        assert name in policy.named(written[0].replace("*", ""), language), name
