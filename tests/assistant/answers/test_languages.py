"""Every language that can be worded is answered: its own example questions, over the shipped record."""

import pytest

from assistant.answer import SAYING, States
from assistant.understanding.cues import languages as languages_with_cues
from assistant.wording.catalogue import catalogue, languages
from assistant.wording.phrase import fill

ASKS = sorted(key for key in catalogue("en").patterns if key.startswith("ask."))
BOTH = [language for language in languages() if language in languages_with_cues()]
INTENT = {
    "ask.abstained": "position_list",
    "ask.against": "position_list",
    "ask.authors": "statement_authors",
    "ask.blocking": "blocking",
    "ask.documents": "document",
    "ask.file": "procedure_file",
    "ask.majority": "majority",
    "ask.outcome": "outcome",
    "ask.pool": "pool_computation",
    "ask.rate": "pool_computation",
    "ask.shortfall": "pool_computation",
    "ask.subject": "subject",
    "ask.tally": "tally",
    "ask.turning": "turning",
    "ask.when_closed": "date",
    "ask.why": "reason",
}


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("key", ASKS)
def test_an_example_question_is_understood_and_answered_in_its_language(dialogue, language, key):
    question = fill(catalogue(language), key, {"states": States(("ES",))})
    answer = dialogue.ask(question)
    assert (answer.language, answer.understanding["intent"]) == (language, INTENT[key]), question
    assert answer.status in SAYING


@pytest.mark.parametrize("language", BOTH)
def test_who_voted_against_names_hungary_and_slovakia_and_nobody_else(dialogue, language):
    answer = dialogue.ask(fill(catalogue(language), "ask.against", {}))
    named = fill(catalogue(language), "voted.against", {"states": States(("HU", "SK"))})
    assert answer.claims[0].text == named
