"""What every route works with: the register, the settings, the counters. Made once, in ``app.py``.

What a route depends on is asked for by coroutines: a plain function would cost a trip to a thread
each, which is longer than most answers take.
"""

import asyncio
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from assistant.assistant import Assistant
from assistant.keeping.register import Register
from assistant.procedures.library import Library
from web.edition import edition
from web.errors import NotModified
from web.finished import FinishedAnswers
from web.metrics import Metrics
from web.server_settings import ServerSettings

_ETAG_LENGTH = 32


@dataclass(frozen=True, slots=True)
class Serving:
    """One running application."""

    register: Register
    settings: ServerSettings
    metrics: Metrics
    finished: FinishedAnswers
    writing: asyncio.Lock  # changes wait for one another here, not in the thread pool


async def serving_of(request: Request) -> Serving:
    """The application a request came to."""
    serving: Serving = request.app.state.serving
    return serving


Here = Annotated[Serving, Depends(serving_of)]


async def pinned_assistant(here: Here) -> Assistant:
    """The assistant over the snapshot of this moment: one request sees one snapshot."""
    return here.register.assistant()


Pinned = Annotated[Assistant, Depends(pinned_assistant)]


def note_snapshot(request: Request, assistant: Assistant, variant: str = "") -> None:
    """Name what the response is of: the snapshot, the edition of the program, and which variant of it.

    Raises: NotModified where the client's copy is of the same.
    """
    snapshot = assistant.snapshot_id.removeprefix("sha256:")[:_ETAG_LENGTH]
    etag = f'"{"-".join(filter(None, (snapshot, edition(), variant)))}"'
    request.state.etag = etag
    known = request.headers.get("If-None-Match", "")
    if known == "*" or etag in {tag.strip().removeprefix("W/") for tag in known.split(",")}:
        raise NotModified(etag)


async def fresh_assistant(request: Request, assistant: Pinned) -> Assistant:
    """The assistant of the current snapshot; raises NotModified where the client's copy is of it too."""
    note_snapshot(request, assistant)
    return assistant


FreshAssistant = Annotated[Assistant, Depends(fresh_assistant)]


async def fresh_library(assistant: FreshAssistant) -> Library:
    """The library of the current snapshot; raises NotModified where the client's copy is of it too."""
    return assistant.library


Fresh = Annotated[Library, Depends(fresh_library)]
