"""Reports of mistakes: kept in a file of the data folder, as candidates for test cases; sent nowhere."""

import asyncio
import json
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from threading import Lock
from urllib.parse import parse_qs

from fastapi import APIRouter, Response

from assistant.permalink import read_permalink
from web.errors import RequestProblem
from web.pages.visit import Visiting

router = APIRouter(include_in_schema=False)
FILE = "reports.jsonl"
LARGEST_FILE = 5_000_000
_LONGEST_NOTE = 2000
_MOST_FIELDS = 10
_writing = Lock()


@router.post("/report")
async def report(visit: Visiting) -> Response:
    """Keep a report: which answer, and what is wrong with it; nothing about who reports."""
    fields = _fields(await visit.request.body())
    token, note = _first(fields, "answer"), _first(fields, "note")[:_LONGEST_NOTE].strip()
    asked = read_permalink(token)
    if asked is None or not note:
        raise RequestProblem(
            HTTPStatus.UNPROCESSABLE_ENTITY, "a report names an answer and says what is wrong"
        )
    entry = {
        "question": asked.question,
        "language": asked.language,
        "snapshot": visit.assistant.snapshot_id,
        "answer": f"/a/{token}",
        "note": note,
    }
    await asyncio.to_thread(keep, visit.here.settings.data / FILE, entry)
    return visit.page("reported.html", token=token)


def keep(file: Path, entry: Mapping[str, object]) -> None:
    """Add a report to the file.

    Raises: RequestProblem (503) when the file holds as much as it may.
    """
    line = json.dumps(entry, ensure_ascii=False) + "\n"
    with _writing:
        if file.exists() and file.stat().st_size > LARGEST_FILE:
            raise RequestProblem(HTTPStatus.SERVICE_UNAVAILABLE, "no more reports can be kept for now")
        with file.open("a", encoding="utf-8", errors="replace") as out:
            out.write(line)


def _fields(body: bytes) -> dict[str, list[str]]:
    """The fields of a form; none where it is no form of ours."""
    try:
        return parse_qs(body.decode("utf-8", "replace"), max_num_fields=_MOST_FIELDS)
    except ValueError:
        return {}


def _first(fields: dict[str, list[str]], name: str) -> str:
    return fields.get(name, [""])[0]
