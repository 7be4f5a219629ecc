"""The API's own description: a golden, true of what the API gives."""

import json
import os
import re
from pathlib import Path

import jsonschema
import pytest

GOLDEN = Path(__file__).parent / "golden" / "openapi.json"
SAMPLES = {
    "/api/v1/passages": "/api/v1/passages?q=relocation",
    "/api/v1/records": "/api/v1/records",
    "/api/v1/records/{id}": "/api/v1/records/cm-5563-1-25-rev-1",
    "/api/v1/procedures": "/api/v1/procedures",
    "/api/v1/procedures/{id}": "/api/v1/procedures/2025-0357-nle",
    "/api/v1/procedures/{id}/vote": "/api/v1/procedures/2025-0357-nle/vote?switch=HU:for",
    "/api/v1/procedures/{id}/pool": "/api/v1/procedures/2025-0357-nle/pool",
    "/api/v1/votes": "/api/v1/votes",
    "/api/v1/states/{iso2}": "/api/v1/states/ES",
    "/healthz": "/healthz",
    "/readyz": "/readyz",
}


@pytest.fixture(scope="module")
def document(client):
    return client.get("/api/openapi.json").json()


def check(document, schema, value):
    jsonschema.validate(value, {**schema, "components": document["components"]})


def test_the_description_is_the_golden_one(document):
    text = json.dumps(document, indent=1, ensure_ascii=False) + "\n"
    if os.environ.get("ROLLCALL_WRITE_GOLDENS"):
        GOLDEN.write_text(text, "utf-8")
    assert text == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("path", SAMPLES)
def test_what_a_path_gives_is_what_its_schema_says(client, document, path):
    schema = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    check(document, schema, client.get(SAMPLES[path]).json())


@pytest.mark.parametrize(
    "question", ["Who voted against?", "What share of the needs is met?", "What's the weather?"]
)
def test_an_answer_is_what_its_schema_says(client, document, question):
    schema = document["paths"]["/api/v1/ask"]["post"]["responses"]["200"]["content"]["application/json"][
        "schema"
    ]
    check(document, schema, client.post("/api/v1/ask", json={"question": question}).json())


def test_a_problem_is_what_its_schema_says(client, document):
    check(document, document["components"]["schemas"]["Problem"], client.get("/api/v1/records/none").json())


def test_every_operation_is_described_in_words_and_names_its_errors(document):
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            assert operation.get("description"), (method, path)
            if path.startswith("/api/"):
                assert set(operation["responses"]) - {"200", "201"}, (method, path)


def test_every_path_of_the_description_is_served(client, document):
    names = {"id": "x", "iso2": "ES", "filename": "x.txt", "form": "json", "table": "votes"}
    for path, operations in document["paths"].items():
        address = re.sub(r"\{(\w+)\}", lambda found: names[found[1]], path)
        for method in operations:
            response = client.request(method.upper(), address)
            assert response.status_code != 405, (method, path)


def test_the_description_is_also_a_page(client):
    assert "/api/v1/ask" in client.get("/api/docs").text
