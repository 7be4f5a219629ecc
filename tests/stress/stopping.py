"""SIGTERM under load: whoever was connected is answered, and the process ends in time."""

import asyncio
import random
from collections import Counter
from pathlib import Path

from tests.stress.outside import REFUSED, Seen, Server, ask, exchange, exchange_on, start

TIMES = 50
FRESH, KEEPING = 24, 8
LONGEST = 15.0


async def load_while_stopping(server: Server, after: float) -> tuple[Counter[int | str], float]:
    """What clients that never cease saw of a server that is told to stop, and how long it took to."""
    seen: list[Seen] = []
    clients = [
        *(_fresh(server.port, seen) for _ in range(FRESH)),
        *(_keeping(server.port, seen) for _ in range(KEEPING)),
    ]
    tasks = [asyncio.create_task(client) for client in clients]
    await asyncio.sleep(after)
    seconds = await asyncio.to_thread(server.stop)
    await asyncio.gather(*tasks)
    return Counter(each.result for each in seen), seconds


async def _fresh(port: int, seen: list[Seen]) -> None:
    """A connection a request, until there is nobody to connect to."""
    while not seen or seen[-1].result != REFUSED:
        seen.append(await exchange(port, ask()))


async def _keeping(port: int, seen: list[Seen]) -> None:
    """One connection for as long as the server keeps it."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return
    is_open = True
    while is_open:
        seen.append(await exchange_on(reader, writer, ask()))
        is_open = seen[-1].result == 200 and not seen[-1].is_last
    writer.close()


def stops(folder: Path, times: int = TIMES) -> Counter[str]:
    """A server stopped again and again under load."""
    chance, counts = random.Random(3), Counter[str]()
    for _ in range(times):
        server = start(folder)
        server.wait_until_ready()
        seen, seconds = asyncio.run(load_while_stopping(server, chance.uniform(0.2, 2.0)))
        counts["requests"] += seen.total()
        counts["slowest exit, ms"] = max(counts["slowest exit, ms"], round(seconds * 1000))
        counts["exits"] += seconds < LONGEST
        counts["LOST"] += sum(count for result, count in seen.items() if result not in {200, REFUSED})
    return counts
