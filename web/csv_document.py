"""Rows as CSV (RFC 4180): comma, CRLF, UTF-8, a header row, and no cell that a spreadsheet would run."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO
from urllib.parse import urlencode

from fastapi import Request, Response

from web.csv_metadata import COLUMNS_BY_TABLE, MEDIA_TYPE, Table

_RUNNABLE = re.compile(r"[=+\-@\t\r](?!\d+(\.\d+)?\Z)")


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as CSV text; None is an empty cell."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def csv_response(request: Request, name: str, table: Table, rows: Iterable[Sequence[object]]) -> Response:
    """A table as a CSV file to be saved, with a link to its description."""
    return Response(
        csv_text(COLUMNS_BY_TABLE[table], rows).encode("utf-8", "replace"),
        media_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}.csv"',
            "Link": described_by(request, table),
        },
    )


def described_by(request: Request, table: Table) -> str:
    """The ``Link`` to the description of the table that was asked for."""
    query = f"?{request.url.query}" if request.url.query else ""
    address = f"/api/v1/tables/{table}?{urlencode({'of': request.url.path + query})}"
    return f'<{address}>; rel="describedby"; type="{MEDIA_TYPE}"'


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return "'" + text if _RUNNABLE.match(text) else text
