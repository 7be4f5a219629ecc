import asyncio

import pytest
from starlette.middleware import Middleware

from tests.web.apart import run_apart
from web.edge.identity import ARRIVED
from web.edge.rate import RateLimit, Shedding
from web.errors import RequestProblem


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


def test_a_token_is_counted_wherever_it_is_used_from(client_of):
    client = client_of(Middleware(RateLimit, rate="2/minute"))
    elsewhere = {"Authorization": "Bearer shared"}
    application = client.app
    seen = [
        type(client)(application, client=(f"192.0.2.{n}", 1)).get("/data", headers=elsewhere).status_code
        for n in range(3)
    ]
    assert seen == [200, 200, 429]


@pytest.mark.parametrize(
    ("waits", "expected", "reason"),
    [
        ([0.1, 0.1], [200, 200], "nobody waits"),
        ([2.0, 2.0, 2.0], [200, 200, 200], "a burst is no excess"),
        (
            [2.0, "six seconds on", 0.1, 2.0, 0.1, 2.0],
            [200, 200, 503, 200, 503],
            "an endless queue is",
        ),
        ([2.0, "six seconds later", 2.0, 2.0], [200, 200, 200], "a second burst is none either"),
    ],
)
def test_what_waits_in_a_queue_that_does_not_end_is_refused(waits, expected, reason):
    seen = []

    async def app(scope, receive, send):
        seen.append(200)

    async def ask():
        shedding = Shedding(app, most=1)
        for waited in waits:
            if waited == "six seconds on":
                shedding.standing_from -= 6.0
                continue
            if waited == "six seconds later":
                shedding.seen_at -= 6.0
                continue
            arrived = asyncio.get_running_loop().time() - waited
            scope = {"type": "http", "path": "/data", "state": {ARRIVED: arrived}}
            try:
                await shedding(scope, None, None)
            except RequestProblem as problem:
                seen.append(int(problem.status))

    run_apart(ask)
    assert seen == expected
