"""Notices by hand in the 24 languages: every fact as written, every warning that is due, no other vote."""

import pytest

from tests.notices.handwritten import Handwritten, flat, handwritten, read_bytes

NOTICES = tuple(handwritten())


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice.name)
def test_a_handwritten_notice_says_its_facts_and_nothing_else(notice: Handwritten) -> None:
    found = read_bytes(notice.text.encode(), "notice.txt")
    assert found is not None
    said, warnings = found
    read, facts = flat(said), flat(notice.facts)
    assert {key: fact for key, fact in read.items() if key not in notice.unread} == {
        key: fact for key, fact in facts.items() if key not in notice.unread
    }
    assert all(set(read[key] or ()) < set(facts[key]) for key in notice.unread)
    assert warnings >= notice.warnings
