"""The parts of understanding, one by one: phrases, numbers, dates, provisions, entities, clauses."""

from datetime import date
from decimal import Decimal

import pytest

from assistant.question import Form, Intent
from assistant.understanding import clause, mention, reading
from assistant.understanding.amount import number_of
from assistant.understanding.phrasebook import Phrasebook
from assistant.understanding.token import cleaned, tokenise
from assistant.understanding.understand import understand


def tags_in(book: Phrasebook, text: str) -> list[set[str]]:
    return [set(mark.tags) for mark in book.marks([token.folded for token in tokenise(text)])]


def test_the_longest_phrase_wins_and_hides_what_lies_inside_it() -> None:
    book = Phrasebook()
    for phrase, tag in (
        ("not", "negation"),
        ("take part", "part"),
        ("not take part", "absent"),
        ("vot*", "vote"),
    ):
        book.add(phrase, tag)
    assert tags_in(book, "they did not take part, not voting") == [{"absent"}, {"negation"}, {"vote"}]


def test_a_phrase_that_stands_for_two_things_carries_both() -> None:
    book = Phrasebook()
    book.add("rejected", "position")
    book.add("reject*", "outcome")
    assert tags_in(book, "Rejected!") == [{"position", "outcome"}]


def test_an_ending_finds_compounds() -> None:
    book = Phrasebook()
    book.add("*mehrheit", "majority")
    assert tags_in(book, "Sperrminorität, Zweidrittelmehrheit") == [{"majority"}]


def test_invisible_characters_and_compositions_do_not_count() -> None:
    assert cleaned("Hun\u200bgary\ufeff e\u0301") == "Hungary é"


@pytest.mark.parametrize(
    ("written", "language", "value"),
    [
        ("175 000", "nl", "175000"),
        ("175\u202f000", "fr", "175000"),
        ("175,000", "en", "175000"),
        ("175.000", "de", "175000"),
        ("74,66", "nl", "74.66"),
        ("74.66", "en", "74.66"),
        ("74,66", "en", "74.66"),
        ("1.234.567,8", "de", "1234567.8"),
        ("0.125", "en", "0.125"),
    ],
)
def test_numbers_are_read_as_each_language_writes_them(written: str, language: str, value: str) -> None:
    assert number_of(written, language) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("on 22 December 2025", "en"),
        ("on December 22nd, 2025", "en"),
        ("op 22 december 2025", "nl"),
        ("le 22 décembre 2025", "fr"),
        ("am 22. Dezember 2025", "de"),
        ("el 22 de diciembre de 2025", "es"),
        ("il 22 dicembre 2025", "it"),
        ("22 grudnia 2025", "pl"),
        ("em 22 de dezembro de 2025", "pt"),
        ("22.12.2025", "de"),
        ("22/12/2025", "fr"),
        ("2025-12-22", "sv"),
        ("2025. december 22.", "hu"),
    ],
)
def test_dates_are_read_as_each_language_writes_them(text: str, language: str) -> None:
    assert mention.mentions_in(text, language).dates == (date(2025, 12, 22),)


def test_an_act_is_neither_a_document_nor_an_amount() -> None:
    asked = understand("What does Regulation (EU) 2024/1351 say about 42 %?")
    assert asked.documents == ()
    assert [str(provision) for provision in asked.provisions] == ["Regulation (EU) 2024/1351"]
    assert [(amount.value, amount.unit) for amount in asked.amounts] == [(Decimal(42), "percent")]


def test_a_document_a_file_and_a_provision_each_claim_their_own_characters() -> None:
    asked = understand(
        "Do CM 5563/1/25 REV 1 and 2025/0357(NLE) cite Article 62(3) of Regulation (EU) 2024/1351?"
    )
    assert [str(number) for number in asked.documents] == ["CM 5563/1/25 REV 1"]
    assert [str(reference) for reference in asked.procedure_files] == ["2025/0357(NLE)"]
    assert [(provision.article, provision.paragraph) for provision in asked.provisions] == [("62", "3")]
    assert asked.amounts == ()


def test_an_article_without_its_act_leaves_the_act_open() -> None:
    assert [(p.act, p.article) for p in understand("What does Article 62 say?").provisions] == [("", "62")]


def test_states_set_aside_are_not_asked_about() -> None:
    asked = understand("Apart from Spain and Portugal, who abstained?")
    assert (asked.states, asked.excluded) == ((), ("ES", "PT"))


def test_a_group_that_is_spelled_out_is_what_is_spelled_out() -> None:
    assert understand("Which southern countries abstained: Spain or Italy?").states == ("ES", "IT")


def test_the_language_of_an_answer_is_no_nationality() -> None:
    asked = understand("Who voted against? Please answer in French")
    assert (asked.language, asked.states) == ("fr", ())
    assert understand("What does the French statement say?").states == ("FR",)


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("Who voted against and why?", 2),
        ("Who abstained? Was it adopted?", 2),
        ("I read Art. 62 of the act. How did Spain vote?", 1),
        ("What is the difference between Spain and what Latvia says?", 1),
        ("I am a teacher. I wonder.", 1),
        ("", 1),
    ],
)
def test_a_text_holds_as_many_questions_as_it_asks(text: str, questions: int) -> None:
    assert len(clause.clauses_of(text, "en").questions) == questions


def test_a_supposition_told_first_belongs_to_the_question() -> None:
    asked = understand("Suppose Spain had voted against. Would it have passed?")
    assert [(switch.state, switch.position) for switch in asked.switches] == [("ES", "against")]


def test_whether_is_no_supposition() -> None:
    for question in (
        "Can you check if Hungary voted against?",
        "Je voudrais savoir si la Hongrie a voté contre",
    ):
        assert understand(question).intent is Intent.STATE_POSITION


def test_a_supposition_of_nobody_turns_all_who_did() -> None:
    asked = understand("What would have happened if nobody had abstained?")
    assert [(switch.state, switch.position) for switch in asked.switches] == [("@abstention", "for")]


def test_a_language_without_cues_of_its_own_is_still_told_apart() -> None:
    assert understand("Πώς ψήφισε η Ουγγαρία;").language == "el"
    assert understand("Как гласува Унгария?").language == "bg"


def test_the_interface_decides_where_nothing_else_does() -> None:
    assert {code: understand("OK?", language=code).language for code in ("pl", "it", "sv")} == {
        "pl": "pl",
        "it": "it",
        "sv": "sv",
    }


def test_a_page_about_a_procedure_is_what_is_asked_about() -> None:
    first = understand("Who abstained?", procedure="2025-0357-nle")
    assert understand("and Spain?", previous=first).procedure == "2025-0357-nle"
    assert understand("And CM 3300/26?", previous=first).procedure is None


def test_a_reading_keeps_the_words_it_corrected_in_their_place() -> None:
    found = reading.read("Who voted agianst?", "en")
    assert found.words == ("who", "voted", "against", "?")
    assert understand("Who voted agianst?").form is Form.WHO
