"""One change in a process of its own: `python -m tests.stress.change DATA NUMBER`; prints "in" or "out"."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from assistant.keeping.intake import Verdict
from assistant.keeping.register import Register
from assistant.settings import Settings
from index.errors import IndexFault

ROOT = Path(__file__).parents[2]
NOTICE = """Brussels, 5 January 2026

CM {number}/26

NOTICE

WRITTEN PROCEDURE

Subject: Council Decision on fisheries - Termination of the written procedure

Delegations are informed that the written procedure, opened by document CM 900/26 of 2 January 2026,
was completed on 4 January 2026. All delegations voted in favour of the adoption of the Council
Decision (doc. {number}0/26).
"""


def toys() -> ModuleType:
    """The toy encoder of the tests."""
    spec = importlib.util.spec_from_file_location("toys", ROOT / "tests" / "conftest.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def register_of(data: Path) -> Register:
    """A register over a data folder, with the toy encoder."""
    return Register(Settings(data=data), embedder=toys().ToyEmbedder())


def add(data: Path, number: int) -> bool:
    """Whether the notice of that number is acknowledged."""
    try:
        (outcome,) = register_of(data).add([(f"n-{number}.txt", NOTICE.format(number=number).encode())])
    except (OSError, IndexFault):
        return False
    return outcome.verdict in {Verdict.ADDED, Verdict.KNOWN}


if __name__ == "__main__":
    print("in" if add(Path(sys.argv[1]), int(sys.argv[2])) else "out")
