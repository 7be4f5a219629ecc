"""Damage is told, and what can still be served is served."""

import shutil

from index.store import Store
from tests.assistant.register.notices import SHIPPED, ids, notice


def test_damage_in_the_archive_is_told_while_the_record_is_still_served(register, open_register, tmp_path):
    register.add([notice(1001)])
    (original,) = (tmp_path / "archive" / "originals").rglob("*/*")
    original.chmod(0o644)
    original.write_bytes(original.read_bytes() + b" ")
    after = open_register()
    assert ids(after) == {SHIPPED, "cm-1001-26"}
    assert any("stored bytes have changed" in fault for fault in after.faults())


def test_a_served_record_that_has_left_the_archive_is_told(register, open_register, tmp_path):
    register.add([notice(1001)])
    shutil.rmtree(tmp_path / "archive")
    after = open_register()
    assert ids(after) == {SHIPPED, "cm-1001-26"}
    assert (
        after.faults() == after.verify() == ("notice-1001.txt: cm-1001-26 is served, but not in the archive",)
    )


def test_the_first_writer_may_die_before_it_points_to_what_it_wrote(register, open_register, tmp_path):
    register.assistant()
    (tmp_path / "CURRENT").unlink()
    assert ids(open_register()) == {SHIPPED}
    assert open_register().faults() == open_register().verify() == ()


def test_a_damaged_newest_generation_is_told_and_the_one_before_serves(register, open_register, tmp_path):
    register.assistant()
    register.add([notice(1001)])
    newest = max((tmp_path / "generations").iterdir())
    next(newest.glob("*.segment")).write_bytes(b"")
    after = open_register()
    assert ids(after) == {SHIPPED}
    assert ".segment" in after.faults()[0]
    assert any(".segment" in problem for problem in after.verify())
    assert newest.is_dir()


def test_damage_that_comes_while_a_snapshot_is_served_is_told_and_that_snapshot_still_serves(
    register, tmp_path, caplog
):
    register.add([notice(1001)])
    newest = max((tmp_path / "generations").iterdir())
    next(newest.glob("*.segment")).write_bytes(b"")
    (original,) = (tmp_path / "archive" / "originals").rglob("*/*")
    original.unlink()
    register.inspect()
    told = "\n".join(register.faults())
    assert ".segment" in told
    assert "notice-1001.txt" in told
    assert ".segment" in caplog.text
    assert ids(register) == {SHIPPED, "cm-1001-26"}
    assert newest.is_dir()
    caplog.clear()
    register.inspect()
    assert caplog.text == ""


def test_a_change_after_damage_was_found_takes_nothing_damaged_into_the_next_generation(
    register, open_register, tmp_path
):
    register.add([notice(number) for number in range(1001, 1041)])
    newest = max((tmp_path / "generations").iterdir())
    for segment in newest.glob("*.segment"):
        segment.write_bytes(b"")
    register.inspect()
    register.add([notice(1041)])
    store = Store(tmp_path)
    store.check(store.pointed())
    assert ids(open_register()) == {SHIPPED, *(f"cm-{number}-26" for number in range(1001, 1042))}


def test_looking_again_at_a_sound_folder_finds_nothing(register):
    register.add([notice(1001)])
    register.inspect()
    assert register.faults() == ()


def test_a_pointer_that_is_lost_while_its_snapshot_is_served_is_told(register, tmp_path):
    register.add([notice(1001)])
    (tmp_path / "CURRENT").write_text("nowhere")
    register.inspect()
    assert register.faults() == ("CURRENT names no generation that is there",)


def test_an_older_generation_that_stands_in_does_not_show_what_was_removed_since(
    register, open_register, tmp_path
):
    register.assistant()
    without = register.assistant().snapshot_id
    register.add([notice(1001), notice(1002)])
    register.remove("cm-1001-26")
    newest = max((tmp_path / "generations").iterdir())
    next(newest.glob("*.segment")).write_bytes(b"")
    after = open_register()
    assert ids(after) == {SHIPPED, "cm-1002-26"}
    assert after.assistant().snapshot_id not in {without, ""}
    assert "without what was removed since: cm-1001-26" in after.faults()[-1]
    assert after.build().assistant.snapshot_id == newest.name.partition("-")[2]
    assert open_register().faults() == ()


def test_when_no_generation_is_whole_it_is_rebuilt_from_the_records(register, open_register, tmp_path):
    register.add([notice(1001)])
    snapshot = register.assistant().snapshot_id
    for generation in (tmp_path / "generations").iterdir():
        (generation / "manifest.json").write_bytes(b"")
    after = open_register()
    assert ids(after) == {SHIPPED, "cm-1001-26"}
    assert after.assistant().snapshot_id == snapshot
