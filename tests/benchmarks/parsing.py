"""`python -m tests.benchmarks.parsing`: notices read in a second, and how time grows with length.

The notices are those written by hand for the tests, in 24 languages, as text; each is decoded, read and
cross-checked whole. The long texts are one notice followed by sentences on a vote: in one line, and in
paragraphs. Times are those of the processor, the best of three runs for the notices.
"""

import platform
import time
from collections.abc import Iterator

from corpus.parse import parse_record
from corpus.readers.reader import read_source
from tests.notices.handwritten import handwritten

RUNS = 3
MEGABYTES = (0.5, 1, 2, 4)
SENTENCE = "All delegations of the Council except Hungary, which voted against, supported it. "


def notices_a_second() -> tuple[int, float]:
    """How many notices there are, and how many of them are read in a second."""
    files = [notice.text.encode() for notice in handwritten()]
    parse_all(files)
    return len(files), len(files) / min(_timed(files) for _ in range(RUNS))


def parse_all(files: list[bytes]) -> None:
    """Read every file."""
    for data in files:
        parse_record(read_source(data, "notice.txt"))


def _timed(files: list[bytes]) -> float:
    started = time.process_time()
    parse_all(files)
    return time.process_time() - started


def growth() -> Iterator[tuple[str, float, float]]:
    """Layout, megabytes and seconds of ever longer texts."""
    notice = next(handwritten("en-1")).text
    layouts = {
        "one line": (" ".join(notice.split()) + " ", SENTENCE),
        "paragraphs": (notice, SENTENCE + "\n\n"),
    }
    for layout, (start, more) in layouts.items():
        for size in MEGABYTES:
            data = (start + more * int(size * 1_000_000 / len(more))).encode()
            yield layout, size, _timed([data])


def section() -> str:
    """The figures as Markdown."""
    count, speed = notices_a_second()
    rows = list(growth())
    head = "| seconds for | " + " | ".join(f"{size:g} MB" for size in MEGABYTES) + " |"
    lines = [head, "|---|" + "---:|" * len(MEGABYTES)]
    for layout in dict.fromkeys(layout for layout, _, _ in rows):
        times = " | ".join(f"{seconds:.2f}" for each, _, seconds in rows if each == layout)
        lines.append(f"| {layout} | {times} |")
    said = (
        f"{count} notices of 24 languages, read whole as text: **{speed:.0f} notices a second** on one core."
    )
    return "\n".join([said, "", *lines])


if __name__ == "__main__":
    print(platform.machine(), platform.python_version())
    print(section())
