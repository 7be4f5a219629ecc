"""docs/data.md names every field of the API and every column of the CSV files."""

import json
import re
from pathlib import Path

from web.csv_metadata import COLUMNS_BY_TABLE

ROOT = Path(__file__).parents[2]
NAMED = set(re.findall(r"`(\w+)`", (ROOT / "docs" / "data.md").read_text("utf-8")))


def test_every_field_of_the_api_is_documented():
    described = json.loads((ROOT / "tests" / "web" / "golden" / "openapi.json").read_text("utf-8"))
    fields = {name for s in described["components"]["schemas"].values() for name in s.get("properties", {})}
    assert fields - NAMED == set()


def test_every_column_is_documented():
    assert {name for columns in COLUMNS_BY_TABLE.values() for name in columns} - NAMED == set()
