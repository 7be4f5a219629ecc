"""A server killed again and again under load: what was acknowledged is there when it is back."""

import asyncio
import random
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.stress.change import NOTICE
from tests.stress.mixed import listed
from tests.stress.outside import Server, ask, delete, exchange, put, start

WRITERS, READERS = 4, 8


@dataclass
class Known:
    """What must be there, what must not, and what may be either: its answer never came."""

    there: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    open: set[str] = field(default_factory=set)
    changes: int = 0
    number: int = 20_000

    def wrong_in(self, ids: set[str]) -> int:
        """How many records are missing, or there against what was acknowledged."""
        return len(self.there - self.open - ids) + len((self.gone - self.open) & ids)


async def crash(server: Server, data: Path, known: Known, after: float) -> tuple[Server, float]:
    """The server killed under load and started anew, and how long that took; readers go on asking."""
    over = asyncio.Event()
    readers = [asyncio.create_task(_read(server.port, over)) for _ in range(READERS)]
    writers = [asyncio.create_task(_write(server.port, known)) for _ in range(WRITERS)]
    await asyncio.sleep(after)
    server.kill()
    await asyncio.gather(*writers)
    began = time.monotonic()
    anew = start(data, port=server.port)
    await asyncio.to_thread(anew.wait_until_ready)
    seconds = time.monotonic() - began
    over.set()
    await asyncio.gather(*readers)
    return anew, seconds


async def _read(port: int, over: asyncio.Event) -> None:
    while not over.is_set():
        await exchange(port, ask())
        await asyncio.sleep(0.2)


async def _write(port: int, known: Known) -> None:
    """Adds notices, and takes every third one out again, until an answer does not come."""
    while True:
        known.number += 1
        number, id_ = known.number, f"cm-{known.number}-26"
        known.open.add(id_)
        added = await exchange(port, put(f"{number}.txt", NOTICE.format(number=number).encode()))
        if added.result != 201:
            return
        known.changes += 1
        known.open.discard(id_)
        known.there.add(id_)
        if number % 3 == 0:
            known.open.add(id_)
            if (await exchange(port, delete(id_))).result != 200:
                return
            known.changes += 1
            known.open.discard(id_)
            known.there.discard(id_)
            known.gone.add(id_)


async def wrong_after(server: Server, known: Known) -> int:
    """How many records are not as they were acknowledged."""
    return known.wrong_in(set(await listed(server.port)))


def crashes_of(data: Path, times: int) -> tuple[Known, int, list[float], object]:
    """Many crashes: what is known, how many records were wrong, the seconds to be ready, the faults told."""
    chance, known, wrong, ready = random.Random(4), Known(), 0, []
    server = start(data)
    server.wait_until_ready()
    for _ in range(times):
        server, seconds = asyncio.run(crash(server, data, known, chance.uniform(1.0, 9.0)))
        wrong += asyncio.run(wrong_after(server, known))
        ready.append(seconds)
    faults = server.readiness()["faults"]
    server.stop()
    return known, wrong, ready, faults
