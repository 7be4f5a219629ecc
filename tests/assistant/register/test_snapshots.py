"""Which snapshot is served: the same records give the same one, and an earlier one can come back."""

import pytest

from assistant.keeping.register import Register
from assistant.settings import Settings
from index.errors import NoSnapshot
from tests.assistant.register.notices import SHIPPED, ids, notice


def test_rolling_back_serves_the_earlier_snapshot_byte_for_byte(register):
    before = register.assistant()
    register.add([notice(1001)])
    assert register.rollback().snapshot_id == before.snapshot_id
    assert ids(register) == {SHIPPED}
    with pytest.raises(NoSnapshot):
        register.rollback(9)


def test_a_change_by_another_process_is_seen_without_a_restart(register, open_register):
    assert ids(register) == {SHIPPED}
    open_register().add([notice(1001)])
    assert ids(register) == {SHIPPED, "cm-1001-26"}


def test_who_holds_an_assistant_keeps_its_snapshot(register):
    held = register.assistant()
    register.add([notice(1001)])
    assert {record.id for record in held.library.records} == {SHIPPED}


def test_building_twice_changes_nothing(register):
    assert register.build().assistant.snapshot_id == register.build().assistant.snapshot_id
    assert register.build().problems == ()


def test_two_folders_with_the_same_records_have_the_same_snapshot(tmp_path, toy_embedder):
    found = set()
    for name, order in (("one", (1001, 1002)), ("other", (1002, 1001))):
        register = Register(Settings(data=tmp_path / name), embedder=toy_embedder)
        for number in order:
            register.add([notice(number)])
        found.add(register.assistant().snapshot_id)
    assert len(found) == 1
