"""A server as a process of its own, as its clients and the operator find it; `make stress` goes on longer."""

import asyncio
import json
import os
import resource
import shutil
import subprocess
import sys

import pytest

from tests.stress.change import NOTICE
from tests.stress.load import probe_beside_slow
from tests.stress.mixed import mixed
from tests.stress.outside import REFUSED, ROOT, ask, awaited, exchange, get, put, start
from tests.stress.stopping import LONGEST, load_while_stopping

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def data(register, settings, tmp_path_factory):
    register.warm()
    folder = tmp_path_factory.mktemp("outside") / "data"
    shutil.copytree(settings.data, folder)
    return folder


@pytest.fixture(scope="module")
def server(data):
    server = start(data)
    server.wait_until_ready()
    yield server
    server.kill()


def seen(server, request):
    return awaited(exchange(server.port, request))


def notice(number):
    return put(f"n-{number}.txt", NOTICE.format(number=number).encode())


def listed(server):
    return {
        record["id"] for record in json.loads(seen(server, get("/api/v1/records?limit=100")).body)["items"]
    }


def test_while_some_change_and_others_ask_nothing_is_lost_and_no_answer_is_of_two_snapshots(server):
    counts = awaited(mixed(server, 3.0))
    assert set(+counts) <= {"answers", "added", "removed", "snapshots"}
    assert counts["answers"]
    assert counts["added"]
    assert server.readiness()["faults"] == []


def test_connections_that_never_finish_their_headers_do_not_keep_a_probe_from_its_answer(server):
    probe, count = awaited(probe_beside_slow(server.port, 300))
    assert (probe.result, count) == (200, 300)


def test_where_no_file_may_grow_changes_are_refused_with_507_and_all_goes_on_once_it_may(server):
    limits = resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (256, limits[1]))
    assert [seen(server, notice(2001)).result, seen(server, ask("Who abstained?")).result] == [507, 200]
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, limits)
    assert seen(server, notice(2001)).result == 201
    assert "cm-2001-26" in listed(server)


def test_the_same_upload_a_hundred_times_at_once_is_one_record(server):
    async def all_at_once():
        return await asyncio.gather(*(exchange(server.port, notice(2002)) for _ in range(100)))

    results = [each.result for each in awaited(all_at_once())]
    assert (results.count(201), results.count(200)) == (1, 99)


def test_two_who_add_at_the_terminal_at_once_both_succeed_beside_a_running_server(server, data, tmp_path):
    adding = []
    for number in (2003, 2004):
        file = tmp_path / f"n-{number}.txt"
        file.write_text(NOTICE.format(number=number))
        command = [sys.executable, "-m", "web", "add", str(file)]
        adding.append(subprocess.Popen(command, cwd=ROOT, env={**os.environ, "ROLLCALL_DATA": str(data)}))
    assert [process.wait() for process in adding] == [0, 0]
    assert {"cm-2003-26", "cm-2004-26"} <= listed(server)
    assert server.readiness()["faults"] == []


def test_a_server_that_is_told_to_stop_while_it_still_opens_the_encoder_ends_with_0(data):
    server = start(data)
    server.wait_until_ready()
    assert server.stop() < LONGEST


def test_a_server_that_is_told_to_stop_under_load_loses_no_request(data):
    server = start(data)
    server.wait_until_ready()
    results, seconds = awaited(load_while_stopping(server, 0.5))
    assert set(results) <= {200, 503, REFUSED}
    assert seconds < LONGEST
