"""docs/data.md names every field of the API and every column of the CSV files."""

import json
import re
from pathlib import Path

from web.pool_document import POOL_COLUMNS
from web.procedure_document import VOTE_COLUMNS
from web.vote_document import POSITION_COLUMNS

ROOT = Path(__file__).parents[2]
NAMED = set(re.findall(r"`(\w+)`", (ROOT / "docs" / "data.md").read_text("utf-8")))


def test_every_field_of_the_api_is_documented():
    described = json.loads((ROOT / "tests" / "web" / "golden" / "openapi.json").read_text("utf-8"))
    fields = {name for s in described["components"]["schemas"].values() for name in s.get("properties", {})}
    assert fields - NAMED == set()


def test_every_column_is_documented():
    assert {*POOL_COLUMNS, *VOTE_COLUMNS, *POSITION_COLUMNS} - NAMED == set()
