"""The laws of an answer, over questions of every kind."""

import json
import re
import subprocess
import sys
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import Answer, Status
from assistant.evaluation.gold import numbers_in
from corpus.text import quote_sha256

ROOT = Path(__file__).parents[3]
QUESTIONS = (
    "Who voted against?",
    "Wie heeft zich onthouden?",
    "Who did not vote in favour?",
    "How did Germany vote?",
    "How did Hungary and Poland vote?",
    "Did Denmark vote?",
    "How many abstained?",
    "What was the result of the vote?",
    "Was the act adopted?",
    "Was the majority reached, and by how much?",
    "Would it have passed without Germany?",
    "What would have changed the result?",
    "Was there a blocking minority?",
    "When did the procedure end?",
    "When was the act adopted?",
    "Which documents are there?",
    "What is the interinstitutional file?",
    "Contact?",
    "What is the act about?",
    "Who made statements?",
    "Did Portugal make a statement?",
    "Why did Spain abstain?",
    "Why did Cyprus abstain?",
    "Why did Poland vote against?",
    "What does Slovakia say about temporary protection?",
    "Compare the statements of Latvia and Slovakia",
    "How many relocations in effect, according to whom?",
    "What share of the needs is met?",
    "Hoeveel herplaatsingen ontbreken er?",
    "How much is one relocation worth?",
    "What is a qualified majority?",
    "What can you tell me?",
    "How did Norway vote?",
    "What's the weather?",
    "Spain's 50,000 relocations: where are they?",
    "Waarom heeft Letland zich onthouden?",
    "Show me the sentence about Hungary's vote",
)
SAYING = {Status.ANSWERED, Status.PARTIAL, Status.CORRECTED}
FACTS = QUESTIONS[:24]


@pytest.fixture(scope="session", params=QUESTIONS)
def answer(dialogue, request) -> Answer:
    return dialogue.ask(request.param)


def test_every_quote_is_verbatim_at_its_span_and_bears_its_hash(answer, dialogue):
    for citation in answer.citations:
        source = dialogue.library.source(citation.record)
        assert source.text.text[citation.start : citation.end] == citation.quote
        assert citation.quote_sha256 == quote_sha256(citation.quote)
        assert citation.quote.strip()


def test_no_claim_stands_without_a_citation_that_exists(answer):
    numbers = {citation.n for citation in answer.citations}
    assert all(claim.citations and set(claim.citations) <= numbers for claim in answer.claims)


def test_whatever_a_claim_quotes_is_found_in_a_citation_of_it(answer):
    by_number = {citation.n: citation.quote for citation in answer.citations}
    for claim in answer.claims:
        cited = [by_number[n] for n in claim.citations]
        for quote in re.findall(r"“(.+?)”(?=[ .(]|$)", claim.text, re.DOTALL):
            pieces = quote.split(" … ")
            assert all(any(piece in text for text in cited) for piece in pieces), quote


def test_no_sentence_is_said_twice_of_the_same_places(answer):
    said = [(claim.text, claim.citations) for claim in answer.claims]
    assert len(set(said)) == len(said)


def test_only_statuses_that_say_something_make_claims(answer):
    assert bool(answer.claims) == (answer.status in SAYING)


def test_a_statement_is_always_told_under_its_speakers_name(answer):
    for claim in answer.claims:
        if claim.evidence == "claimed":
            assert claim.speaker, claim.text


def test_no_number_in_a_claim_is_without_origin(answer):
    """From a cited quotation or key, a computation or its inputs, a count of states, or a hypothetical."""
    by_number = {citation.n: citation for citation in answer.citations}
    computed = {number for computation in answer.computations for number in _shown(computation)}
    for claim in answer.claims:
        known = set(computed)
        for n in claim.citations:
            known |= numbers_in(by_number[n].quote) | numbers_in(by_number[n].key)
            known |= numbers_in(by_number[n].quote.replace(".", " "))
        known |= {str(n) for n in _counts(answer)}
        own_words = claim.text
        for n in claim.citations:
            own_words = own_words.replace(by_number[n].quote, "")
        assert not _unexplained(own_words, known), claim.text


def _unexplained(text: str, known: set[str]) -> set[str]:
    """A number is read two ways; it is explained where one of them is known."""
    plain = re.sub(r"(?<=\d)[\s\u00a0\u202f](?=\d{3})", "", text)
    tokens = re.findall(r"(?<!\+)\d+(?:[.,]\d+)*", plain)
    return {
        t for t in tokens if not ({re.sub(r"[.,]", "", t), t.replace(",", "."), t.replace(",", "")} & known)
    }


def _shown(computation: dict) -> set[str]:
    values = [computation["value"], computation["low"], computation["high"]]
    values += [each["value"] for each in computation["inputs"]]
    found: set[str] = set()
    for value in values:
        if value is not None:
            exact = Decimal(value)
            shown = (exact, exact * 100, exact / 10**6)
            found |= {f"{each:f}" for each in shown} | {f"{each.normalize():f}" for each in shown}
            found |= {f"{each:.2f}" for each in shown}
    return found


def _counts(answer: Answer) -> set[int]:
    if answer.tally is None:
        return set()
    return {n for reading in answer.tally["readings"] for n in reading["totals"].values()}


@pytest.mark.parametrize("question", FACTS)
def test_facts_are_answered_without_a_search(dialogue, question):
    before = dialogue.retriever.searches
    dialogue.ask(question)
    assert dialogue.retriever.searches == before


def test_every_follow_up_can_be_answered(answer, dialogue):
    for question in answer.follow_ups:
        assert dialogue.ask(question, answer.language).status in SAYING, question


def test_an_answer_offers_at_most_four_follow_ups_and_never_the_question_itself(answer):
    assert len(answer.follow_ups) <= 4
    assert answer.question not in answer.follow_ups


def test_the_same_question_gives_the_same_bytes_under_another_hash_seed():
    script = (
        "import json,sys; from dataclasses import asdict; sys.path.insert(0, 'tests/assistant/answers');"
        "import conftest; d = conftest.Dialogue();"
        "print(json.dumps([asdict(d.ask(q)) for q in sys.argv[1:]], default=str, sort_keys=True))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script, *QUESTIONS[:12]],
            cwd=ROOT, env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}, capture_output=True, check=True,
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert runs[0] == runs[1]
    assert len(json.loads(runs[0])) == 12


def test_an_answer_is_ready_for_json(answer):
    assert json.dumps(asdict(answer), default=str)
