"""Every change is written down once, in a chain that cannot be mended unseen."""

import json

import pytest

from assistant.keeping.audit import Act, AuditLog, Change

ACTS = tuple(Act(Change.ADDED, "anna", (f"cm-{n}-26",), f"s{n - 1}", f"s{n}") for n in range(1, 6))


@pytest.fixture
def log(tmp_path):
    written = AuditLog(tmp_path)
    for act in ACTS:
        written.write(act)
    return written


@pytest.fixture
def file(tmp_path, log):
    return tmp_path / "audit.jsonl"


def test_what_is_written_is_there_in_order(log):
    said = [json.loads(line) for line in log.lines()]
    assert [(line["number"], line["act"]["records"], line["act"]["by"]) for line in said] == [
        (n, [f"cm-{n}-26"], "anna") for n in range(1, 6)
    ]
    assert log.last_snapshot() == "s5"
    assert log.problems() == ()


@pytest.mark.parametrize(
    "mend",
    [
        lambda lines: [lines[0].replace(b"anna", b"otto"), *lines[1:]],
        lambda lines: [lines[0], *lines[2:]],
        lambda lines: [lines[1], lines[0], *lines[2:]],
        lambda lines: [*lines[:2], lines[1], *lines[2:]],
        lambda lines: [*lines[:2], b"nonsense\n", *lines[3:]],
        lambda lines: [*lines[:2], b"{}\n", *lines[3:]],
    ],
    ids=["changed", "taken out", "moved", "put in", "not a line", "an empty line"],
)
def test_a_line_that_was_tampered_with_breaks_the_chain(log, file, mend):
    file.write_bytes(b"".join(mend(file.read_bytes().splitlines(keepends=True))))
    assert log.problems()


def test_half_a_line_is_none_and_the_next_one_takes_its_place(log, file):
    file.write_bytes(file.read_bytes() + b'{"number": 6, "at":')
    assert len(list(log.lines())) == 5
    log.write(ACTS[0])
    assert len(list(log.lines())) == 6
    assert log.problems() == ()
