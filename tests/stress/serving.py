"""A running server under load: each run tells what was seen, and which law was broken."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from assistant.assembly import open_register
from assistant.settings import Settings
from tests.stress.crashes import crashes_of
from tests.stress.full import RESUMED_SECONDS
from tests.stress.full import full as seen_on_a_full_disk
from tests.stress.hostile import SECONDS as HOSTILE_SECONDS
from tests.stress.hostile import bombed
from tests.stress.load import SOAKING, Told, probe_beside_slow, slope, soak, steady
from tests.stress.mixed import SECONDS as MIXED_SECONDS
from tests.stress.mixed import mixed as seen_mixed
from tests.stress.outside import Server, start
from tests.stress.stopping import LONGEST, load_while_stopping

Seen = Counter[str]
RATE = 50.0  # requests a second that the documentation states
EXCESS = 5
P99_MS, REFUSED_P99_MS, GROWTH_MIB_AN_HOUR = 400.0, 4000.0, 1.0
SOAK_SECONDS, WARM_SECONDS = 1800.0, 300.0
RESIDENT_SECONDS, RESIDENT_BYTES = 60.0, 300e6
STOPS, CRASHES, SLOW = 50, 100, 1000
BOMBED_GROWTH, RECOVERY_SECONDS, PROBE_SECONDS, READY_SECONDS = 1.2, 5.0, 1.0, 5.0


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """A server over the shipped records, ready and warm; stopped afterwards."""
    server = start(prepared(folder))
    server.wait_until_ready()
    steady(server, 5, 4, SOAKING)
    try:
        yield server
    finally:
        server.stop()


def prepared(folder: Path) -> Path:
    """A data folder with the shipped records published and the encoder exported."""
    data = folder / "data"
    register = open_register(Settings(data=data))
    register.build()
    register.warm()
    return data


def outcome(figures: dict[str, float], laws: dict[str, bool]) -> Seen:
    """What was seen, and the laws that were broken."""
    seen = Counter({f"seen: {name}": round(value) for name, value in figures.items()})
    return seen + Counter(f"BROKEN: {law}" for law, holds in laws.items() if not holds)


def figures_of(told: Told) -> dict[str, float]:
    """A generator's figures by name."""
    results = {f"answered {result}": count for result, count in told.results.items()}
    return {**results, "p50 ms": told.p50, "p99 ms": told.p99}


def stops(folder: Path, times: int = STOPS) -> Seen:
    """Servers told to stop under load: who got through is answered, and the process ends in time."""
    data, chance, seen, slowest = prepared(folder), random.Random(3), Counter[int | str](), 0.0
    for _ in range(int(times)):
        server = start(data)
        server.wait_until_ready()
        results, seconds = asyncio.run(load_while_stopping(server, chance.uniform(0.2, 2.0)))
        seen, slowest = seen + results, max(slowest, seconds)
    lost = sum(count for result, count in seen.items() if result not in {200, 503, "refused"})
    figures = {"requests": seen.total(), "stops": times, "slowest exit ms": 1000 * slowest}
    return outcome(figures, {"no request is lost": lost == 0, "in 15 s": slowest < LONGEST})


def crashes(folder: Path, times: int = CRASHES) -> Seen:
    """A server killed again and again under load."""
    known, wrong, ready, faults = crashes_of(prepared(folder), int(times))
    figures = {"kills": times, "changes": known.changes, "median ready ms": 1000 * median(ready)}
    laws = {"nothing acknowledged is lost": wrong == 0, "no faults": not faults}
    return outcome(figures, {**laws, "ready in 5 s": median(ready) < READY_SECONDS})


def mixed(folder: Path, seconds: float = MIXED_SECONDS) -> Seen:
    """8 clients that change and 16 that ask."""
    with serving(folder) as server:
        counts = asyncio.run(seen_mixed(server, seconds))
        faults = server.readiness()["faults"]
    good = {"answers", "added", "removed", "snapshots"}
    bad = {f"no {name}": not count for name, count in counts.items() if name not in good}
    return outcome({name: counts[name] for name in good}, {**bad, "no faults": not faults})


def hostile(folder: Path, seconds: float = HOSTILE_SECONDS) -> Seen:
    """Bombs sent in while others ask."""
    with serving(folder) as server:
        before, meanwhile, bombs = asyncio.run(bombed(server, seconds))
    figures = {"p99 before ms": before.p99, "p99 meanwhile ms": meanwhile.p99, "bombs": bombs.total()}
    laws = {
        "every bomb is refused or taken in": set(bombs) <= {200, 201, 202, 422, 413, 415},
        "others are answered": meanwhile.errors() == 0,
        "p99 grows by a fifth at most": meanwhile.p99 <= BOMBED_GROWTH * before.p99,
    }
    return outcome(figures, laws)


def slow(folder: Path, connections: int = SLOW) -> Seen:
    """A probe beside connections that never finish their headers."""
    with serving(folder) as server:
        seen, count = asyncio.run(probe_beside_slow(server.port, connections))
    is_answered = seen.result == 200 and seen.seconds < PROBE_SECONDS
    return outcome(
        {"connections": count, "probe ms": 1000 * seen.seconds}, {"the probe is answered": is_answered}
    )


def full(folder: Path) -> Seen:
    """A disk of 64 MiB that runs full."""
    seen = seen_on_a_full_disk(folder, prepared(folder))
    laws = {
        "changes are refused with 507": set(seen.refused) == {507},
        "questions are answered": set(seen.asked) == {200},
        "changes go on": (seen.before, seen.resumed) == (201, 201) and seen.seconds < RESUMED_SECONDS,
        "nothing is damaged": not seen.faults,
    }
    return outcome({"refused": len(seen.refused), "resumed after ms": 1000 * seen.seconds}, laws)


def excess(folder: Path, rate: float = RATE, seconds: float = 20.0) -> Seen:
    """Five times the steady rate, and what comes after."""
    with serving(folder) as server:
        usual = steady(server, rate, seconds, SOAKING)
        beyond = steady(server, EXCESS * rate, seconds, SOAKING)
        after = steady(server, rate, RECOVERY_SECONDS, SOAKING)
    refused = sum(count for result, count in beyond.results.items() if result in {429, 503})
    figures = {"p99 usual ms": usual.p99, "p99 beyond ms": beyond.p99, "p99 after ms": after.p99}
    laws = {
        "what is accepted succeeds": beyond.errors() == 0,
        "refusals are quick": beyond.refused_p99 < REFUSED_P99_MS,
        "all is as before after five seconds": after.errors() == 0 and after.p99 < P99_MS,
    }
    return outcome({**figures, "refused": refused, "sent": beyond.sent}, laws)


def soaked(
    folder: Path, rate: float = RATE, seconds: float = SOAK_SECONDS, warm: float = WARM_SECONDS
) -> Seen:
    """The steady rate for half an hour."""
    with serving(folder) as server:
        told, samples = asyncio.run(soak(server, rate, seconds, min(warm, seconds / 4)))
    growth = slope(samples)
    figures = {**figures_of(told), "KiB an hour": 1024 * growth, "MiB": samples[-1][1] / 2**20}
    laws = {
        "no errors": told.errors() == 0,
        "p99 within its bound": told.p99 < P99_MS,
        "memory is flat": growth < GROWTH_MIB_AN_HOUR,
    }
    return outcome(figures, laws)


def resident(folder: Path, seconds: float = RESIDENT_SECONDS) -> Seen:
    """What the server holds in memory with the shipped notice: when warm, and after questions."""
    with serving(folder) as server:
        warm = server.resident()
        steady(server, RATE, seconds, SOAKING)
        used = server.resident()
    figures = {"kB when warm": warm / 1e3, "kB after questions": used / 1e3}
    return outcome(figures, {"less than 300 MB": used < RESIDENT_BYTES})


RUNS: dict[str, Callable[[Path], Seen]] = {
    "stops": stops,
    "crashes": crashes,
    "mixed": mixed,
    "hostile": hostile,
    "slow": slow,
    "full": full,
    "excess": excess,
    "resident": resident,
    "soak": soaked,
}
