"""One change in a process of its own: `python -m tests.stress.change DATA NUMBER`; prints "in" or "out"."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from assistant.keeping.intake import Verdict
from assistant.keeping.register import Register
from assistant.settings import Settings
from index.errors import IndexFault
from tests.assistant.register import notices

ROOT = Path(__file__).parents[2]
NOTICE = notices.NOTICE


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
