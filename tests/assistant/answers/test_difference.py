"""Where the computed result is not the stated one, the answer says so."""

import pytest

from assistant.assistant import Assistant
from assistant.procedures import library
from corpus.model import Position
from tests.assistant.no_search import NoSearch


@pytest.mark.parametrize(("stated", "is_said"), [(False, True), (True, False)])
def test_a_difference_between_notice_and_computation_is_said(make_record, stated, is_said):
    made = make_record(positions={"DE": Position.AGAINST}, reached=stated)
    text = Assistant(library.Library([made]), NoSearch(), "snapshot").ask("Was the majority reached?").text
    assert ("differs from the notice" in text) is is_said
