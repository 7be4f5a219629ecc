"""What a notice says wrongly is named, and the doubtful field is empty, whatever the language."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.notices.handwritten import LISTS, read_bytes

LANGUAGES: dict[str, Any] = tomllib.loads(Path(__file__).with_name("warned.toml").read_text("utf-8"))
DOUBTFUL = {
    "two_positions": ("against", "abstained", "remainder"),
    "position_not_stated": ("against", "remainder"),
    "count_disagrees": ("against", "remainder"),
    "not_a_member_state": ("against",),
    "unknown_name": ("remainder",),
    "confusable_letters": ("against", "remainder"),
    "adopted_without_majority": ("adopted",),
    "adopted_disagrees": ("adopted",),
    "majority_rule_disagrees": ("majority_rule",),
    "majority_reached_disagrees": ("majority_reached",),
    "closed_before_opened": ("closed_at",),
    "impossible_date": ("closed_at",),
}


def read(text: str) -> tuple[dict[str, Any], frozenset[str]]:
    """The facts of a notice and of its one act, by name; the codes of its warnings."""
    found = read_bytes(text.encode(), "notice.txt")
    assert found is not None
    (act,) = found[0]["acts"]
    return {**found[0], **act}, found[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sound_notice_says_all_of_them_without_a_warning(language: str) -> None:
    said, warnings = read(LANGUAGES[language]["notice"])
    fields = {field for fields in DOUBTFUL.values() for field in fields} - {"abstained"}
    assert warnings == set()
    assert all(said[field] for field in fields)


@pytest.mark.parametrize("code", DOUBTFUL)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_notice_has_its_warning_and_the_doubtful_field_empty(language: str, code: str) -> None:
    words = LANGUAGES[language]
    old, new = words[code]
    assert old in words["notice"]
    sound, _ = read(words["notice"])
    said, warnings = read(words["notice"].replace(old, new))
    assert code in warnings
    assert not any(said[field] for field in DOUBTFUL[code])
    other = {field for field in sound if field in {*LISTS, "adopted", "opened_by"}} - {*DOUBTFUL[code]}
    assert all(said[field] in (sound[field], None, []) for field in other)
