from collections.abc import Callable

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from web.edge.problems import ProblemBoundary


async def echo(request: Request) -> Response:
    return JSONResponse({"length": len(await request.body())})


async def page(request: Request) -> Response:
    return HTMLResponse("<p>hello</p>")


async def drawing(request: Request) -> Response:
    return Response("<svg/>", media_type="image/svg+xml")


async def original(request: Request) -> Response:
    return Response(
        b"\x00", headers={"Content-Disposition": "attachment"}, media_type="application/octet-stream"
    )


async def broken(request: Request) -> Response:
    raise RuntimeError("a secret of the house")


@pytest.fixture
def client_of() -> Callable[..., TestClient]:
    """A toy application behind the given layers of the edge."""

    def make(*layers: Middleware, client: tuple[str, int] = ("203.0.113.7", 50000)) -> TestClient:
        app = Starlette(
            routes=[
                Route("/api/v1/ask", echo, methods=["POST"]),
                Route("/api/v1/records/{name}", echo, methods=["PUT", "DELETE"]),
                Route("/", page),
                Route("/drawing", drawing),
                Route("/original", original),
                Route("/broken", broken),
                Route("/data", echo),
                Route("/healthz", echo),
            ],
            middleware=[Middleware(ProblemBoundary), *layers],
        )
        return TestClient(app, client=client)

    return make
