"""Bombs sent in while others ask: what the others notice of it."""

import asyncio
import time
from collections import Counter

from tests.corpus.readers import hostile_package, hostile_page, hostile_pdf
from tests.stress.load import SOAKING, Told, open_loop, told
from tests.stress.outside import Server, exchange, put

RATE, SECONDS, SENDERS = 20.0, 60.0, 4
BOMBS = [
    *((make, "pdf") for make in hostile_pdf.HOSTILE),
    *((make, "docx") for make in hostile_package.HOSTILE),
    *((make, "html") for make in hostile_page.HOSTILE),
]


async def bombed(server: Server, seconds: float) -> tuple[Told, Told, Counter[int | str]]:
    """What others see before and while bombs come in, and what became of the bombs."""
    requests = [put(f"bomb-{n}.{kind}", make()) for n, (make, kind) in enumerate(BOMBS)]
    before = told(await open_loop(server.port, RATE, seconds, SOAKING))
    end, outcomes = time.monotonic() + seconds, Counter[int | str]()

    async def send(first: int) -> None:
        place = first
        while time.monotonic() < end:
            outcomes[(await exchange(server.port, requests[place % len(requests)])).result] += 1
            place += SENDERS

    senders = [asyncio.create_task(send(n)) for n in range(SENDERS)]
    meanwhile = told(await open_loop(server.port, RATE, seconds, SOAKING))
    await asyncio.gather(*senders)
    return before, meanwhile, outcomes
