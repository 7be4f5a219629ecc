"""What is added, removed and released is acknowledged, served, written down and there to stay."""

import json

import pytest

from assistant.keeping.intake import Verdict
from corpus.archive import Archive
from corpus.errors import NotANotice, RecordNotFound
from tests.assistant.register.notices import SHIPPED, ids, notice


def test_a_fresh_folder_serves_the_shipped_records_and_complains_of_nothing(register, caplog):
    assert ids(register) == {SHIPPED}
    assert caplog.text == ""
    assert register.faults() == ()
    assert register.verify() == ()


def test_an_added_record_is_served_and_still_there_after_a_restart(register, open_register):
    (outcome,) = register.add([notice(1001)])
    assert (outcome.verdict, outcome.record.id) == (Verdict.ADDED, "cm-1001-26")
    assert ids(register) == ids(open_register()) == {SHIPPED, "cm-1001-26"}


def test_each_file_is_reported_and_a_bad_one_stops_no_other(register):
    files = [
        notice(1001),
        ("letter.txt", b"Dear all, lunch is at noon."),
        notice(1001),
        notice(1001, "More."),
    ]
    outcomes = register.add(files)
    assert [outcome.verdict for outcome in outcomes] == [
        Verdict.ADDED, Verdict.REFUSED, Verdict.KNOWN, Verdict.ADDED,
    ]  # fmt: skip
    assert isinstance(outcomes[1].refusal, NotANotice)
    assert outcomes[1].problem.startswith("letter.txt: ")
    assert "\n" not in outcomes[1].problem


def test_two_texts_with_one_number_are_both_kept_and_their_difference_is_shown(register, open_register):
    register.add([notice(1001)])
    (outcome,) = register.add([notice(1001, "More.")])
    kept = {record.id: record for record in open_register().assistant().library.records}
    assert set(kept) - {SHIPPED} == ids(register) - {SHIPPED}
    assert len(kept) == 3
    assert outcome.record == kept[outcome.record.id]
    assert [w.code for w in outcome.record.warnings if "also borne by" in w.message] == ["duplicate_document"]


def test_a_record_has_its_plain_name_again_when_the_other_with_its_number_is_removed(register):
    register.add([notice(1001)])
    (outcome,) = register.add([notice(1001, "More.")])
    register.remove(outcome.record.id)
    assert ids(register) == {SHIPPED, "cm-1001-26"}
    assert all(record.warnings == () for record in register.assistant().library.records)


def test_the_same_upload_many_times_is_one_record_and_one_snapshot(register):
    first = register.add([notice(1001)])
    snapshot = register.assistant().snapshot_id
    for _ in range(5):
        assert register.add([notice(1001)])[0].record == first[0].record
    assert register.assistant().snapshot_id == snapshot


def test_a_file_that_was_archived_but_never_published_is_served_once_it_is_acknowledged(register, tmp_path):
    register.assistant()
    filename, data = notice(1001)
    Archive(tmp_path / "archive").add(data, filename)
    assert register.add([(filename, data)])[0].verdict is Verdict.KNOWN
    assert ids(register) == {SHIPPED, "cm-1001-26"}


def test_a_removed_record_is_gone_and_comes_back_when_it_is_added_again(register):
    register.add([notice(1001)])
    register.remove("cm-1001-26")
    assert ids(register) == {SHIPPED}
    register.add([notice(1001)])
    assert ids(register) == {SHIPPED, "cm-1001-26"}


def test_a_shipped_record_can_be_removed_too(register, open_register):
    register.remove(SHIPPED)
    assert ids(open_register()) == set()


def test_removing_what_is_not_there_is_refused_by_name(register):
    with pytest.raises(RecordNotFound, match="cm-9-99"):
        register.remove("cm-9-99")


def test_every_change_is_in_the_audit_log_with_who_made_it(register, tmp_path):
    register.add([notice(1001)], by="anna")
    register.add([notice(1001)], by="anna")
    register.remove("cm-1001-26", by="otto")
    register.rollback(by="otto")
    acts = [json.loads(line)["act"] for line in (tmp_path / "audit.jsonl").read_text("utf-8").splitlines()]
    assert [(act["change"], act["by"], act["records"]) for act in acts] == [
        ("added", "anna", ["cm-1001-26"]),
        ("removed", "otto", ["cm-1001-26"]),
        ("rolled back", "otto", []),
    ]
    assert [act["before"] for act in acts[1:]] == [act["after"] for act in acts[:-1]]
