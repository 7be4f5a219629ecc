"""The headers of every kind of response, held against a golden; changed only on purpose."""

import json
import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden" / "headers.json"
PATHS = (
    "/",
    "/records",
    "/records/cm-5563-1-25-rev-1",
    "/api/docs",
    "/api/openapi.json",
    "/api/v1/records",
    "/api/v1/records/cm-5563-1-25-rev-1/source",
    "/api/v1/votes.csv",
    "/api/v1/export.html",
    "/api/v1/nothing",
    "/feed.atom",
    "/healthz",
    "/metrics",
)
CHANGING = {"x-request-id", "etag", "content-length", "date"}


def test_the_security_headers_of_every_kind_of_response_are_the_golden_ones(client):
    seen = {
        path: {
            name: value for name, value in sorted(client.get(path).headers.items()) if name not in CHANGING
        }
        for path in PATHS
    }
    text = json.dumps(seen, indent=1, ensure_ascii=False) + "\n"
    if os.environ.get("ROLLCALL_WRITE_GOLDENS"):
        GOLDEN.write_text(text, "utf-8")
    assert text == GOLDEN.read_text("utf-8")


def test_no_response_names_the_server_software(client):
    for path in PATHS:
        headers = client.get(path).headers
        assert "server" not in headers
        assert "x-powered-by" not in headers


def test_every_response_bears_its_requests_id(client):
    given = "a-proxy-gave-this-id"
    assert client.get("/healthz", headers={"X-Request-Id": given}).headers["x-request-id"] == given
    made = {
        client.get("/healthz", headers={"X-Request-Id": "<script>"}).headers["x-request-id"] for _ in "ab"
    }
    assert len(made) == 2
    assert "<script>" not in made
