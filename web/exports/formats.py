"""The formats of an export: one table from a name to its media type and its bytes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from corpus.archive import Archive
from web.answer_document import json_bytes
from web.csv_document import csv_text
from web.exports.archive_file import zip_bytes
from web.exports.corpus import Selection, export_document, record_lines, vote_rows
from web.exports.popolo import popolo_document
from web.pages.rendering import environment
from web.procedure_document import VOTE_COLUMNS


@dataclass(frozen=True, slots=True)
class Format:
    """How an export is written."""

    media_type: str
    write: Callable[[Selection, Archive], bytes]


def _html(chosen: Selection, _archive: Archive) -> bytes:
    page = environment().get_template("export.html")
    return page.render(export=export_document(chosen)).encode("utf-8", "replace")


def _csv(chosen: Selection, _archive: Archive) -> bytes:
    return csv_text(VOTE_COLUMNS, vote_rows(chosen)).encode("utf-8", "replace")


def _json(chosen: Selection, _archive: Archive) -> bytes:
    return json_bytes(export_document(chosen))


def _jsonl(chosen: Selection, _archive: Archive) -> bytes:
    return b"".join(json_bytes(line) + b"\n" for line in record_lines(chosen))


def _popolo(chosen: Selection, _archive: Archive) -> bytes:
    return json_bytes(popolo_document(chosen))


FORMAT_BY_NAME: Mapping[str, Format] = {
    "zip": Format("application/zip", zip_bytes),
    "html": Format("text/html; charset=utf-8", _html),
    "csv": Format("text/csv; charset=utf-8", _csv),
    "json": Format("application/json", _json),
    "jsonl": Format("application/jsonl", _jsonl),
    "popolo": Format("application/json", _popolo),
}
