"""What the client holds already is not sent again: every GET names what it is of."""

import base64
import json

import pytest
from hypothesis import given, settings

from assistant.permalink import Asked, Understood, permalink_of, read_permalink
from tests.assistant.made_up import MADE_UP

RECORD, PROCEDURE = "cm-5563-1-25-rev-1", "2025-0357-nle"
PATHS = (
    "/api/v1/passages?q=solidarity", "/api/v1/records", f"/api/v1/records/{RECORD}",
    f"/api/v1/records/{RECORD}/source", "/api/v1/procedures", f"/api/v1/procedures/{PROCEDURE}",
    f"/api/v1/procedures/{PROCEDURE}/vote?switch=HU:for", f"/api/v1/procedures/{PROCEDURE}/vote.csv",
    f"/api/v1/procedures/{PROCEDURE}/pool", f"/api/v1/procedures/{PROCEDURE}/pool.csv",
    f"/api/v1/procedures/{PROCEDURE}/power", "/api/v1/votes", "/api/v1/votes.csv", "/api/v1/states/ES",
    "/api/v1/tables/votes", "/api/v1/export.json", "/api/v1/export.zip", "/feed.atom", "/api/openapi.json",
    "/api/docs", "/", "/?q=Who+voted+against%3F", "/records", f"/records/{RECORD}",
    f"/procedures/{PROCEDURE}", f"/procedures/{PROCEDURE}/vote.svg", "/states", "/states/ES", "/votes",
    "/quality", "/accessibility", "/about", "/check", "/add",
)  # fmt: skip
OF_AN_ANSWER = (
    "/api/v1/answers/{}",
    "/api/v1/answers/{}/annotations",
    "/a/{}",
    "/a/{}/text",
    "/a/{}/answer.csv",
)


def token_of(asked):
    return permalink_of(asked).removeprefix("/a/")


def is_sent_once(client, path):
    etag = client.get(path).headers["etag"]
    again = client.get(path, headers={"If-None-Match": etag})
    other = client.get(path, headers={"If-None-Match": '"other"'})
    return (again.status_code, again.content, other.status_code) == (304, b"", 200)


@pytest.mark.parametrize("path", PATHS)
def test_what_the_client_holds_of_this_snapshot_is_not_sent_again(client, path):
    assert is_sent_once(client, path)


@pytest.mark.parametrize("path", ["/", "/api/v1/votes.csv", f"/procedures/{PROCEDURE}/vote.svg"])
def test_what_is_not_sent_again_leaves_the_policy_of_the_copy_as_it_was(client, path):
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["etag"]})
    kept = {**first.headers, **again.headers}
    for name in ("content-security-policy", "cross-origin-resource-policy", "cache-control"):
        assert kept[name] == first.headers[name]


@pytest.mark.parametrize("path", OF_AN_ANSWER)
@pytest.mark.parametrize("address", ["permalink", "asked_at"])
def test_an_answer_of_this_snapshot_is_not_sent_again(client, answer, path, address):
    assert is_sent_once(client, path.format(answer[address].removeprefix("/a/")))


def test_an_answer_of_an_earlier_snapshot_is_compared_each_time(client):
    token = token_of(Asked("Who voted against?", "en", snapshot="ab" * 32))
    for path in OF_AN_ANSWER[0], OF_AN_ANSWER[2]:
        assert "etag" not in client.get(path.format(token)).headers


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
def test_what_is_of_the_moment_has_no_etag(client, path):
    assert "etag" not in client.get(path).headers


def test_a_page_in_another_language_is_another_copy(client):
    etag = client.get("/about", headers={"Accept-Language": "nl"}).headers["etag"]
    french = client.get("/about", headers={"Accept-Language": "fr", "If-None-Match": etag})
    assert french.status_code == 200


def test_an_etag_begins_with_the_snapshot(client, register):
    etag = client.get("/api/v1/records").headers["etag"]
    assert etag.strip('"').split("-")[0] == register.assistant().snapshot_id[:32]


def test_a_lasting_address_without_words_says_what_was_understood(client, answer):
    page = client.get(answer["permalink"], headers={"Accept-Language": "en"}).text
    assert isinstance(read_permalink(answer["permalink"]), Understood)
    assert ">Who voted against?</h2>" in page
    assert f'<link rel="canonical" href="http://testserver{answer["permalink"]}">' in page


@pytest.mark.parametrize(
    ("question", "heading"),
    [
        ("Which countries opposed it?", "Who voted against?"),
        ("Why did Spain abstain?", "Why did Spain vote that way? · Abstained"),
        (
            "Welke Baltische staat stemde niet voor?",
            "Wie zo stemde · Estland · Litouwen · Letland · Voor: nee",
        ),
        ("What if Hungary had voted for?", "What if · Hungary: In favour"),
        (
            "Wer hat dagegen gestimmt? Wer hat sich enthalten?",
            "Wer hat dagegen gestimmt? Wer hat sich enthalten?",
        ),
        ("Did more than three states vote against?", "How many voted this way · Against · more than 3"),
    ],
)
def test_what_was_understood_is_said_in_words(client, question, heading):
    asked = client.post("/api/v1/ask", json={"question": question}).json()
    shown = client.get(f"/api/v1/answers/{asked['permalink'].removeprefix('/a/')}").json()["answer"]
    assert (shown["question"], shown["claims"]) == (heading, asked["claims"])


@settings(deadline=None, max_examples=60)
@given(MADE_UP)
def test_the_page_of_an_address_that_anybody_made_up_is_shown_or_is_none(client, understanding):
    address = permalink_of(Understood(understanding, "ab" * 6))
    paths = (address, f"{address}/text", f"/api/v1/answers/{address.removeprefix('/a/')}")
    assert {client.get(path).status_code for path in paths} in ({200}, {404})


def test_an_amount_of_a_million_digits_is_no_address(client):
    asked = client.post("/api/v1/ask", json={"question": "Who mentions 30 000 relocations?"}).json()
    understanding = {**asked["understanding"], "amounts": [{"value": "1E+999999", "unit": None}]}
    token = base64.urlsafe_b64encode(json.dumps({"a": understanding}).encode()).decode().rstrip("=")
    assert client.get(f"/a/{token}").status_code == 404
