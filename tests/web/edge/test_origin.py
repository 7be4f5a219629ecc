import pytest
from starlette.middleware import Middleware

from web.edge.origin import SameOriginWrites


@pytest.fixture
def client(client_of):
    return client_of(Middleware(SameOriginWrites))


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ({}, "a program, not a browser"),
        ({"Sec-Fetch-Site": "same-origin"}, "our own page"),
        ({"Origin": "http://testserver"}, "our own page in an older browser"),
        ({"Sec-Fetch-Site": "cross-site", "Authorization": "Bearer x"}, "a token is no ambient authority"),
    ],
)
def test_a_write_from_our_page_or_from_a_program_passes(client, headers, reason):
    assert client.post("/api/v1/ask", content=b"", headers=headers).status_code == 200, reason


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, "another site"),
        ({"Sec-Fetch-Site": "same-site"}, "a sibling host is another site too"),
        ({"Sec-Fetch-Site": "none"}, "no page of ours sent it"),
        ({"Origin": "https://evil.example"}, "another site in an older browser"),
        ({"Origin": "null"}, "a sandboxed frame"),
        ({"Origin": "https://testserver"}, "another scheme is another origin"),
    ],
)
def test_a_write_that_another_sites_page_sends_is_refused_with_403(client, headers, reason):
    assert client.post("/api/v1/ask", content=b"", headers=headers).status_code == 403, reason


def test_reading_is_open_to_links_from_anywhere(client):
    assert client.get("/", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200
