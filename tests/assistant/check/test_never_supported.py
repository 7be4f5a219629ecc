"""What only looks like a true assertion is never called supported."""

import tomllib
from pathlib import Path

import pytest

from assistant.check import vocabulary
from assistant.check.checker import check_draft
from assistant.check.claim import ClaimKind, Finding

FOLDER = Path(__file__).parent


def cases(name):
    """The drafts of a set in the eight languages and in the sixteen."""
    tables = (tomllib.loads((FOLDER / f"{name}{part}.toml").read_text("utf-8")) for part in ("", "_sixteen"))
    return [(language, text) for table in tables for language, texts in table.items() for text in texts]


def test_there_are_drafts_that_only_look_true_in_every_language():
    assert {language for language, _ in cases("never_supported")} == set(vocabulary.languages())


@pytest.mark.parametrize(("language", "text"), cases("other_object"))
def test_a_word_for_a_vote_with_another_object_is_told_of_no_vote(library, language, text):
    found = check_draft(text, library, "s", language=language, procedure="2025-0357-nle")
    assert {claim.verdict for claim in found.claims} <= {Finding.NOT_CHECKABLE}


@pytest.mark.parametrize(("language", "text"), cases("never_supported"))
def test_it_is_not_supported(library, language, text):
    found = check_draft(text, library, "s", language=language, procedure="2025-0357-nle")
    supported = [claim.quote for claim in found.claims if claim.verdict is Finding.SUPPORTED]
    assert supported == []


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
