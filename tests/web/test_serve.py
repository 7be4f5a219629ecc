"""The server as a process: it listens, cuts off who never finishes, and stops without losing a request."""

import os
import signal
import socket
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
import uvicorn

from tests.web.apart import run_apart
from web.edge.deadline import DeadlineProtocol
from web.edge.drain import DrainingApplication

ROOT = Path(__file__).parents[2]
ASK = (
    b"POST /api/v1/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    b"Content-Length: 33\r\n\r\n"
    b'{"question":"Who voted against?"}'
)


def connected(port: int) -> socket.socket:
    """A connection to a server that may still be starting."""
    pause = threading.Event()
    for _ in range(600):
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=30)
        except ConnectionRefusedError:
            pause.wait(0.1)
    raise AssertionError("the server does not listen")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def response_on(connection: socket.socket) -> bytes:
    received = b""
    while piece := connection.recv(65536):
        received += piece
    return received


@pytest.mark.slow
def test_a_server_that_is_told_to_stop_answers_what_it_accepted_and_ends_with_0(register, settings):
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "web", "serve", "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, "ROLLCALL_DATA": str(settings.data)},
        stderr=subprocess.DEVNULL,
    )
    with closing(connected(port)) as connection:
        connection.sendall(ASK[:-5])
        server.send_signal(signal.SIGTERM)
        connection.sendall(ASK[-5:])
        received = response_on(connection)
    assert received.startswith(b"HTTP/1.1 200 ")
    assert b"Slovakia" in received
    assert b"server:" not in received.lower()
    assert server.wait(timeout=20) == 0


def test_a_connection_that_never_finishes_its_headers_is_closed(monkeypatch):
    monkeypatch.setattr("web.edge.deadline.HEADER_SECONDS", 0.2)
    port = free_port()

    async def app(scope, receive, send):
        raise AssertionError("no request was sent")

    server = uvicorn.Server(
        uvicorn.Config(app, port=port, http=DeadlineProtocol, lifespan="off", log_config=None, ws="none")
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    with closing(connected(port)) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: local")
        assert response_on(connection) == b""
    server.should_exit = True
    thread.join()


@pytest.mark.parametrize(("is_draining", "headers"), [(False, []), (True, [(b"connection", b"close")])])
def test_a_response_closes_its_connection_once_the_server_is_stopping(is_draining, headers):
    sent = []

    async def app(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def send(message):
        sent.append(message)

    application = DrainingApplication(app)
    application.is_draining = is_draining
    run_apart(lambda: application({"type": "http"}, None, send))
    assert sent[0]["headers"] == headers


def two_processes(port: int, data: Path) -> subprocess.Popen[bytes]:
    """A server of two processes over a data folder, started and not waited for."""
    return subprocess.Popen(
        [sys.executable, "-m", "web", "serve", "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, "ROLLCALL_DATA": str(data), "ROLLCALL_WORKERS": "2"},
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )


@pytest.mark.slow
def test_two_processes_answer_one_that_dies_is_started_anew_and_all_end_when_told(register, settings):
    port = free_port()
    server = two_processes(port, settings.data)
    with closing(connected(port)) as connection:
        first = children_of(server.pid)
        connection.sendall(ASK.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1))
        assert response_on(connection).startswith(b"HTTP/1.1 200 ")
    os.kill(first[0], signal.SIGKILL)
    with closing(connected(port)) as connection:
        connection.sendall(ASK.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1))
        assert response_on(connection).startswith(b"HTTP/1.1 200 ")
    server.send_signal(signal.SIGTERM)
    assert server.wait(timeout=30) == 0
    assert children_of(server.pid) == []


@pytest.mark.slow
def test_whichever_process_is_asked_tells_what_all_of_them_counted(register, settings):
    port = free_port()
    server = two_processes(port, settings.data)
    asked = ASK.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1)
    counters = b"GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    for _ in range(6):
        with closing(connected(port)) as connection:
            connection.sendall(asked)
            assert response_on(connection).startswith(b"HTTP/1.1 200 ")
    os.kill(children_of(server.pid)[0], signal.SIGKILL)
    for _ in range(4):
        with closing(connected(port)) as connection:
            connection.sendall(counters)
            told = response_on(connection).decode()
        assert 'rollcall_answers_total{reason="",status="answered"} 6.0' in told
        assert told.count("\nrollcall_snapshot_info{") == 1
        assert "\nrollcall_corpus_records 1.0" in told
    server.send_signal(signal.SIGTERM)
    assert server.wait(timeout=30) == 0


def children_of(pid: int) -> list[int]:
    """The processes that a process has started and that are still there."""
    file = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(each) for each in file.read_text("ascii").split()] if file.exists() else []
