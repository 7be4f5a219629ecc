"""Checking a draft over HTTP, in the terminal, by protocol and on its page: one result everywhere."""

import json

import jsonschema
import pytest
from mcp import Client

from tests.web.apart import run_apart
from web.cli import main
from web.mcp import mcp_server

DRAFT = "Hungary and Slovakia voted against the solidarity pool, and Spain voted against it too."
PROCEDURE = "2025-0357-nle"


@pytest.fixture(scope="module")
def found(client):
    return client.post("/api/v1/check", json={"text": DRAFT}).json()


def test_each_claim_has_its_verdict_and_quotes_the_draft(found):
    assert [claim["verdict"] for claim in found["claims"]] == ["supported", "contradicted"]
    assert all(DRAFT[claim["start"] : claim["end"]] == claim["quote"] for claim in found["claims"])
    assert found["summary"]["supported"] == 1
    assert found["procedure"] == PROCEDURE


def test_every_citation_that_is_named_is_there(found):
    numbers = {citation["n"] for citation in found["citations"]}
    assert {n for claim in found["claims"] for n in claim["citations"]} == numbers


def test_the_result_is_what_its_schema_says(client, found):
    described = client.get("/api/openapi.json").json()
    schema = described["paths"]["/api/v1/check"]["post"]["responses"]["200"]["content"]["application/json"]
    jsonschema.validate(found, {**schema["schema"], "components": described["components"]})


@pytest.mark.parametrize("body", [{"text": ""}, {"text": "x" * 20_001}, {}, {"text": "x", "language": "xyz"}])
def test_a_draft_that_is_none_or_too_long_is_refused(client, body):
    assert client.post("/api/v1/check", json=body).status_code == 422


def test_the_page_shows_the_form_and_then_the_verdicts_in_words(client):
    assert "<textarea" in client.get("/check?lang=en").text
    page = client.post("/check?lang=en", data={"text": DRAFT}).text
    assert "contradicted" in page
    assert "supported" in page
    assert 'href="#claim-1"' in page


def test_the_page_shows_what_was_sent_as_text_only(client):
    page = client.post("/check?lang=en", data={"text": "<script>alert(1)</script> Hungary voted against."})
    assert "<script>alert" not in page.text


def test_the_terminal_gives_the_same_claims(tmp_path, settings, found, capsys, monkeypatch):
    file = tmp_path / "draft.txt"
    file.write_text(DRAFT, "utf-8")
    monkeypatch.setenv("ROLLCALL_DATA", str(settings.data))
    with pytest.raises(SystemExit) as ended:
        main(["check", str(file), "--json"])
    assert ended.value.code in {0, None}
    assert json.loads(capsys.readouterr().out)["claims"] == found["claims"]


def test_the_protocol_gives_the_same_claims(register, found):
    async def call():
        async with Client(mcp_server(register)) as client:
            return await client.call_tool("check_draft", {"text": DRAFT})

    result = run_apart(call)
    assert json.loads(result.content[0].text)["claims"] == found["claims"]
