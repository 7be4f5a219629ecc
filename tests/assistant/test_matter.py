"""What is voted on, named in a question: policies and countries of titles pick the procedures."""

from dataclasses import replace

import pytest

from assistant.conclusion import conclude
from assistant.procedures.library import Library
from assistant.question import Intent
from assistant.scoping import deed
from assistant.scoping.scope import scope_of
from assistant.scoping.strange import is_settled, matters_in_records, strange_words, vocabulary_of
from assistant.understanding.subject import matter, policy
from assistant.understanding.understand import understand
from assistant.wording.catalogue import languages
from corpus.model import Act, Position, Stated
from corpus.text import SourceText, Span
from tests.assistant.no_search import NoSearch

TITLES = {
    "CM 10/26": ("Décision du Conseil relative à la signature de l'accord commercial avec le Chili", "fr"),
    "CM 20/26": ("Reglamento del Consejo por el que se fijan las posibilidades de pesca", "es"),
    "CM 30/26": ("Council Decision on financial assistance to Moldova", "en"),
    "CM 40/26": ("Council Decision authorising Portugal to apply a reduced tax rate", "en"),
    "CM 50/26": ("Rozhodnutí Rady, kterým se prodlužuje platnost omezujících opatření vůči Bělorusku", "cs"),
    "CM 60/26": ("Vykonávacie nariadenie Rady, ktorým sa ukladá clo na dovoz oceľových rúr z Číny", "sk"),
    "CM 70/26": ("Odluka Vijeća o postojanju prekomjernog deficita u Belgiji", "hr"),
    "CM 80/26": ("Regulamentul Consiliului privind reducerea cererii de gaze naturale", "ro"),
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
        ("Accord avec le Chili : qui s'est abstenu ?", "CM 10/26"),  # the topic first, then a colon
        ("Steel pipes from China: which capitals opposed the duty?", "CM 60/26"),
        ("¿Cómo votó Hungría en lo del acero chino?", "CM 60/26"),  # an adjective of a country outside
        ("Wer enthielt sich bei den Belarus-Sanktionen?", "CM 50/26"),
        ("Il Lussemburgo si è astenuto sulla domanda di gas?", "CM 80/26"),  # no "domanda" that is asked
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


@pytest.mark.parametrize(
    ("question", "voters"),
    [
        ("Déficit excessif de la Belgique, l'Espagne a voté comment ?", ("ES",)),
        ("Defizitverfahren Belgien – wie stimmte Frankreich?", ("FR",)),
        ("Who voted against what Portugal asked for on tax?", ()),
    ],
)
def test_a_member_that_the_policy_is_of_is_no_voter(library, question, voters):
    assert understand(question, named=matter.matters_named(library.procedures)).states == voters


@pytest.mark.parametrize(
    "question",
    [
        "Were the sanctions on Belarus extended?",
        "¿Se prorrogaron las sanciones a Bielorrusia?",
        "Sind die Belarus-Sanktionen verlängert worden?",
        "Czy przedłużono sankcje wobec Białorusi?",
    ],
)
def test_whether_a_deed_was_done_asks_whether_the_act_was_adopted(library, question):
    asked = understand(question, named=matter.matters_named(library.procedures))
    meant = scope_of(asked, library).procedures
    assert deed.as_outcome(asked, meant).intent is Intent.OUTCOME


def test_a_deadline_that_is_extended_is_no_deed_of_an_act(library):
    asked = understand("Was the deadline extended?", named=matter.matters_named(library.procedures))
    assert asked.matters == ()


def test_a_thing_that_no_record_names_is_not_held(library):
    named = matter.matters_named(library.procedures)
    vocabulary, held = vocabulary_of(library), matters_in_records(library)
    asked = understand("Who voted against fishing in the North Sea?", named=named)
    assert strange_words(asked, vocabulary, held) == ("North Sea",)
    asked = understand("Who abstained on the seamless steel pipes from China?", named=named)
    assert is_settled(asked, scope_of(asked, library).procedures, held)


def test_a_state_and_a_matter_and_not_a_word_besides_ask_how_it_voted(library):
    asked = understand(
        "Hungary on the sanctions against Belarus?", named=matter.matters_named(library.procedures)
    )
    verdict = conclude(asked, library, NoSearch())
    assert [f.message for f in verdict.findings][:1] == ["voted.against"]


def test_whether_a_state_voted_alike_on_two_matters_is_answered_once(library):
    question = "Did Hungary vote the same way on fisheries and on the tax rate?"
    asked = understand(question, named=matter.matters_named(library.procedures))
    leads = [found.lead for found in conclude(asked, library, NoSearch()).findings]
    assert leads[0] == "yes"
    assert set(leads[1:]) == {None}


def test_procedures_on_a_matter_are_listed_without_the_others(library):
    asked = understand("Which procedures were about fish?", named=matter.matters_named(library.procedures))
    verdict = conclude(asked, library, NoSearch())
    assert [f.message for f in verdict.findings] == ["coverage.fitting", "coverage.procedure"]


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
