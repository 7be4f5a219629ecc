"""The readings of a vote: who may vote, on which ground, and what a what-if changes."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.answer import EvidenceKind
from assistant.procedures import library
from assistant.question import Switch
from corpus.model import MajorityRule, Position

FILE = "2025-0001-nle"
STATES = ("AT", "BE", "CY", "DE", "DK", "ES", "FR", "HU", "IE", "SK")


def readings_of(record):
    (procedure,) = library.Library([record]).procedures
    return library.Library([record]).readings(procedure.id)


def ids(record):
    return [reading.id for reading in readings_of(record).readings]


def test_where_nothing_points_to_limited_participation_there_is_one_reading(make_record):
    assert ids(make_record(codes=("AGRI", "PROCED"))) == ["all-members"]


def test_a_rule_matched_by_the_notices_codes_is_recommended(make_record):
    assert ids(make_record(codes=("JAI", "ASILE"), acts=("Regulation (EU) 2024/1351",))) == [
        "without-DK",
        "all-members",
    ]


def test_a_state_that_opted_in_to_the_act_takes_part(make_record):
    found = readings_of(make_record(codes=("JAI", "ASILE"), acts=("Regulation (EU) 2024/1351",)))
    assert [(opt_in.state, opt_in.act) for opt_in in found.opt_ins] == [("IE", "Regulation (EU) 2024/1351")]


def test_where_an_opt_in_is_not_known_leaving_the_state_out_is_a_further_reading(make_record):
    assert ids(make_record(codes=("JAI", "COPEN"))) == ["without-DK", "without-DK-IE", "all-members"]


def test_the_council_formation_alone_gives_a_further_reading_only(make_record):
    assert ids(make_record(codes=("JAI", "DATAPROTECT"))) == ["all-members", "without-DK"]


def test_an_act_of_an_enhanced_cooperation_keeps_its_outsiders_out(make_record):
    assert ids(make_record(acts=("Regulation (EU) 2017/1939",))) == ["without-DK-HU-IE", "all-members"]


def test_rules_apply_on_their_dates_only(make_record):
    made = make_record(acts=("Regulation (EU) 2017/1939",), closed=date(2024, 3, 1))
    assert ids(made) == ["without-DK-HU-IE-SE", "all-members"]


def test_a_notice_that_names_who_did_not_take_part_is_taken_at_its_word(make_record):
    named = dict.fromkeys(("DK", "IE"), Position.NOT_PARTICIPATING)
    found = readings_of(make_record(codes=("JAI", "ASILE"), positions=named))
    assert [reading.id for reading in found.readings] == ["as-stated"]
    assert found.recommended.tally.vote_of("DK").evidence is EvidenceKind.STATED


def test_a_vote_that_the_notice_states_is_never_argued_away_by_a_rule(make_record):
    stated = {"DK": Position.AGAINST, "IE": Position.FOR}
    found = readings_of(make_record(codes=("JAI", "FRONT"), positions=stated))
    assert [reading.id for reading in found.readings] == ["all-members"]


def test_the_united_kingdom_has_a_seat_until_the_last_of_january_2020(make_record):
    before = readings_of(make_record(closed=date(2020, 1, 31)))
    after = readings_of(make_record(closed=date(2020, 2, 1)))
    assert [len(r.recommended.tally.votes) for r in (before, after)] == [28, 27]


def test_a_state_without_a_seat_is_named_apart_and_not_counted(make_record):
    found = readings_of(make_record(positions={"GB": Position.AGAINST})).recommended.tally
    assert [position.state for position in found.outsiders] == ["GB"]
    assert found.count(Position.AGAINST) == 0


def test_every_reading_says_what_it_is_read_from(make_record):
    found = readings_of(make_record(codes=("JAI", "ASILE")))
    assert all(reading.grounds for reading in found.readings)
    assert found.recommended.grounds[0].source.record == "reference-protocol-22"


def test_a_what_if_keeps_the_real_vote_beside_it(make_record):
    record = make_record(positions={"HU": Position.AGAINST})
    changed = library.Library([record]).readings(FILE, [Switch("HU", Position.FOR)])
    assert changed.is_hypothetical
    assert changed.recommended.tally.vote_of("HU").hypothetical
    assert changed.real.recommended.tally.vote_of("HU").position is Position.AGAINST


def test_a_switch_to_where_a_member_stood_already_is_no_hypothesis_about_it(make_record):
    changed = library.Library([make_record()]).readings(FILE, [Switch("HU", Position.FOR)])
    assert not changed.recommended.tally.vote_of("HU").hypothetical


def test_a_switch_of_a_state_without_a_seat_is_reported_as_ignored(make_record):
    switch = Switch("GB", Position.FOR)
    assert library.Library([make_record()]).readings(FILE, [switch]).ignored == (switch,)


def test_a_switch_of_a_group_moves_every_member_that_stood_there(make_record):
    positions = {"HU": Position.AGAINST, "ES": Position.ABSTENTION, "PT": Position.ABSTENTION}
    records = library.Library([make_record(positions=positions)])
    changed = records.readings(FILE, [Switch("@abstention", Position.AGAINST)])
    assert changed.recommended.tally.states(Position.AGAINST) == ("ES", "HU", "PT")
    assert changed.switches == (Switch("ES", Position.AGAINST), Switch("PT", Position.AGAINST))


def test_the_others_are_everybody_whom_no_other_switch_names(make_record):
    switches = [Switch("DE", Position.FOR), Switch("@others", Position.AGAINST)]
    changed = library.Library([make_record()]).readings(FILE, switches).recommended.tally
    assert (changed.states(Position.FOR), changed.count(Position.AGAINST)) == (("DE",), 26)


def test_a_member_that_a_what_if_brings_in_is_counted_in_the_electorate(make_record):
    records = library.Library([make_record(codes=("JAI", "ASILE"))])
    changed = records.readings(FILE, [Switch("DK", Position.FOR)])
    assert [reading.id for reading in changed.readings] == ["all-members", "without-IE"]
    assert len(changed.recommended.electorate.states) == 27
    assert changed.recommended.excluded == ()


@pytest.mark.parametrize("rule", list(MajorityRule))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    positions=st.dictionaries(st.sampled_from(STATES), st.sampled_from(Position)),
    remainder=st.sampled_from([None, *Position]),
    codes=st.sets(st.sampled_from(["JAI", "ASILE", "SCHENGEN", "AGRI"])),
)
def test_every_tally_is_a_partition_of_the_members(make_record, rule, positions, remainder, codes):
    made = make_record(positions=positions, remainder=remainder, rule=rule, codes=tuple(sorted(codes)))
    for reading in readings_of(made).readings:
        counted = reading.tally
        parts = [*(counted.states(position) for position in Position), counted.unknown]
        members = [state for part in parts for state in part]
        assert sorted(members) == [vote.state for vote in counted.votes]
        assert len(set(members)) == len(members) == 27


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    positions=st.dictionaries(
        st.sampled_from(STATES), st.sampled_from((Position.AGAINST, Position.ABSTENTION))
    ),
    moved=st.sets(st.sampled_from(STATES), min_size=1),
    rule=st.sampled_from(MajorityRule),
)
def test_a_switch_to_in_favour_never_loses_a_majority(make_record, positions, moved, rule):
    records = library.Library([make_record(positions=positions, rule=rule, codes=("JAI", "COPEN"))])
    before = records.readings(FILE).reading("all-members")
    after = records.readings(FILE, [Switch(state, Position.FOR) for state in sorted(moved)])
    rank = {False: 0, None: 1, True: 2}
    now = after.reading("all-members").majority.is_reached
    assert rank[now] >= rank[before.majority.is_reached]
