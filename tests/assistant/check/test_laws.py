"""What holds of every checked draft, whatever it says."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from assistant.check import vocabulary
from assistant.check.checker import check_draft
from assistant.check.claim import ClaimKind, Finding
from assistant.procedures.library import Library
from corpus import lexicon
from corpus.model import Position
from corpus.text import quote_sha256

FOLDER = Path(__file__).parent
SAYING = {Finding.SUPPORTED, Finding.DERIVED, Finding.CONTRADICTED}
DRAFTS = [
    text
    for name in ("tuned", "held_out")
    for table in tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8")).values()
    for text, *_ in table["cases"]
]
TYPOGRAPHY = (
    "“Hun\u00adgary”\u00a0and\r\nSlovakia voted\u200b against.\n\n"
    "Spain wrote: «Spanje vreest dat dit besluit een negatief\u00a0precedent schept». "
)


def slots_of(message):
    return sorted(re.findall(r"\{(\w+)", message))


@pytest.fixture(scope="module")
def checked(library):
    return [(text, check_draft(text, library, "s")) for text in (*DRAFTS, TYPOGRAPHY, " ".join(DRAFTS))]


def test_spans_quote_the_draft(checked):
    assert all(text[c.start : c.end] == c.quote and c.quote for text, found in checked for c in found.claims)


def test_what_is_said_of_the_world_is_cited(checked):
    uncited = [
        claim
        for _, found in checked
        for claim in found.claims
        if claim.verdict in SAYING and not claim.citations
    ]
    assert uncited == []


def test_citations_are_verbatim_at_their_span(checked, library):
    for _, found in checked:
        assert [citation.n for citation in found.citations] == list(range(1, len(found.citations) + 1))
        for citation in found.citations:
            text = library.source(citation.record).text.text
            assert text[citation.start : citation.end] == citation.quote
            assert quote_sha256(citation.quote) == citation.quote_sha256


def test_the_same_draft_gives_the_same_result(library):
    text = " ".join(DRAFTS[:40])
    assert check_draft(text, library, "s") == check_draft(text, library, "s")


def test_a_draft_on_a_procedure_that_is_not_held_is_not_checked(library):
    found = check_draft("On file 2023/0001(COD) Hungary voted against.", library, "s", language="en")
    assert found.procedure is None
    assert found.claims == ()


def test_an_empty_draft_claims_nothing(library):
    assert check_draft("  \n ", library, "s").claims == ()


def test_drafts_are_checked_in_every_official_language_and_in_no_other(library):
    assert set(vocabulary.languages()) == set(lexicon.languages())
    found = check_draft("Ungverjaland greiddi atkvæði á móti.", library, "s", language="is")
    assert found.claims == ()


@pytest.mark.parametrize("hedge", ["It is said that", "Perhaps", "Diplomats claim that", "If", "Unless"])
def test_a_hedge_turns_a_supported_vote_into_one_that_can_not_be_checked(library, hedge):
    found = check_draft(f"{hedge} Hungary voted against.", library, "s", language="en")
    assert Finding.SUPPORTED not in {claim.verdict for claim in found.claims}


@pytest.mark.parametrize("language", vocabulary.languages())
def test_a_language_has_every_kind_of_words_and_says_no_message_that_english_lacks(language):
    own, english = vocabulary.file_of(language), vocabulary.file_of("en")
    assert set(own["words"]) == set(english["words"])
    assert set(own["message"]) == set(english["message"])
    assert set(own["mark"]) == set(english["mark"])


@pytest.mark.parametrize("language", vocabulary.languages())
def test_a_message_has_the_slots_of_the_english_one(language):
    own, english = vocabulary.file_of(language)["message"], vocabulary.file_of("en")["message"]
    assert {key: slots_of(own[key]) for key in own} == {key: slots_of(english[key]) for key in own}


def test_a_draft_that_names_no_procedure_is_held_against_none_where_there_are_several(library, make_record):
    several = Library([*library.records, make_record(positions={"PL": Position.AGAINST})])
    assert check_draft("Hungary voted against.", several, "s", language="en").procedure is None
    named = check_draft("On 2025/0357(NLE) Hungary voted against.", several, "s", language="en")
    assert named.procedure == "2025-0357-nle"


def test_two_votes_on_one_file_are_never_merged(make_record):
    first = make_record("CM 1/25", positions={"PL": Position.AGAINST}, file="2025/0100(NLE)")
    second = make_record(
        "CM 2/25", positions={"IT": Position.AGAINST}, file="2025/0100(NLE)", closed=date(2025, 6, 2)
    )
    found = check_draft(
        "On 2025/0100(NLE) Poland and Italy voted against.", Library([first, second]), "s", language="en"
    )
    assert Finding.SUPPORTED not in {claim.verdict for claim in found.claims}


def test_two_acts_of_one_notice_are_never_merged(make_record):
    both = make_record("CM 1/25", positions={"PL": Position.AGAINST}, vote_count=2)
    found = check_draft("Poland voted against both decisions.", Library([both]), "s", language="en")
    assert Finding.SUPPORTED not in {claim.verdict for claim in found.claims}


@pytest.mark.parametrize(
    ("text", "quote", "verdict"),
    [
        ("Riga abstained.", "Riga abstained", Finding.SUPPORTED),
        (
            "Budapest and Bratislava voted against.",
            "Budapest and Bratislava voted against",
            Finding.SUPPORTED,
        ),
        ("The Baltics voted in favour.", "The Baltics", Finding.CONTRADICTED),
        ("Benelux voted in favour.", "Benelux voted in favour", Finding.DERIVED),
        ("The Visegrád countries voted against.", "Visegrád countries", Finding.CONTRADICTED),
    ],
)
def test_a_capital_or_a_group_stands_for_its_states_and_is_quoted_as_written(library, text, quote, verdict):
    (claim,) = check_draft(text, library, "s", language="en").claims
    assert (claim.quote, claim.verdict) == (quote, verdict)


def test_a_reason_is_told_apart_from_the_vote_and_points_to_the_statement_of_its_voter(library):
    text = "Hungary voted against, and Latvia abstained because the assessment ignored geography."
    found = check_draft(text, library, "s", language="en")
    (reason,) = [claim for claim in found.claims if claim.kind is ClaimKind.REASON]
    assert reason.verdict is Finding.NOT_CHECKABLE
    assert reason.quote == "because the assessment ignored geography"
    assert {found.citations[n - 1].quote for n in reason.citations} == {"VERKLARING VAN LETLAND"}
