import pytest
from starlette.middleware import Middleware

from web.edge.body import BodyGuard, BodyLimits

JSON = {"Content-Type": "application/json"}


@pytest.fixture
def client(client_of):
    return client_of(Middleware(BodyGuard, limits=BodyLimits(record=100, question=50)))


def test_a_body_within_the_limit_reaches_the_route_whole(client):
    assert client.post("/api/v1/ask", content=b"x" * 50, headers=JSON).json() == {"length": 50}


def test_a_body_declared_larger_than_the_limit_is_refused_with_413(client):
    assert client.post("/api/v1/ask", content=b"x" * 51, headers=JSON).status_code == 413


def test_a_body_that_declares_no_length_is_counted_while_it_is_read(client):
    def stream():
        for _ in range(20):
            yield b"x" * 10

    response = client.put("/api/v1/records/a.txt", content=stream())
    assert response.status_code == 413
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ({"Content-Type": "text/plain"}, "a simple cross-site form can send it"),
        ({"Content-Type": "application/x-www-form-urlencoded"}, "so can this"),
        ({"Content-Type": "multipart/form-data; boundary=x"}, "multipart bodies are not parsed at all"),
        ({"Content-Type": "application/json", "Content-Encoding": "gzip"}, "a compressed body may be a bomb"),
        ({}, "nothing says that it is JSON"),
    ],
)
def test_a_question_that_is_not_plain_json_is_refused_with_415(client, headers, reason):
    assert client.post("/api/v1/ask", content=b"{}", headers=headers).status_code == 415, reason


def test_a_body_that_comes_too_slowly_is_cut_off_with_408(client_of):
    limits = BodyLimits(record=100, idle=0.0, total=0.0)
    client = client_of(Middleware(BodyGuard, limits=limits))
    assert client.put("/api/v1/records/a.txt", content=iter([b"x", b"y"])).status_code == 408
