"""A disk that runs full under a server: changes are refused, questions answered, and then all goes on."""

import asyncio
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from tests.stress.change import NOTICE
from tests.stress.outside import ask, exchange, put, start

MIB = 64
RESUMED_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers to changes and to questions: before, on the full disk, and once there was room again."""

    before: int | str
    refused: tuple[int | str, ...]
    asked: tuple[int | str, ...]
    resumed: int | str
    seconds: float
    faults: object


def full(folder: Path, template: Path) -> Answered:
    """What is seen on a small disk: the answers to changes and to questions. Needs the right to mount."""
    disk = folder / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={MIB}m", "rollcall", str(disk)], check=True)
    try:
        shutil.copytree(template, disk / "data", ignore=shutil.ignore_patterns("encoder"))
        (disk / "data" / "encoder").symlink_to(
            template / "encoder"
        )  # the weights alone are larger than the disk
        return _seen(disk)
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def _seen(disk: Path) -> Answered:
    server = start(disk / "data")
    server.wait_until_ready()

    def result(request: bytes) -> int | str:
        return asyncio.run(exchange(server.port, request)).result

    def upload(number: int) -> int | str:
        return result(put(f"{number}.txt", NOTICE.format(number=number).encode()))

    before = upload(1001)
    filler = disk / "filler"
    filler.write_bytes(b"")
    with filler.open("ab") as stream:
        stream.write(bytes(shutil.disk_usage(disk).free - 4096))
    refused = tuple(upload(number) for number in range(1002, 1022))
    asked = tuple(result(ask(f"Who voted against CM 5563/1/25 REV 1, try {n}?")) for n in range(20))
    filler.unlink()
    began, resumed = time.monotonic(), upload(1002)
    seconds = time.monotonic() - began
    faults = server.readiness()["faults"]
    server.stop()
    return Answered(before, refused, asked, resumed, seconds, faults)
