"""What the log and the metrics hold of a request, and what they must not."""

import io
import json
import logging
import sys

import pytest
import structlog

from web import log

SECRET = "who-is-asking-about-hungary"


@pytest.fixture
def written(monkeypatch):
    out = io.StringIO()
    monkeypatch.setattr(sys, "stderr", out)
    before, handlers, level = structlog.get_config(), logging.root.handlers[:], logging.root.level
    log.configure_log()
    yield out
    structlog.configure(**before)
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)


def test_a_log_entry_is_a_line_of_json_with_the_requests_id_and_without_its_question(client, written, token):
    response = client.post("/api/v1/ask", json={"question": SECRET})
    client.get("/api/v1/passages", params={"q": SECRET})
    client.put(f"/api/v1/records/{SECRET}.txt", content=b"", headers={"Authorization": f"Bearer {token}"})
    lines = [json.loads(line) for line in written.getvalue().splitlines()]
    assert lines[0]["request_id"] == response.headers["x-request-id"]
    assert lines[0]["route"] == "/api/v1/ask"
    assert SECRET not in written.getvalue()
    assert token not in written.getvalue()


def test_the_metrics_count_answers_by_status_and_hold_no_question(client):
    client.post("/api/v1/ask", json={"question": SECRET})
    text = client.get("/metrics").text
    assert "rollcall_answers_total{" in text
    assert 'route="/api/v1/ask"' in text
    assert SECRET not in text
