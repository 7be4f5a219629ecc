"""Clients that change and clients that ask, at once: nothing lost or twice, no answer of two snapshots."""

import asyncio
import json
import time
from collections import Counter
from dataclasses import dataclass, field

from tests.stress.change import NOTICE
from tests.stress.outside import Server, ask, delete, exchange, get, put

WRITERS, READERS, SECONDS = 8, 16, 600
QUESTIONS = (
    ask(),
    ask("How did Hungary vote in CM 5563/1/25 REV 1?"),
    ask("Which procedures are known?"),
    ask("What became of CM 9000/26?"),
)


@dataclass
class Ledger:
    """What was acknowledged, and what was answered under which snapshot."""

    held: set[str] = field(default_factory=set)
    tried: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    answers: dict[tuple[int, str], bytes] = field(default_factory=dict)

    def note_answer(self, number: int, body: bytes) -> None:
        """Take an answer down; the same question under the same snapshot has one answer."""
        key = (number, str(json.loads(body)["snapshot"]))
        is_same = self.answers.setdefault(key, body) == body
        self.counts["answers" if is_same else "MIXED"] += 1


async def mixed(server: Server, seconds: float) -> Counter[str]:
    """All clients for some time; then every acknowledged record is looked for."""
    ledger, end = Ledger(), time.monotonic() + seconds
    writers = (_write(server.port, n, end, ledger) for n in range(WRITERS))
    readers = (_read(server.port, n, end, ledger) for n in range(READERS))
    await asyncio.gather(*writers, *readers)
    ids = await listed(server.port)
    there = ledger.tried.intersection(ids)
    ledger.counts["LOST"] += len(ledger.held - there)
    ledger.counts["TOO MANY"] += len(there - ledger.held)
    ledger.counts["TWICE"] += len(ids) - len(set(ids))
    ledger.counts["snapshots"] = len({snapshot for _, snapshot in ledger.answers})
    return ledger.counts


async def _write(port: int, client: int, end: float, ledger: Ledger) -> None:
    """Adds notices of its own, and takes every third one out again."""
    number = 10_000 * (client + 1)
    while time.monotonic() < end:
        number += 1
        ledger.tried.add(f"cm-{number}-26")
        added = await exchange(port, put(f"{number}.txt", NOTICE.format(number=number).encode()))
        ledger.counts["added" if added.result == 201 else f"ADD {added.result}"] += 1
        if added.result == 201:
            ledger.held.add(f"cm-{number}-26")
        if added.result == 201 and number % 3 == 0:
            removed = await exchange(port, delete(f"cm-{number}-26"))
            ledger.counts["removed" if removed.result == 200 else f"REMOVE {removed.result}"] += 1
            ledger.held.discard(f"cm-{number}-26")


async def _read(port: int, client: int, end: float, ledger: Ledger) -> None:
    while time.monotonic() < end:
        number = client % len(QUESTIONS)
        seen = await exchange(port, QUESTIONS[number])
        if seen.result == 200:
            ledger.note_answer(number, seen.body)
        else:
            ledger.counts[f"ASK {seen.result}"] += 1
        await asyncio.sleep(0.05)


async def listed(port: int) -> list[str]:
    """The ids of all records, page by page."""
    ids: list[str] = []
    while True:
        seen = await exchange(port, get(f"/api/v1/records?limit=100&offset={len(ids)}"))
        page = json.loads(seen.body)
        ids += [record["id"] for record in page["items"]]
        if not page["items"] or len(ids) >= page["total"]:
            return ids
