"""A server that is told to stop answers everybody who got through to it, and lets nobody else in."""

import select
import signal
import socket
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from web.edge.drain import is_awaited, turn_away

ROOT = Path(__file__).parents[3]
WAITING = 40
BUSY_SERVER = """
import os, select, sys, uvicorn
from web.edge.drain import DrainingApplication, GracefulServer

async def app(scope, receive, send):
    if scope["path"] == "/busy":
        os.write(1, b"busy")
        os.read(0, 1)  # nothing else is done meanwhile, and nobody accepted
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body", "body": b""})

application = DrainingApplication(app)
config = uvicorn.Config(application, fd=int(sys.argv[1]), lifespan="off", ws="none", log_config=None)
GracefulServer(config, application).run()
"""


@pytest.fixture
def listener():
    with socket.create_server(("127.0.0.1", 0), backlog=100) as listener:
        yield listener


def response_on(connection):
    received = b""
    while piece := connection.recv(65536):
        received += piece
    return received


def test_everybody_the_kernel_let_in_is_answered_though_the_server_was_busy_and_told_to_stop(listener):
    server = subprocess.Popen(
        [sys.executable, "-c", BUSY_SERVER, str(listener.fileno())],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        pass_fds=[listener.fileno()],
    )
    with ExitStack() as stack:
        connections = [stack.enter_context(socket.create_connection(listener.getsockname()))]
        connections[0].sendall(b"GET /busy HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert server.stdout.read(4) == b"busy"
        for _ in range(WAITING):
            connections.append(stack.enter_context(socket.create_connection(listener.getsockname())))
            connections[-1].sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        listener.close()
        server.send_signal(signal.SIGTERM)
        server.communicate(b".", timeout=20)
        assert server.returncode == 0
        responses = [response_on(connection).lower() for connection in connections]
        assert all(b" 204 " in each and b"\r\nconnection: close" in each for each in responses)


def test_a_listener_that_turns_away_keeps_who_is_there_and_completes_no_other(listener):
    with socket.create_connection(listener.getsockname()), socket.socket() as late:
        turn_away(listener)
        late.setblocking(False)
        late.connect_ex(listener.getsockname())
        accepted, _ = listener.accept()
        accepted.close()
        assert not is_awaited([listener])
        assert select.select([], [late], [], 0)[1] == []


def test_whoever_waits_at_a_listener_is_seen(listener):
    with socket.create_connection(listener.getsockname()):
        assert is_awaited([listener])
