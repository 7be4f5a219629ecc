"""Load from outside: an open-loop generator, and what a server makes of it."""

import asyncio
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tests.stress.outside import Seen, Server, ask, exchange, get

SHED = {429, 503}


@dataclass(frozen=True, slots=True)
class Told:
    """What a generator saw. Units: milliseconds; ``slope`` MiB an hour."""

    sent: int
    results: dict[int | str, int]
    p50: float
    p99: float
    refused_p99: float

    def errors(self) -> int:
        """How many requests got neither an answer nor a refusal."""
        good = {200, *SHED}
        return sum(count for result, count in self.results.items() if result not in good)


async def open_loop(
    port: int, rate: float, seconds: float, requests: Sequence[bytes] = (ask(),)
) -> list[Seen]:
    """Requests at a steady rate, each on a connection of its own, sent whether or not others are answered.

    A request's time counts from when it was due, not from when it could be sent.
    """
    began, pending = time.monotonic(), []
    for n in range(round(rate * seconds)):
        due = began + n / rate
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        pending.append(asyncio.create_task(_from(due, port, requests[n % len(requests)])))
    return list(await asyncio.gather(*pending))


async def _from(due: float, port: int, request: bytes) -> Seen:
    seen = await exchange(port, request)
    return Seen(seen.result, due, seen.sent + seen.seconds - due, seen.body)


def told(seen: Sequence[Seen]) -> Told:
    """The figures of some requests."""
    answered = [each.seconds for each in seen if each.result == 200]
    shed = [each.seconds for each in seen if each.result in SHED]
    return Told(
        sent=len(seen),
        results=dict(Counter(each.result for each in seen)),
        p50=_quantile(answered, 0.5),
        p99=_quantile(answered, 0.99),
        refused_p99=_quantile(shed, 0.99),
    )


def _quantile(seconds: Sequence[float], share: float) -> float:
    ordered = sorted(seconds)
    return round(1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))], 1) if ordered else 0.0


def steady(server: Server, rate: float, seconds: float, requests: Sequence[bytes] = (ask(),)) -> Told:
    """A steady rate for some time."""
    return told(asyncio.run(open_loop(server.port, rate, seconds, requests)))


def slope(samples: Sequence[tuple[float, int]]) -> float:
    """How fast memory grows, by least squares. Units: seconds and bytes in, MiB an hour out."""
    mean_at = sum(at for at, _ in samples) / len(samples)
    mean = sum(size for _, size in samples) / len(samples)
    spread = sum((at - mean_at) ** 2 for at, _ in samples)
    together = sum((at - mean_at) * (size - mean) for at, size in samples)
    return together / spread * 3600 / 2**20


async def soak(
    server: Server, rate: float, seconds: float, warm: float
) -> tuple[Told, list[tuple[float, int]]]:
    """A steady rate, and the server's memory every ten seconds once it is warm."""
    samples: list[tuple[float, int]] = []

    async def sample() -> None:
        began = time.monotonic()
        await asyncio.sleep(warm)
        while True:
            samples.append((time.monotonic() - began, server.resident()))
            await asyncio.sleep(10)

    sampling = asyncio.create_task(sample())
    seen = await open_loop(server.port, rate, seconds, SOAKING)
    sampling.cancel()
    return told(seen), samples


SOAKING = (
    ask(),
    ask("How did Hungary vote?"),
    ask("Was the qualified majority reached, and by how much?"),
    ask("Why did Spain abstain?"),
    ask("What if Poland had voted against?"),
    get("/records/cm-5563-1-25-rev-1"),
    get("/api/v1/procedures/2025-0357-nle/vote"),
    get("/?q=Who+abstained%3F"),
)


async def probe_beside_slow(port: int, connections: int) -> tuple[Seen, int]:
    """What a probe sees beside connections that never finish their headers, and how many those are."""
    writers = []
    for _ in range(connections):
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET / HTTP/1.1\r\nHost: local")
        writers.append(writer)
    seen = await exchange(port, get("/readyz"))
    for writer in writers:
        writer.close()
    return seen, len(writers)
