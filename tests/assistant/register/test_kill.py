"""Killed at any moment, it starts again with everything that was acknowledged."""

import os
import random
import shutil
import signal
import sys

from assistant.keeping.register import Register
from assistant.settings import Settings
from tests.assistant.register.notices import ids, notice

KILLS = 30
CHANGES = (
    ("add", 1001),
    ("add", 1002),
    ("remove", 1001),
    ("build", 0),
    ("rollback", 0),
    ("add", 1003),
    ("remove", 1002),
)


def carry_out(register, change):
    kind, number = change
    match kind:
        case "add":
            register.add([notice(number)])
        case "remove":
            register.remove(f"cm-{number}-26")
        case "rollback":
            register.rollback()
        case _:
            register.build()


def run_until_killed(register, after_operations):
    """How many changes were acknowledged before the process was killed at its nth file operation."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        left = [after_operations]

        def count(event, _arguments):
            if event in {"open", "os.rename", "os.link", "os.mkdir", "os.remove", "os.rmdir", "os.chmod"}:
                left[0] -= 1
                if left[0] <= 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        try:
            for change in CHANGES:
                carry_out(register, change)
                os.write(writing, b".")
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as acknowledged:
        return len(acknowledged.read())


def expected_after(folder, toy_embedder):
    """What is served after each of the changes, when nothing goes wrong."""
    register = Register(Settings(data=folder), embedder=toy_embedder)
    served = [ids(register)]
    for change in CHANGES:
        carry_out(register, change)
        served.append(ids(register))
    return served


def test_killed_at_any_moment_it_starts_again_with_everything_that_was_acknowledged(tmp_path, toy_embedder):
    expected = expected_after(tmp_path / "undisturbed", toy_embedder)
    fresh = tmp_path / "fresh"
    Register(Settings(data=fresh), embedder=toy_embedder).assistant()
    chance = random.Random(11)
    seen = set()
    for kill in range(KILLS):
        folder = tmp_path / f"killed-{kill}"
        shutil.copytree(fresh, folder)
        settings = Settings(data=folder)
        acknowledged = run_until_killed(Register(settings, embedder=toy_embedder), chance.randrange(1, 430))
        after = Register(settings, embedder=toy_embedder)
        assert ids(after) in expected[acknowledged : acknowledged + 2], (kill, acknowledged)
        assert after.faults() == ()
        after.add([notice(1003), notice(3000)])
        assert {"cm-1003-26", "cm-3000-26"} <= ids(after)
        assert after.verify() == ()
        seen.add(acknowledged)
    assert len(seen) > 4, seen
