"""Every path of the contract, called; the table is the one that is promised to the world."""

import pytest

RECORD, PROCEDURE = "cm-5563-1-25-rev-1", "2025-0357-nle"
PATHS = (
    "/api/v1/passages",
    "/api/v1/passages?q=relocation&language=nl&speaker=ES&part=statement&record=cm-5563-1-25-rev-1&limit=3",
    "/api/v1/records",
    f"/api/v1/records/{RECORD}",
    f"/api/v1/records/{RECORD}/source",
    "/api/v1/records/reference-teu-16-4",
    "/api/v1/records/reference-teu-16-4/source",
    "/api/v1/procedures",
    f"/api/v1/procedures/{PROCEDURE}",
    f"/api/v1/procedures/{PROCEDURE}/vote",
    f"/api/v1/procedures/{PROCEDURE}/vote?reading=all-members&switch=HU:for,SK:abstention",
    f"/api/v1/procedures/{PROCEDURE}/vote.csv",
    f"/api/v1/procedures/{PROCEDURE}/power",
    f"/api/v1/procedures/{PROCEDURE}/pool",
    f"/api/v1/procedures/{PROCEDURE}/pool.csv",
    "/api/v1/votes",
    "/api/v1/votes?state=ES&position=abstention&from=2025-01-01&to=2026-12-31",
    "/api/v1/votes.csv",
    "/api/v1/states/ES",
    "/api/v1/states/gr",
    "/api/openapi.json",
    "/api/docs",
    "/healthz",
    "/readyz",
    "/metrics",
    "/",
    "/records",
    f"/records/{RECORD}",
    "/feed.atom",
    *(f"/api/v1/export.{form}" for form in ("zip", "html", "csv", "json", "jsonl", "popolo")),
)


@pytest.mark.parametrize("path", PATHS)
def test_every_path_of_the_contract_answers(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert response.content


def test_a_question_is_answered_with_every_field_of_the_contract(answer):
    assert list(answer) == [
        "question", "language", "status", "reason", "understanding", "text", "claims", "citations",
        "computations", "tally", "follow_ups", "snapshot", "permalink", "asked_at", "answer_sha256",
    ]  # fmt: skip
    assert answer["status"] == "answered"
    assert list(answer["citations"][0]) == [
        "n", "key", "record", "document", "language", "part", "speaker", "page", "start", "end",
        "quote", "quote_sha256", "url",
    ]  # fmt: skip


def test_every_quotation_stands_verbatim_at_its_span(client, answer):
    for citation in answer["citations"]:
        text = client.get(f"/api/v1/records/{citation['record']}").json()["text"]
        assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_the_source_is_given_exactly_as_received(client, register):
    record = register.assistant().library.record(RECORD)
    response = client.get(f"/api/v1/records/{RECORD}/source")
    assert response.content.decode("utf-8") == record.source.text
    assert response.headers["content-disposition"].startswith("attachment")


def test_a_vote_names_those_against_and_those_who_abstained(client):
    reading = client.get(f"/api/v1/procedures/{PROCEDURE}/vote").json()["readings"][0]
    stood = {position["state"]: position["position"] for position in reading["positions"]}
    assert {state for state, position in stood.items() if position == "against"} == {"HU", "SK"}
    assert {state for state, position in stood.items() if position == "abstention"} == {
        "CY",
        "LV",
        "PT",
        "ES",
    }


def test_a_what_if_is_marked_hypothetical_and_keeps_the_real_vote_beside_it(client):
    document = client.get(f"/api/v1/procedures/{PROCEDURE}/vote?switch=HU:for").json()
    assert document["hypothetical"] is True
    hungary = [p for p in document["real"][0]["positions"] if p["state"] == "HU"]
    assert hungary[0]["position"] == "against"


@pytest.mark.parametrize("switch", ["HU", "HU:yes", "HU:for;SK:for", "Hungary:for", ":", "HU:FOR"])
def test_a_malformed_what_if_is_refused_with_422(client, switch):
    response = client.get(f"/api/v1/procedures/{PROCEDURE}/vote", params={"switch": switch})
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/records/none",
        "/api/v1/records/reference-none",
        "/api/v1/records/none/source",
        "/api/v1/procedures/none",
        "/api/v1/procedures/none/vote",
        "/api/v1/procedures/none/pool.csv",
        "/api/v1/states/xx",
        "/api/v1/answers/none",
        "/api/v1/export.json?procedure=none",
        "/api/v1/nothing",
    ],
)
def test_what_is_not_there_is_a_404_problem_that_bears_the_requests_id(client, path):
    response = client.get(path)
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["request_id"] == response.headers["x-request-id"]


def test_a_list_goes_on_where_its_page_ends(client):
    first = client.get("/api/v1/votes?limit=20").json()
    second = client.get(first["next"]).json()
    assert first["total"] == 27
    assert [len(first["items"]), len(second["items"]), second["next"]] == [20, 7, None]


def test_the_same_question_gives_the_same_bytes(client):
    bodies = {
        client.post("/api/v1/ask", json={"question": "Why did Cyprus abstain?"}).content for _ in range(3)
    }
    assert len(bodies) == 1


def test_an_answers_address_gives_the_answer_again(client, answer):
    again = client.get(f"/api/v1/answers/{answer['permalink'].removeprefix('/a/')}").json()
    assert again["is_current"] is True
    assert again["answer"]["claims"] == answer["claims"]


def test_an_answers_citations_are_web_annotations(client, answer):
    found = client.get(f"/api/v1/answers/{answer['permalink'].removeprefix('/a/')}/annotations").json()
    exact = found["first"]["items"][0]["target"]["selector"][0]["exact"]
    assert exact == answer["citations"][0]["quote"]
