"""One address for every way of asking the same, and never one for two things that were asked."""

import json
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings

from assistant.assistant import Assistant
from assistant.permalink import Asked, Understood, permalink_of, read_permalink
from assistant.procedures.library import Library
from corpus.gloss_file import glosses_of
from corpus.parse import parse_record
from corpus.readers.reader import read_source
from tests.assistant.made_up import MADE_UP
from tests.assistant.no_search import NoSearch

ROOT = Path(__file__).parents[2]
EVALUATION = ROOT / "tests" / "evaluation"
SHIPPED = ROOT / "corpus" / "records"
EVERY = 6  # one question in so many
SAME = {
    "en": ("Who voted against?", "Which countries opposed it?", "List the states that voted no"),
    "de": ("Wer hat dagegen gestimmt?", "Welche Länder stimmten mit Nein?", "Nenne mir die Neinstimmen"),
    "fr": ("Qui a voté contre ?", "Quels pays ont voté contre ?", "Qui s’est opposé au texte ?"),
    "es": ("¿Quién votó en contra?", "quien voto en contra", "¿Quiénes dieron el no?"),
    "nl": ("Wat was de stemverhouding?", "Hoe waren de stemmen verdeeld?", "Uitslag in cijfers graag"),
    "pl": ("Kto głosował przeciw?", "Które państwa głosowały przeciw?"),
    "it": ("Chi ha votato contro?", "Quali paesi hanno votato contro?"),
    "pt": ("Quem votou contra?", "Que países votaram contra?"),
}
APART = (
    ("Who voted against?", "Who voted in favour?"),
    ("Who voted against?", "Wer hat dagegen gestimmt?"),
    ("How did Spain vote?", "How did Latvia vote?"),
    ("Did Spain vote against?", "Did Spain abstain?"),
    ("Did more than three states vote against?", "Did more than two states vote against?"),
    ("Did more states abstain than vote against?", "Did more states vote against than abstain?"),
    ("What if Hungary had voted for?", "What if Slovakia had voted for?"),
    ("Who voted against?", "How many voted against?"),
    ("Why did Spain abstain?", "Why did Spain vote against?"),
)


def library_of(*folders: Path) -> Library:
    files = [file for folder in folders for file in sorted(folder.glob("*.txt"))]
    sources = [read_source(file.read_bytes(), file.name) for file in files]
    return Library(tuple(parse_record(s, glosses=glosses_of(s.provenance.sha256)) for s in sources))


@pytest.fixture(scope="module")
def alone() -> Assistant:
    return Assistant(library_of(SHIPPED), NoSearch(), "ab" * 32)


@pytest.fixture(scope="module")
def among_others() -> Assistant:
    return Assistant(library_of(SHIPPED, EVALUATION / "corpus"), NoSearch(), "cd" * 32)


def questions(folder: str) -> list[str]:
    lines = [
        line
        for file in sorted((EVALUATION / folder).glob("*.jsonl"))
        for line in file.read_text("utf-8").splitlines()
    ]
    return [json.loads(line)["question"] for line in lines[::EVERY]]


def content(answer):
    return (
        answer.status, answer.reason, answer.language, answer.text, answer.claims, answer.citations,
        answer.computations, answer.tally, answer.permalink, answer.snapshot,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("folder", "library"), [("questions", "alone"), ("corpus_questions", "among_others")]
)
def test_what_is_opened_at_an_address_is_what_was_answered(folder, library, request):
    assistant = request.getfixturevalue(library)
    asked = [assistant.ask(question) for question in questions(folder)]
    shared = [
        (answer, found.understanding)
        for answer in asked
        if isinstance(found := read_permalink(answer.permalink), Understood)
    ]
    assert len(shared) > len(asked) * 0.6
    for answer, understanding in shared:
        assert content(assistant.answer(understanding, "")) == content(answer), answer.question


def test_whatever_shares_an_address_says_the_same_and_was_understood_alike(alone):
    at = defaultdict(list)
    for question in questions("questions"):
        answer = alone.ask(question)
        at[answer.permalink].append(answer)
    assert sum(len(answers) > 1 for answers in at.values()) > 10
    for answers in at.values():
        slots = [
            {
                name: sorted(map(str, value)) if isinstance(value, tuple | list) else value
                for name, value in answer.understanding.items()
                if name not in {"question", "search_text", "form", "carried", "groups", "procedure", "parts"}
            }
            for answer in answers
        ]
        assert all(each == slots[0] for each in slots)
        assert len({answer.text for answer in answers}) == 1


@pytest.mark.parametrize("language", SAME)
def test_paraphrases_share_one_address(alone, language):
    assert len({alone.ask(question, language=language).permalink for question in SAME[language]}) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_things_asked_have_two_addresses(alone, one, other):
    assert alone.ask(one).permalink != alone.ask(other).permalink


def test_a_question_that_follows_on_another_shares_the_address_of_one_that_says_it_all(alone):
    first = alone.ask("How did Hungary vote?")
    following = alone.ask("And Latvia?", previous=first.understanding)
    assert following.permalink == alone.ask("How did Latvia vote?").permalink
    assert following.asked_at != following.permalink


@pytest.mark.parametrize("question", ["What about penguins?", "What's the weather?"])
def test_what_lies_in_the_words_has_the_address_of_its_words(alone, question):
    answer = alone.ask(question)
    assert answer.permalink == answer.asked_at
    assert read_permalink(answer.permalink) == Asked(question, snapshot=alone.snapshot_id[:12])


def test_an_answer_stays_about_its_procedure_when_others_join(alone, among_others):
    before = alone.ask("How did Cyprus vote?")
    understanding = read_permalink(before.permalink).understanding
    now = among_others.answer(understanding, "")
    assert [claim.text for claim in before.claims] == [claim.text for claim in now.claims][
        : len(before.claims)
    ]
    assert among_others.ask("How did Cyprus vote?").text != now.text


@settings(deadline=None)
@given(MADE_UP)
def test_an_address_that_anybody_made_up_is_answered_or_is_none(alone, understanding):
    found = read_permalink(permalink_of(Understood(understanding, "ab" * 6)))
    if found is not None:
        assert alone.answer(found.understanding, "").snapshot == alone.snapshot_id
