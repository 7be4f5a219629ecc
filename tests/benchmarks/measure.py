"""One system, measured in a process of its own: `measure.py SYSTEM COLLECTION FOLDER`.

Prints one JSON object: how long indexing took, how large the index is, how long a question takes,
what memory the process holds, and which passages were found. Runs in whichever Python the system
is installed in; imports nothing of the project unless the system does.
"""

import importlib.util
import json
import os
import statistics
import sys
import time
from pathlib import Path

LIMIT = 5
WARMING = 8


def adapter(name):
    """The module that knows how a system is indexed and asked."""
    return neighbour(f"systems/{name}")


def neighbour(name):
    """A module beside this one, in a Python that knows nothing of the project."""
    file = Path(__file__).parent / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def resident_mib():
    """What the process holds now."""
    with open("/proc/self/status", encoding="ascii") as status:
        line = next(line for line in status if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def size_mib(folder):
    """What the index takes on disk."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 2**20


def measured(name, collection, folder):
    """Index, then ask every question once."""
    system = adapter(name)
    if sys.modules.get("sentence_transformers"):
        neighbour("remembered").lend()
    folder.mkdir(parents=True, exist_ok=True)
    started = time.perf_counter()
    index = system.index(collection["passages"], folder)
    indexing = time.perf_counter() - started
    for question in collection["warming"][:WARMING]:
        system.search(index, question, LIMIT)
    seconds, found = [], []
    for question in collection["questions"]:
        started = time.perf_counter()
        found.append(system.search(index, question, LIMIT))
        seconds.append(time.perf_counter() - started)
    ordered = sorted(seconds)
    return {
        "system": name,
        "indexing_s": indexing,
        "index_mib": size_mib(folder),
        "p50_ms": statistics.median(ordered) * 1000,
        "p95_ms": ordered[int(len(ordered) * 0.95)] * 1000,
        "resident_mib": resident_mib(),
        "found": found,
    }


if __name__ == "__main__":
    os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "1"
    system, collection_file, target = sys.argv[1:]
    said = measured(system, json.loads(Path(collection_file).read_text("utf-8")), Path(target))
    print(json.dumps(said))
