"""A tally says of every member where it stood and how that is known."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.answer import EvidenceKind
from assistant.counting import roster
from assistant.counting.participation import Exclusion, Rule
from assistant.counting.tally import tally_of
from corpus.model import Position

NONE = frozenset()
RULE = Rule("made-up", ("DK",), None, True, "", "", NONE, NONE, NONE, NONE, date.min, date.max)


@pytest.fixture
def tally(make_record):
    """The tally of a vote with one member named, one kept out by law, and perhaps no others spoken of."""

    def made(remainder=Position.FOR):
        record = make_record(positions={"HU": Position.AGAINST}, remainder=remainder)
        members = roster.members_on(date(2025, 6, 2))
        note = members[0].place
        kept_out = Exclusion("DK", RULE, True, (note,))
        return tally_of(record, record.notice.acts[0].vote, members, [kept_out]), note

    return made


def known(vote):
    return vote.position, vote.evidence


def test_a_named_member_is_stated_one_kept_out_is_by_reference_and_another_is_derived(tally):
    found, note = tally()
    assert known(found.vote_of("HU")) == (Position.AGAINST, EvidenceKind.STATED)
    assert known(found.vote_of("DK")) == (Position.NOT_PARTICIPATING, EvidenceKind.REFERENCE)
    assert found.vote_of("DK").places == (note,)
    assert known(found.vote_of("FR")) == (Position.FOR, EvidenceKind.DERIVED)
    assert len(found.vote_of("FR").places) == 2


def test_where_no_others_are_spoken_of_a_member_has_no_position_and_no_place(tally):
    found, _ = tally(remainder=None)
    assert known(found.vote_of("FR")) == (None, EvidenceKind.DERIVED)
    assert found.vote_of("FR").places == ()


def test_a_state_without_a_seat_has_no_vote(tally):
    assert tally()[0].vote_of("CH") is None


def test_a_switch_moves_and_marks_only_the_members_that_then_stand_elsewhere(tally):
    found, _ = tally()
    switched = found.switched({"HU": Position.FOR, "FR": Position.FOR})
    assert switched.vote_of("HU") == replace(found.vote_of("HU"), position=Position.FOR, hypothetical=True)
    assert switched.vote_of("FR") == found.vote_of("FR")
