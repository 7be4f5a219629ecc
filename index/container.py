"""Several parts in one file: a line that names them and their sizes, then one after another."""

import json
from collections.abc import Mapping

Content = bytes | memoryview

_ALIGNED = 8  # bytes: arrays are read where they lie


def packed(parts: Mapping[str, Content]) -> bytes:
    """The parts as one file.

    >>> sorted(unpacked(packed({"a": b"one", "b": b""})).items())[0][1].tobytes()
    b'one'
    """
    sizes = {name: memoryview(content).nbytes for name, content in parts.items()}
    head = json.dumps(sizes).encode("ascii")
    head += b" " * (-(len(head) + 1) % _ALIGNED) + b"\n"
    return head + b"".join(
        bytes(content) + b"\0" * (-sizes[name] % _ALIGNED) for name, content in parts.items()
    )


def unpacked(content: Content) -> dict[str, memoryview]:
    """The parts of a file.

    Raises: ValueError when it is not one of these.
    """
    whole = memoryview(content)
    head = bytes(whole[: 1 << 16]).partition(b"\n")[0]
    start, parts = len(head) + 1, {}
    for name, size in dict(json.loads(head)).items():
        parts[str(name)] = whole[start : start + int(size)]
        start += int(size) + -int(size) % _ALIGNED
    if start != whole.nbytes:
        raise ValueError(f"{whole.nbytes} bytes, expected {start}")
    return parts
