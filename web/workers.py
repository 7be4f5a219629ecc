"""Several processes that answer: one listening socket, one data folder, one parent that answers nothing.

Each opens the snapshot for itself and notices a new one by itself; changes wait for one another at the
folder's lock. The parent starts them, starts anew whichever ends unasked, and stops them all when it is told
to stop.
"""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import sleep
from types import FrameType

from web.metrics import SHARED_FOLDER

Start = Callable[[int], subprocess.Popen[bytes]]
_PAUSE_SECONDS = 1.0
_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Workers:
    """The processes over one listening socket."""

    def __init__(self, listener: socket.socket, start: Start) -> None:
        self._listener = listener
        self._start = start
        self._running: dict[int, subprocess.Popen[bytes]] = {}
        self._is_stopping = False

    def run(self, count: int) -> None:
        """Keep that many processes answering until told to stop; return when all have ended."""
        for number in _SIGNALS:
            signal.signal(number, self._stop)
        for _ in range(count):
            self._add()
        while self._running:
            pid, _ = os.wait()
            self._running.pop(pid, None)
            if not self._is_stopping:
                sleep(_PAUSE_SECONDS)  # whatever ended it may end the next one too
            if not self._is_stopping:
                self._add()

    def _add(self) -> None:
        started = self._start(self._listener.fileno())
        self._running[started.pid] = started
        if self._is_stopping:
            started.send_signal(signal.SIGTERM)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._is_stopping = True
        for process in tuple(self._running.values()):
            process.send_signal(signal.SIGTERM)


def listening(host: str, port: int, backlog: int) -> socket.socket:
    """A socket that listens at an address and that other processes may take over."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.create_server((host, port), family=family, backlog=backlog)
    made.set_inheritable(True)
    return made


def starting(counts: Path) -> Start:
    """How this program is started once more, at a socket that listens already, counting into a folder."""
    environment = {**os.environ, SHARED_FOLDER: str(counts)}

    def start(descriptor: int) -> subprocess.Popen[bytes]:
        arguments = [sys.executable, "-m", "web", "serve", "--listener", str(descriptor)]
        return subprocess.Popen(arguments, pass_fds=[descriptor], env=environment)

    return start
