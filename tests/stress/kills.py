"""Processes killed at any moment of a random life: records added, marked, released, removed, rolled back."""

import os
import random
import shutil
import signal
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from assistant.keeping.register import Register
from assistant.settings import Settings
from corpus.errors import RecordNotFound
from index.errors import NoSnapshot
from tests.stress.change import NOTICE, toys

KILLS = 1000
LIVES = 20
CHANGES = 8  # of one life
KEPT = 3  # generations, so that older ones are cleared away
READY_SECONDS = 5.0

Change = Callable[[Register], object]
Ids = frozenset[str]


@dataclass(frozen=True, slots=True)
class Life:
    """Some changes, what is served before the first and after each, and how long they take."""

    changes: tuple[Change, ...]
    served: tuple[Ids, ...]
    seconds: float


def notice(number: int, marking: str = "") -> tuple[str, bytes]:
    """A file that can be added; a marked one is held in quarantine."""
    return f"n-{number}.txt", (marking + NOTICE.format(number=number)).encode()


def adding(number: int) -> Change:
    """Take a notice in."""
    return lambda register: register.add([notice(number)])


def marking(number: int) -> Change:
    """Take a marked notice in; it is held."""
    return lambda register: register.add([notice(number, "LIMITE\n\n")])


def releasing(register: Register) -> None:
    """Let a held record out, if there is any."""
    for record in register.held()[:1]:
        register.release(record.id)


def removing(place: int) -> Change:
    """Take one of the added records out, if there is any."""

    def remove(register: Register) -> None:
        added = sorted(id_ for id_ in served_by(register) if id_.endswith("-26"))
        with suppress(RecordNotFound):  # one that was removed before, and is shown again by a rollback
            if added:
                register.remove(added[place % len(added)])

    return remove


def rolling_back(register: Register) -> None:
    """Serve the snapshot before, if there is one."""
    with suppress(NoSnapshot):
        register.rollback()


def served_by(register: Register) -> Ids:
    """The ids of the records that are served."""
    return frozenset(record.id for record in register.assistant().library.records)


def open_register(data: Path) -> Register:
    """A register with the toy encoder."""
    return Register(Settings(data=data, generations=KEPT), embedder=toys().ToyEmbedder())


def random_life(template: Path, folder: Path, chance: random.Random) -> Life:
    """Changes drawn at random, carried out undisturbed."""
    kinds = (adding, adding, marking, removing)
    drawn = [chance.choice(kinds)(1000 + n) for n in range(CHANGES - 2)]
    drawn.insert(chance.randrange(2, len(drawn)), rolling_back)
    drawn.append(releasing)
    shutil.copytree(template, folder)
    register, began = open_register(folder), time.monotonic()
    served = [served_by(register)]
    for change in drawn:
        change(register)
        served.append(served_by(register))
    return Life(tuple(drawn), tuple(served), time.monotonic() - began)


def acknowledged_before_kill(data: Path, life: Life, seconds: float) -> int:
    """How many changes a process acknowledged that was killed so long after it began."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        register = open_register(data)
        for change in life.changes:
            change(register)
            os.write(writing, b".")
        os._exit(0)
    os.close(writing)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as acknowledged:
        return len(acknowledged.read())


def broken(data: Path, life: Life, acknowledged: int) -> str:
    """What is wrong after the kill; empty when nothing is."""
    began, register = time.monotonic(), open_register(data)
    served = served_by(register)
    if time.monotonic() - began > READY_SECONDS:
        return "not ready in time"
    if served not in life.served[acknowledged : acknowledged + 2]:
        return f"lost: {sorted(served)} after {acknowledged} of {life.served}"
    if register.faults():
        return f"faults: {register.faults()}"
    register.add([notice(9999)])
    return "" if "cm-9999-26" in served_by(register) else "a later change is lost"


def kills(folder: Path, count: int = KILLS, lives: int = LIVES) -> Counter[str]:
    """Processes killed, each examined; every life is killed equally often."""
    chance, counts, template = random.Random(1), Counter[str](), folder / "template"
    open_register(template).assistant()
    for n in range(lives):
        life = random_life(template, folder / f"life-{n}", chance)
        for _ in range(count // lives):
            data = folder / "killed"
            shutil.copytree(template, data)
            acknowledged = acknowledged_before_kill(data, life, chance.uniform(0, life.seconds))
            problem = broken(data, life, acknowledged) or "; ".join(open_register(data).verify())
            counts[problem or f"survived, {acknowledged} acknowledged"] += 1
            shutil.rmtree(data)
    return counts
