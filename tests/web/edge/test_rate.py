import pytest
from starlette.middleware import Middleware

from web.edge.rate import RateLimit, Shedding


def test_a_client_over_its_rate_is_told_when_to_come_again(client_of):
    client = client_of(Middleware(RateLimit, rate="2/minute"))
    assert [client.get("/data").status_code for _ in range(3)] == [200, 200, 429]
    assert 1 <= int(client.get("/data").headers["Retry-After"]) <= 60


def test_probes_are_never_limited(client_of):
    client = client_of(Middleware(RateLimit, rate="1/minute"))
    assert [client.get("/healthz").status_code for _ in range(3)] == [200, 200, 200]


def test_loopback_is_not_limited(client_of):
    client = client_of(Middleware(RateLimit, rate="1/minute"), client=("127.0.0.1", 50000))
    assert [client.get("/data").status_code for _ in range(3)] == [200, 200, 200]


@pytest.mark.parametrize(("most", "status"), [(0, 503), (1, 200)])
def test_what_exceeds_the_room_is_refused_at_once(client_of, most, status):
    assert client_of(Middleware(Shedding, most=most)).get("/data").status_code == status
