"""Reports of mistakes: kept in a file of the data folder, as candidates for test cases; sent nowhere."""

import asyncio
import json
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from threading import Lock

from fastapi import APIRouter, Response

from assistant.permalink import Addressed, Understood, read_permalink
from assistant.understanding import document as understanding_document
from web.errors import RequestProblem
from web.pages.form import fields_of
from web.pages.visit import Visiting

router = APIRouter(include_in_schema=False)
FILE = "reports.jsonl"
LARGEST_FILE = 5_000_000
_LONGEST_NOTE = 2000
_writing = Lock()


@router.post("/report")
async def report(visit: Visiting) -> Response:
    """Keep a report: which answer, and what is wrong with it; nothing about who reports."""
    fields = await fields_of(visit)
    token, note = fields.get("answer", ""), fields.get("note", "")[:_LONGEST_NOTE].strip()
    asked = read_permalink(token)
    if asked is None or not note:
        raise RequestProblem(
            HTTPStatus.UNPROCESSABLE_ENTITY, "a report names an answer and says what is wrong"
        )
    entry = {
        **_said(asked),
        "snapshot": visit.assistant.snapshot_id,
        "answer": f"/a/{token}",
        "note": note,
    }
    await asyncio.to_thread(keep, visit.here.settings.data / FILE, entry)
    return visit.page("reported.html", token=token)


def _said(asked: Addressed) -> Mapping[str, object]:
    """What was asked: in words where the address has them, as understood where it has not."""
    if isinstance(asked, Understood):
        return {"understanding": understanding_document.document(asked.understanding)}
    return {"question": asked.question, "language": asked.language}


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
