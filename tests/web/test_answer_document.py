"""An answer as bytes: written in pieces, sealed in pieces, and the same as written whole."""

import pytest

from assistant.verify_answer import seal_of
from web.answer_document import WrittenAnswer, answer_document, json_bytes, written_answer
from web.finished import Finished, FinishedAnswers, key_of
from web.schemas.answer import Question

QUESTIONS = (
    "Who voted against?",
    "Why did Spain abstain?",
    "What if Hungary had voted for?",
    "What's the weather?",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_written_in_pieces_is_the_one_written_whole(register, question):
    answer = register.assistant().ask(question)
    document = answer_document(answer)
    assert written_answer(answer).body == json_bytes(document)
    assert document["answer_sha256"] == seal_of(document)


def finished(size: int) -> Finished:
    return Finished(WrittenAnswer(b"x" * size, b"", b""), "answered", None, "tally")


def test_what_was_not_asked_for_longest_goes_first():
    kept = FinishedAnswers(most_bytes=30)
    for key in (b"a", b"b", b"c"):
        kept.keep(key, finished(10))
    kept.get(b"a")
    kept.keep(b"d", finished(10))
    assert [kept.get(key) is not None for key in (b"a", b"b", b"c", b"d")] == [True, False, True, True]


def test_an_answer_larger_than_all_the_room_is_not_kept():
    kept = FinishedAnswers(most_bytes=30)
    kept.keep(b"a", finished(31))
    assert kept.get(b"a") is None


def test_an_answer_kept_again_takes_its_room_once():
    kept = FinishedAnswers(most_bytes=30)
    for _ in range(5):
        kept.keep(b"a", finished(20))
    kept.keep(b"b", finished(10))
    assert kept.get(b"a") is not None


@pytest.mark.parametrize(
    ("snapshot", "changed"),
    [
        ("other", {}),
        ("one", {"question": "Who?"}),
        ("one", {"language": "nl"}),
        ("one", {"procedure": "2025-0357-nle"}),
        ("one", {"previous": {"intent": "tally"}}),
    ],
)
def test_answers_to_anything_else_are_kept_apart(snapshot, changed):
    asked = {"question": "Who voted?", "language": "en"}
    assert key_of("one", Question(**asked)) != key_of(snapshot, Question(**{**asked, **changed}))
