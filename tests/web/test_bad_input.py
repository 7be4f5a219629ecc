import json

import pytest

ASK = "/api/v1/ask"
HEADERS = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "nothing"),
        (b"{", "no JSON"),
        (b"[]", "no object"),
        (b"null", "nothing said"),
        (b"{}", "no question"),
        (b'{"question": ""}', "an empty question"),
        (b'{"question": 1}', "a number"),
        (b'{"question": null}', "null"),
        (b'{"question": "' + b"x" * 2001 + b'"}', "2,001 characters"),
        (b'{"question": "\\ud800"}', "a lone surrogate"),
        (b'{"question": "a", "language": "english"}', "no language code"),
        (b'{"question": "a", "previous": "b"}', "an understanding that is no object"),
        (b'{"question": "\xff\xfe"}', "no UTF-8"),
    ],
)
def test_a_body_that_is_no_question_is_refused_with_422(client, body, reason):
    response = client.post(ASK, content=body, headers=HEADERS)
    assert response.status_code in {400, 422}, reason
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "question",
    [
        " ",
        "\n\t ",
        "\x00",
        "a\x00b\x1b[31m",
        "<script>alert(1)</script>",
        "'; DROP TABLE votes; --",
        "{{ 7 * 7 }}",
        "%s%s%n",
        "\u202eagainst voted Who",
        "\ufeff\u200b\u200d",
        "?" * 2000,
        "é" * 2000,
        "a" * 2000,
        "who voted against " * 111,
        "🇭🇺" * 900,
        "((((((((((" * 200,
        "1" * 2000,
        "99999999999999999999/99/99",
    ],
)
def test_a_strange_question_gets_a_harmless_answer(client, question):
    response = client.post(ASK, json={"question": question})
    assert response.status_code == 200
    assert response.json()["status"] in {
        "answered", "partial", "corrected", "ambiguous", "not_found", "out_of_scope",
    }  # fmt: skip


@pytest.mark.parametrize("depth", [30, 300, 3000, 20000])
def test_a_deep_body_is_refused_or_harmless(client, depth):
    body = '{"question": "Who?", "previous": ' + '{"a":' * depth + "1" + "}" * depth + "}"
    response = client.post(ASK, content=body.encode(), headers=HEADERS)
    assert response.status_code in {200, 400, 413, 422}


@pytest.mark.parametrize(
    "previous",
    [
        {},
        {"intent": "nonsense"},
        {"states": "HU"},
        {"states": [1, None, {}]},
        {"question": 5, "language": [], "form": {}},
        {"parts": [{"parts": [{}]}]},
        {"dates": ["no date"], "amounts": [{"value": "x"}], "switches": [{"state": "HU", "position": "up"}]},
        {"intent": "state_position", "language": "xx", "form": "who", "question": "?"},
    ],
)
def test_an_understanding_that_was_tampered_with_is_harmless(client, previous):
    response = client.post(ASK, json={"question": "And Slovakia?", "previous": previous})
    assert response.status_code in {200, 422}


def test_a_script_in_a_question_is_shown_and_never_run(client):
    page = client.get("/", params={"q": "<script>alert(1)</script>"}).text
    assert "<script>alert(1)" not in page


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/records/" + "a" * 3000,
        "/api/v1/records/%00",
        "/api/v1/records/..%2f..%2fetc%2fpasswd",
        "/api/v1/procedures/%ff",
        "/api/v1/answers/" + "A" * 20000,
        "/api/v1/answers/eyJxIjogMX0",
        "/api/v1/states/%E2%80%AE",
        "/records/..%2f..",
        "/records/cm-5563-1-25-rev-1?mark=9-1",
        "/records/cm-5563-1-25-rev-1?mark=999999999-9999999999",
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/api/v1/passages?limit=0",
        "/api/v1/passages?limit=501",
        "/api/v1/passages?offset=-1",
        "/api/v1/votes?from=yesterday",
        "/api/v1/votes?position=maybe",
        "/api/v1/export.exe",
    ],
)
def test_a_strange_address_never_breaks_the_server(client, path):
    assert client.get(path).status_code in {200, 307, 404, 422}


@pytest.mark.parametrize("body", [{}, {"claims": 5}, {"citations": [{}], "claims": [{"citations": ["x"]}]}])
def test_what_is_no_answer_is_verified_as_not_holding(client, body):
    response = client.post("/api/v1/verify", content=json.dumps(body), headers=HEADERS)
    assert response.status_code == 200
    assert response.json()["holds"] is False


def test_a_question_sent_in_pieces_is_counted_while_it_is_read(client):
    pieces = (b"x" * 1000 for _ in range(100))
    assert client.post(ASK, content=pieces, headers=HEADERS).status_code == 413
