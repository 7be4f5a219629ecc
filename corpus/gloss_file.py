"""The editorial glosses that ship with a record: our own, unofficial, never a quotation.

Read from ``corpus/records/*.glosses.toml``; a gloss belongs to the very bytes whose hash the
file names.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from corpus.model import Gloss

RECORDS = Path(__file__).parent / "records"


def glosses_of(sha256: str) -> tuple[Gloss, ...]:
    """The glosses of the document whose bytes have this hash; none for most."""
    return _glosses().get(sha256, ())


@cache
def _glosses() -> dict[str, tuple[Gloss, ...]]:
    tables = [tomllib.loads(file.read_text("utf-8")) for file in sorted(RECORDS.glob("*.glosses.toml"))]
    return {table["sha256"]: tuple(_in_table(table)) for table in tables}


def _in_table(table: dict[str, Any]) -> Iterator[Gloss]:  # Any: what TOML holds
    for part, texts in table.items():
        if isinstance(texts, dict):
            for label, text in texts.items():
                yield Gloss(part, label, table["language"], text)
