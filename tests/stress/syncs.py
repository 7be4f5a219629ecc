"""Every sync in the code left out in turn: a test of power cuts must fail, or it was needless."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.stress.outside import ROOT

CODE = ("corpus", "index", "assistant")
TESTS = (
    "tests/corpus/test_power_cut.py",
    "tests/index/test_power_cut.py",
    "tests/assistant/test_power_cut.py",
)
_SYNC = re.compile(r"^(\s+)(os\.fsync|sync_folder|sync_file)\(.*\)$")


def places() -> Iterator[tuple[str, int]]:
    """Every line that syncs: its file and its number from 0."""
    for package in CODE:
        for file in sorted((ROOT / package).rglob("*.py")):
            for number, line in enumerate(file.read_text("utf-8").splitlines()):
                if _SYNC.match(line):
                    yield str(file.relative_to(ROOT)), number


def syncs(folder: Path) -> Counter[str]:
    """What the tests say of the code without each of its syncs."""
    copy, counts = folder / "code", Counter[str]()
    for part in (*CODE, "tests"):
        shutil.copytree(ROOT / part, copy / part)
    shutil.copy(ROOT / "pyproject.toml", copy)
    if not _passes(copy):
        return Counter({"the tests fail as it is": 1})
    for name, number in places():
        file = copy / name
        whole = file.read_text("utf-8")
        lines = whole.splitlines()
        lines[number] = _SYNC.sub(r"\1pass", lines[number])
        file.write_text("\n".join(lines), "utf-8")
        counts[f"NOT MISSED: {name}:{number + 1}" if _passes(copy) else "missed, detected"] += 1
        file.write_text(whole, "utf-8")
    return counts


def _passes(copy: Path) -> bool:
    tests = [name for name in TESTS if (copy / name).exists()]
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-x",
        "-p",
        "no:randomly",
        "-p",
        "no:cacheprovider",
        *tests,
    ]
    return subprocess.run(command, cwd=copy, capture_output=True, check=False).returncode == 0
