"""Running a coroutine from a test, whatever event loop the test's own thread has."""

from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import anyio

T = TypeVar("T")


def run_apart(call: Callable[[], Awaitable[T]]) -> T:
    """What the coroutine gives, run in a thread of its own: a browser test may hold a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(anyio.run, call).result()
