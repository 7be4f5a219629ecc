"""A record that is marked as not public is kept, and shown to nobody until somebody releases it."""

import json

import pytest

from assistant.keeping.intake import Verdict
from corpus.errors import RecordNotFound
from tests.assistant.register.notices import SHIPPED, ids, notice


def marked(number):
    filename, data = notice(number)
    return filename, data.replace(b"CM ", b"LIMITE\n\nCM ", 1)


def test_a_marked_record_is_kept_but_shown_to_nobody_until_somebody_releases_it(
    register, open_register, tmp_path
):
    (outcome,) = register.add([marked(1001)], by="anna")
    assert (outcome.verdict, outcome.record.id) == (Verdict.QUARANTINED, "cm-1001-26")
    assert "LIMITE" in outcome.problem
    assert ids(register) == {SHIPPED}
    assert register.build().problems == ()
    assert [record.id for record in open_register().held()] == ["cm-1001-26"]
    register.add([notice(1002)])
    assert ids(register) == {SHIPPED, "cm-1002-26"}
    register.release("cm-1001-26", by="otto")
    assert ids(register) == ids(open_register()) == {SHIPPED, "cm-1001-26", "cm-1002-26"}
    assert register.held() == ()
    assert register.add([marked(1001)])[0].verdict is Verdict.KNOWN
    last = json.loads((tmp_path / "audit.jsonl").read_text("utf-8").splitlines()[-1])["act"]
    assert (last["change"], last["by"], last["records"]) == ("released", "otto", ["cm-1001-26"])
    assert register.verify() == ()


def test_what_is_not_in_quarantine_cannot_be_released(register):
    with pytest.raises(RecordNotFound, match="quarantine"):
        register.release(SHIPPED)
