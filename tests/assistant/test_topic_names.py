"""What topics are called, and quotations told in keywords to whoever may not read them."""

import pytest

from assistant.keyword import keywords_of
from assistant.procedures.library import Library
from assistant.understanding import cues
from assistant.wording.topics import name_of, names


@pytest.mark.parametrize("concept", sorted(names()))
def test_a_topic_that_has_a_name_has_one_in_every_language(concept) -> None:
    assert concept in cues.concept_terms()
    assert sorted(names()[concept]) == sorted(cues.languages())
    assert all(name == name.strip() and name for name in names()[concept].values())


def test_a_topic_without_a_name_is_not_named() -> None:
    assert name_of("press_release", "fr") is None


def test_nothing_is_told_of_no_place() -> None:
    assert keywords_of(Library(()), ()) == ()
