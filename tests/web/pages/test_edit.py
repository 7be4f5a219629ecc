"""The form that changes what was understood."""

import re

import pytest

from assistant.understanding import document
from assistant.wording.catalogue import languages
from web.pages.edit import INTENTS, Edit, edited


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


def understood(register, question):
    return document.read(register.assistant().ask(question).understanding)


@pytest.mark.parametrize(
    ("question", "edit", "kept"),
    [
        (
            "Who voted against the fisheries regulation?",
            Edit("position_list", "", "abstention", "en"),
            {"matters": ("fisheries",), "positions": ("abstention",)},
        ),
        (
            "Who voted against the fisheries regulation?",
            Edit("outcome", "", "", "en"),
            {"matters": ("fisheries",), "intent": "outcome"},
        ),
        (
            "Did more than three states vote against?",
            Edit("position_count", "", "abstention", "en"),
            {"bound": ("more", 3), "positions": ("abstention",), "form": "yes_no"},
        ),
        (
            "Why did Spain abstain on 16574/1/25 REV 1?",
            Edit("reason", "LV", "abstention", "en"),
            {"states": ("LV",), "documents": ("16574/1/25 REV 1",), "premises": ()},
        ),
        (
            "Why did Spain abstain on 22 December 2025?",
            Edit("statement", "ES", "abstention", "nl"),
            {"states": ("ES",), "dates": ("2025-12-22",), "language": "nl", "intent": "statement"},
        ),
        ("Who voted against? Who abstained?", Edit("tally", "", "", "en"), {"intent": "tally", "parts": ()}),
    ],
)
def test_an_edit_changes_what_the_form_says_and_keeps_the_rest(register, question, edit, kept):
    before = understood(register, question)
    after = edited(register.assistant(), edit, before, "")
    found = {name: getattr(after, name) for name in kept}
    if "bound" in found:
        found["bound"] = (found["bound"].relation, found["bound"].number)
    for name in {"documents", "dates"} & set(found):
        found[name] = tuple(map(str, found[name]))
    assert found == kept


def test_a_form_sent_back_unchanged_asks_for_the_same(register):
    before = understood(register, "Did more than three states vote against the fisheries regulation?")
    edit = Edit(str(before.intent), "", "against", "en")
    assert edited(register.assistant(), edit, before, "") == before


def test_the_page_of_an_edit_keeps_what_the_number_is_held_against(client):
    page = client.get("/", params={"q": "Did more than three states vote against?", "lang": "en"}).text
    token = re.search(r'name="of" value="([\w-]+)"', page)[1]
    fields = {"of": token, "intent": "position_count", "position": "abstention", "lang": "en"}
    assert '<option value="position_count" selected>' in page
    edited_page = client.get("/", params=fields).text
    assert ">more than 3</li>" in edited_page
    assert "Yes. 4 Member States abstained" in re.sub(r"<[^>]*>", "", edited_page)


def test_an_edit_in_a_language_that_no_page_speaks_is_answered(client):
    assert client.get("/?intent=state_position&state=ES&answer_in=xx").status_code == 200
