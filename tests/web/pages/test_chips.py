import pytest

from web.pages.chips import chips_of


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
