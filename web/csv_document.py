"""Rows as CSV (RFC 4180): comma, CRLF, UTF-8, a header row, and no cell that a spreadsheet would run."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

from fastapi import Response

_RUNNABLE = re.compile(r"[=+\-@\t\r](?!\d+(\.\d+)?\Z)")


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as CSV text; None is an empty cell."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def csv_response(name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    """A table as a CSV file to be saved."""
    return Response(
        csv_text(columns, rows).encode("utf-8", "replace"),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return "'" + text if _RUNNABLE.match(text) else text
