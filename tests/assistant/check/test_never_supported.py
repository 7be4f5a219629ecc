"""What only looks like a true assertion is never called supported."""

import tomllib
from pathlib import Path

import pytest

from assistant.check import vocabulary
from assistant.check.checker import check_draft
from assistant.check.claim import ClaimKind, Finding

FOLDER = Path(__file__).parent


def drafts(name):
    """The drafts of a set by language, of the eight languages and the sixteen."""
    tables = (tomllib.loads((FOLDER / f"{name}{part}.toml").read_text("utf-8")) for part in ("", "_sixteen"))
    return {language: texts for table in tables for language, texts in table.items()}


def found_in(texts, library, language, verdicts):
    """What a check says with these verdicts, by draft."""
    checked = {
        text: check_draft(text, library, "s", language=language, procedure="2025-0357-nle").claims
        for text in texts
    }
    said = {
        text: [each.quote for each in claims if each.verdict in verdicts] for text, claims in checked.items()
    }
    return {text: quotes for text, quotes in said.items() if quotes}


def test_there_are_drafts_that_only_look_true_in_every_language():
    assert set(drafts("never_supported")) == set(vocabulary.languages())


@pytest.mark.parametrize(("language", "texts"), drafts("other_object").items())
def test_a_word_for_a_vote_with_another_object_is_told_of_no_vote(library, language, texts):
    assert found_in(texts, library, language, set(Finding) - {Finding.NOT_CHECKABLE}) == {}


@pytest.mark.parametrize(("language", "texts"), drafts("never_supported").items())
def test_what_only_looks_true_is_not_supported(library, language, texts):
    assert found_in(texts, library, language, {Finding.SUPPORTED}) == {}


@pytest.mark.parametrize(
    ("quotation", "verdict", "changes"),
    [
        ("Spanje vreest dat dit besluit een negatief precedent schept", Finding.SUPPORTED, []),
        (
            "Spanje vreest dat dit besluit een positief precedent schept",
            Finding.CONTRADICTED,
            [("positief", "negatief")],
        ),
        ("Spain fears that this decision sets a negative precedent", Finding.DERIVED, []),
        (
            "Spain fears that this decision sets a dangerous precedent",
            Finding.NOT_CHECKABLE,
            [("dangerous", "negative")],
        ),
    ],
)
@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "«{}»", "„{}“", "‘{}’"])
def test_a_quotation_is_compared_letter_by_letter_in_any_marks(library, quotation, verdict, changes, marks):
    found = check_draft(f"Spain wrote: {marks.format(quotation)}.", library, "s", language="en")
    (claim,) = [claim for claim in found.claims if claim.kind is ClaimKind.QUOTATION]
    assert claim.verdict is verdict
    assert [(change.draft, change.record) for change in claim.changes] == changes
