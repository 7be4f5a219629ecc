import pytest


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/?q=Who+voted+against%3F",
        "/procedures/2025-0357-nle/vote.svg",
        "/api/v1/votes.csv",
        "/static/page.js",
    ],
)
def test_whoever_asks_for_the_headers_gets_those_of_the_whole_without_its_body(client, path):
    head, get = client.head(path), client.get(path)
    assert (head.status_code, head.content) == (200, b"")
    for name in ("content-type", "etag", "content-security-policy"):
        assert head.headers.get(name) == get.headers.get(name)


def test_what_is_not_there_is_not_there_for_a_head_either(client):
    assert client.head("/records/none").status_code == 404
