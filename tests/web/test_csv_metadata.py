"""Every CSV file links to a description that is true of it."""

import csv
import json
import re
import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

import pytest

from web.csv_metadata import COLUMNS_BY_TABLE, Table, metadata_document

PROCEDURE = "/api/v1/procedures/2025-0357-nle"
FILES = (
    "/api/v1/votes.csv",
    "/api/v1/votes.csv?state=ES&from=2025-01-01",
    f"{PROCEDURE}/vote.csv",
    f"{PROCEDURE}/vote.csv?switch=HU:for,SK:abstention",
    f"{PROCEDURE}/pool.csv",
    "/api/v1/export.csv",
    "answer",
)
READER_BY_DATATYPE = {
    "string": str,
    "date": date.fromisoformat,
    "decimal": Decimal,
    "nonNegativeInteger": lambda cell: range(10**9).index(int(cell)),
    "boolean": ("true", "false").index,
}


def table(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8"), newline="")))


def assert_described(metadata, rows):
    columns = metadata["tableSchema"]["columns"]
    assert metadata["@context"][0] == "http://www.w3.org/ns/csvw"
    assert [column["name"] for column in columns] == rows[0]
    assert all(column["dc:description"] for column in columns)
    assert len(rows) > 1
    for row in rows[1:]:
        for column, cell in zip(columns, row, strict=True):
            if cell:
                READER_BY_DATATYPE[column["datatype"]](cell)


@pytest.mark.parametrize("path", FILES)
def test_a_csv_file_is_what_the_description_it_links_to_says(client, answer, path):
    path = f"{answer['permalink']}/answer.csv" if path == "answer" else path
    response = client.get(path)
    described = client.get(re.search(r"<([^>]+)>", response.headers["link"])[1])
    assert described.headers["content-type"] == "application/csvm+json"
    assert described.json()["url"] == path
    assert_described(described.json(), table(response.content))


def test_the_tables_of_the_zip_lie_beside_their_descriptions(client):
    held = zipfile.ZipFile(BytesIO(client.get("/api/v1/export.zip").content))
    for name in ("votes.csv", "figures.csv"):
        metadata = json.loads(held.read(f"{name}-metadata.json"))
        assert metadata["url"] == name
        assert_described(metadata, table(held.read(name)))


@pytest.mark.parametrize("name", Table)
def test_every_column_of_every_table_is_described(name):
    described = metadata_document(name, "x.csv")["tableSchema"]["columns"]
    assert [column["name"] for column in described] == list(COLUMNS_BY_TABLE[name])


@pytest.mark.parametrize("address", ["votes.csv", "//elsewhere<x>", "/a b", "javascript:x"])
def test_only_an_address_of_ours_is_described(client, address):
    assert client.get("/api/v1/tables/votes", params={"of": address}).status_code == 422
