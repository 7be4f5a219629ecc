"""Looking at the disk again and again while a snapshot of it is served."""

import logging
from threading import Event
from time import monotonic

from assistant.keeping.register import Register
from index.errors import IndexFault

log = logging.getLogger(__name__)

SHORTEST_PAUSE = 10.0
"""Units: seconds between two looks."""

_PAUSES_PER_LOOK = 50  # a look that takes a second is repeated after fifty: it costs a fiftieth of a core


def keep_inspecting(register: Register, ending: Event, pause: float = SHORTEST_PAUSE) -> None:
    """Look at what is on the disk, pause, and so on until told to end."""
    while not ending.is_set():
        began = monotonic()
        try:
            register.inspect()
        except (OSError, IndexFault) as problem:
            log.error("the disk could not be looked at: %s", problem)
        ending.wait(max(pause, _PAUSES_PER_LOOK * (monotonic() - began)))
