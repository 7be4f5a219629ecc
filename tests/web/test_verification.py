import copy

import pytest

from tests.stress.mutations import rejected, unseen_resealed, unseen_sealed

QUESTIONS = (
    "Who voted against?",
    "Wie heeft zich onthouden?",
    "How did Germany vote?",
    "Why did Cyprus abstain?",
    "Why did Poland vote against?",
    "Why did Spain abstain?",
    "When did the procedure end?",
    "How many relocations in effect, according to whom?",
    "What share of the needs is met?",
    "What is the shortfall in relocations?",
    "Was the act adopted, and by which majority?",
    "What if Hungary had voted for?",
    "Which states could have blocked it?",
    "Qui a voté contre ?",
    "Wer hat sich enthalten?",
    "Which documents are there?",
    "What does Latvia say about geography?",
    "What is a qualified majority?",
    "Did Denmark take part?",
    "How did Norway vote?",
    "What's the weather?",
)


def verify(client, answer):
    return client.post("/api/v1/verify", json=answer).json()


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_that_was_given_holds(client, question):
    answer = client.post("/api/v1/ask", json={"question": question}).json()
    found = verify(client, answer)
    assert found["problems"] == []
    assert found["holds"] is True
    assert found["is_current"] is True


def test_a_follow_up_holds_on_its_own(client):
    first = client.post("/api/v1/ask", json={"question": "How did Hungary vote?"}).json()
    second = client.post(
        "/api/v1/ask", json={"question": "And Slovakia?", "previous": first["understanding"]}
    ).json()
    assert verify(client, second)["holds"] is True


def test_a_changed_word_shows_even_where_the_seal_was_left_out(client, answer):
    changed = copy.deepcopy(answer)
    changed.pop("answer_sha256")
    assert verify(client, changed)["holds"] is True
    changed["claims"][0]["text"] = changed["claims"][0]["text"].replace("against", "for")
    found = verify(client, changed)
    assert found["holds"] is False
    assert found["claims"][0]["holds"] is False


def test_an_answer_of_another_snapshot_is_held_against_todays_records(client, answer):
    other = {**answer, "snapshot": "0" * 64}
    other.pop("answer_sha256")
    found = verify(client, other)
    assert found["is_current"] is False
    assert found["changes"] == []


def test_one_changed_character_of_a_saved_answer_is_seen_by_the_program_that_comes_with_exports(register):
    """A sample; ``make stress`` takes ten thousand."""
    assert unseen_sealed(register.assistant(), 500, seed=3) == []


def test_one_changed_value_is_seen_by_the_server_even_where_the_seal_was_made_anew(register):
    """A sample; ``make stress`` takes ten thousand."""
    assert unseen_resealed(register.assistant(), 100, seed=4) == []


def test_no_answer_is_rejected_that_is_as_it_was_given(register):
    assert rejected(register.assistant()) == []
