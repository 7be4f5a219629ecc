"""One notice in three languages: its facts are held against each other; each asker is quoted their own."""

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.procedures import concordance
from assistant.procedures.library import Library
from corpus.parse import parse_record
from corpus.readers.reader import read_source

TEXTS = Path(__file__).parent / "texts"
ENGLISH = (TEXTS / "cm-4417-25.en.txt").read_text("utf-8")
HUNGARIAN = (TEXTS / "cm-4417-25.hu.txt").read_text("utf-8")
GREEK = (TEXTS / "cm-4417-25.el.txt").read_text("utf-8")
OTHERWISE = (
    HUNGARIAN.replace("Magyarország és Szlovákia kivételével", "Magyarország kivételével")
    .replace(
        "amelyek ellene szavaztak, valamint Ciprus", "amely ellene szavazott, valamint Ciprus és Szlovákia"
    )
    .replace("amely tartózkodott", "amelyek tartózkodtak")
    .replace("október 9-én", "október 8-án")
)


def library_of(*texts: str) -> Library:
    return Library(parse_record(read_source(text.encode(), f"{n}.txt")) for n, text in enumerate(texts))


def assistant_of(dialogue, *texts: str) -> Assistant:
    return Assistant(library_of(*texts), dialogue.retriever, "cd" * 32)


def test_three_texts_of_one_notice_are_one_procedure_and_agree() -> None:
    library = library_of(ENGLISH, HUNGARIAN, GREEK)
    (procedure,) = library.procedures
    texts = library.language_views(procedure)
    assert len(texts) == 2
    assert [concordance.discords(procedure, text) for text in texts] == [(), ()]


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("Who voted against?", "Hungary and Slovakia, which voted against"),
        ("Ki szavazott ellene?", "Magyarország és Szlovákia kivételével, amelyek ellene szavaztak"),
        ("Ποιοι ψήφισαν κατά;", "Ουγγαρίας και της Σλοβακίας, που ψήφισαν κατά"),
    ],
)
def test_an_asker_is_quoted_the_text_in_their_language(dialogue, question: str, quoted: str) -> None:
    answer = assistant_of(dialogue, ENGLISH, HUNGARIAN, GREEK).ask(question)
    assert any(quoted in citation.quote for citation in answer.citations)
    assert "CM 4417/25 (" not in answer.text


def test_the_answer_is_the_same_whatever_order_the_texts_came_in(dialogue) -> None:
    orders = ([ENGLISH, HUNGARIAN, GREEK], [GREEK, ENGLISH, HUNGARIAN])
    one, other = (assistant_of(dialogue, *texts).ask("Ki szavazott ellene?").text for texts in orders)
    assert one == other


def test_texts_that_disagree_are_flagged_with_both_places(dialogue) -> None:
    (procedure,) = (library := library_of(ENGLISH, OTHERWISE)).procedures
    (text,) = library.language_views(procedure)
    found = {(each.fact, each.state) for each in concordance.discords(procedure, text)}
    assert found == {("position", "SK"), ("closed_at", None)}
    answer = assistant_of(dialogue, ENGLISH, OTHERWISE).ask("How did Slovakia vote?")
    quotes = " ".join(citation.quote for citation in answer.citations)
    assert "which voted against" in quotes
    assert "Szlovákia kivételével, amelyek tartózkodtak" in quotes
    assert "CM 4417/25 (" in answer.text


def test_a_text_that_disagrees_is_not_the_one_answered_from(dialogue) -> None:
    by_english = assistant_of(dialogue, ENGLISH, OTHERWISE).ask("How did Slovakia vote?")
    by_hungarian = assistant_of(dialogue, ENGLISH, OTHERWISE).ask("Hogyan szavazott Szlovákia?")
    assert by_english.tally["procedure"] == by_hungarian.tally["procedure"]
