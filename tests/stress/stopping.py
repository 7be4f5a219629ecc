"""SIGTERM under load: whoever was connected is answered, and the process ends in time."""

import asyncio
from collections import Counter

from tests.stress.outside import REFUSED, Seen, Server, ask, exchange, exchange_on

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
