"""One writer at a time."""

import multiprocessing
import os
import signal

import pytest

from index.errors import WriterBusy
from index.lock import writing

FORK = multiprocessing.get_context("fork")


def test_a_second_writer_is_told_who_writes(tmp_path):
    with (
        writing(tmp_path, 0),
        pytest.raises(WriterBusy, match=f"process {os.getpid()}"),
        writing(tmp_path, 0),
    ):
        pass


def test_the_folder_is_free_again_when_the_writer_is_done_or_fails(tmp_path):
    with pytest.raises(KeyError), writing(tmp_path, 0):
        raise KeyError
    with writing(tmp_path, 0):
        pass


def test_the_folder_is_free_again_when_the_writer_is_killed(tmp_path):
    held = FORK.Event()

    def hold():
        with writing(tmp_path, 0):
            held.set()
            signal.pause()

    writer = FORK.Process(target=hold)
    writer.start()
    held.wait()
    with pytest.raises(WriterBusy, match=f"process {writer.pid}"), writing(tmp_path, 0):
        pass
    writer.kill()
    writer.join()
    with writing(tmp_path, 0):
        pass
