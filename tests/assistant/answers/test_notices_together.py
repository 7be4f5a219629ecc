"""Over a corpus of notices: silence, revisions, extensions, procedures counted and votes held together."""

import re
from pathlib import Path

import pytest

from assistant.answer import Status
from assistant.assistant import Assistant
from assistant.procedures.library import Library
from corpus.parse import parse_record
from corpus.readers.reader import read_source

NOTICES = Path(__file__).parents[2] / "evaluation" / "corpus"


@pytest.fixture(scope="module")
def ask(dialogue):
    sources = [read_source(file.read_bytes(), file.name) for file in sorted(NOTICES.glob("*.txt"))]
    records = (*dialogue.library.records, *(parse_record(source) for source in sources))
    return Assistant(Library(records), dialogue.retriever, "ef" * 32).ask


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Did anyone object to the Union position in the Joint Customs Committee?", "No. Nobody objected."),
        ("Was there any objection to CM 2750/26?", "No. Nobody objected."),
        ("Hat jemand Einwände gegen den Standpunkt im Gemischten Zollausschuss erhoben?", "Nein. Niemand"),
        ("Is er bij de stilzwijgende procedure bezwaar gemaakt?", "Nee. Niemand heeft bezwaar"),
        ("Quelqu'un s'est-il opposé à la position au comité douanier mixte (CM 2750/26) ?", "Non. Personne"),
    ],
)
def test_that_nobody_objected_is_a_plain_no_with_its_sentence(ask, question: str, begins: str) -> None:
    answer = ask(question)
    assert answer.text.startswith(begins)
    assert "Keine Delegation hat Einwände erhoben." in [c.quote for c in answer.citations]


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Was the deadline extended for the anchovy procedure?", "Yes. "),
        ("¿Se amplió el plazo de la anchoa?", "Sí. "),
        ("Wurde die Frist im Verfahren CM 3012/26 verlängert?", "Ja. "),
    ],
)
def test_an_extended_deadline_is_read_from_the_notice_that_ends_the_procedure(
    ask, question: str, begins: str
) -> None:
    answer = ask(question)
    assert answer.text.startswith(begins)
    assert any("se prorrogó hasta el 15 de abril de 2026" in c.quote for c in answer.citations)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("How many procedures do you hold?", "The records hold 10 procedures."),
        ("How many procedures ended in June 2026?", "2 procedures in the records fit that."),
        ("How often did Hungary vote against?", "4 procedures in the records fit that."),
        ("Wie viele Verfahren endeten im Juni 2026?", "2 der vorhandenen Verfahren entsprechen dem."),
    ],
)
def test_procedures_are_counted(ask, question: str, first: str) -> None:
    assert ask(question).claims[0].text == first


@pytest.mark.parametrize(
    "question",
    [
        "Which procedures ended in May?",
        "Welche Verfahren endeten im Mai?",
        "Quelles procédures ont pris fin en mai ?",
    ],
)
def test_procedures_are_chosen_by_when_they_ended(ask, question: str) -> None:
    text = ask(question).text
    assert "CM 3405/26 REV 1" in text
    assert "CM 3300/26" not in text


def test_a_superseded_notice_answers_for_itself_and_names_what_counts_now(ask) -> None:
    answer = ask("How did Croatia vote according to CM 3405/26?")
    assert answer.claims[0].text.startswith("Croatia voted in favour.")
    assert "an earlier version that CM 3405/26 REV 1 has superseded" in answer.text
    assert "CM 3405/26 REV 1 tells it otherwise" in answer.text


def test_where_versions_disagree_the_one_that_counts_leads_and_the_other_is_shown(ask) -> None:
    answer = ask("How did Croatia vote on air services with Georgia?")
    assert answer.claims[0].text == "Croatia abstained."
    assert "CM 3405/26 tells it otherwise" in answer.text


def test_who_voted_so_most_often_is_counted_over_all_votes(ask) -> None:
    assert ask("Who voted against most often?").claims[0].text == "Most often against: Hungary (4 votes)."


def test_two_votes_are_held_against_each_other(ask) -> None:
    text = ask("Was the vote on the two Chile acts the same?").text
    assert text.startswith("The votes differ; not at the same position throughout: Hungary, Ireland.")


def test_a_position_in_both_votes_is_denied_where_one_was_otherwise(ask) -> None:
    assert ask("Did Hungary vote against both Chile acts?").text.startswith("No. ")
    assert ask("Did Poland vote against both Chile acts?").text.startswith("Yes. ")


def test_the_second_question_is_on_the_act_the_first_one_found(ask) -> None:
    text = ask("Which act failed and who voted against?").text
    assert "CM 3300/26" in text
    assert "Germany, Hungary, Italy, Poland and Sweden voted against." in text


def test_no_vote_of_nobody_is_told_where_somebody_voted_so(ask) -> None:
    answer = ask("In which procedures did nobody vote against?")
    assert set(re.findall(r"(\w+ \w+) voted against", answer.text)) == {"Member State"}
    assert "CM 2101/26" in answer.text
    assert "CM 3888/26" not in answer.text


def test_a_non_answer_lists_no_procedures(ask) -> None:
    answer = ask("What will the weather be tomorrow?")
    assert answer.status is Status.OUT_OF_SCOPE
    assert "CM 3300/26" not in answer.text
