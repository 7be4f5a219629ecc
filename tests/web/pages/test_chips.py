import pytest

from assistant.wording.catalogue import languages
from web.pages.chips import INTENTS, Edit, chips_of


@pytest.mark.parametrize("language", ["en", "nl", "fr", "de", "es", "it", "pl", "pt"])
@pytest.mark.parametrize("intent", INTENTS)
def test_an_edited_understanding_is_understood_as_it_was_edited(register, intent, language):
    """In the languages that answers are worded in; elsewhere the question is an English one."""
    question = Edit(intent, "LV", "for", language).question()
    asked = register.assistant().ask(question, language=language if language in languages() else None)
    assert asked.understanding["intent"] == intent, question
    if "Latvi" in question:
        assert asked.understanding["states"] == ["LV"]


@pytest.mark.parametrize(
    ("position", "question"),
    [
        ("for", "Who voted in favour?"),
        ("against", "Who voted against?"),
        ("abstention", "Who abstained?"),
        ("not_participating", "Who did not take part in the vote?"),
        ("", "Who voted against?"),
    ],
)
def test_a_position_asks_who_took_it(position, question):
    assert Edit("position_list", "", position, "en").question() == question


def test_a_question_of_two_parts_shows_each_slot_once():
    part = {"intent": "position_list", "positions": ["against"]}
    chips = chips_of({"intent": "position_list", "parts": [part, {**part, "positions": ["abstention"]}]})
    assert [(chip.kind, chip.values) for chip in chips] == [
        ("intent", ("position_list",)),
        ("positions", ("against",)),
        ("positions", ("abstention",)),
    ]


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("Did more than three states vote against?", "more than 3"),
        ("Did more states abstain than vote against?", "more than at the other position"),
        ("Who voted against the fisheries regulation?", "fisheries"),
    ],
)
def test_what_a_number_is_held_against_and_what_was_voted_on_are_shown(client, question, shown):
    page = client.get("/", params={"q": question, "lang": "en"}).text
    assert f">{shown}</li>" in page
