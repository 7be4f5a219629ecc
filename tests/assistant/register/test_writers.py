"""Writers wait for each other, lose nothing, and say so when there is no room."""

import fcntl
import multiprocessing
import os
import resource
import signal

import pytest

from assistant.keeping.intake import Verdict
from index.errors import StoreFull, WriterBusy
from tests.assistant.register.notices import SHIPPED, ids, notice


def test_a_second_writer_is_refused_by_name_and_nothing_changes(register, open_register, tmp_path):
    register.add([notice(1001)])
    with (tmp_path / "LOCK").open("a+") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(WriterBusy, match=rf"written to by process {os.getpid()}"):
            open_register(patience=0.0).add([notice(1002)])
    assert ids(register) == {SHIPPED, "cm-1001-26"}


def test_writers_at_the_same_time_lose_nothing(open_register, register):
    register.assistant()
    fork = multiprocessing.get_context("fork")
    writers = [
        fork.Process(target=lambda n=n: open_register().add([notice(1000 + n), notice(2000)]))
        for n in range(4)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0] * 4
    assert ids(register) == {SHIPPED, "cm-2000-26", *(f"cm-{1000 + n}-26" for n in range(4))}
    assert register.verify() == ()


def test_a_full_disk_is_said_and_nothing_of_the_change_stays(register, open_register, monkeypatch):
    register.assistant()
    limited = fork_limited(lambda: open_register().add([notice(1001)]))
    assert limited == "StoreFull"
    assert ids(open_register()) == {SHIPPED}
    assert open_register().add([notice(1001)])[0].verdict is Verdict.ADDED


def fork_limited(change):
    """The name of the error a change ends in when no file may grow beyond 16 KiB."""
    reading, writing = os.pipe()
    if not os.fork():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (16 * 1024, 16 * 1024))
        try:
            change()
            os.write(writing, b"done")
        except StoreFull:
            os.write(writing, b"StoreFull")
        finally:
            os._exit(0)
    os.close(writing)
    os.wait()
    with os.fdopen(reading) as said:
        return said.read()
