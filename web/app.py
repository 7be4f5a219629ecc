"""The application: its layers from the outside in, its routes, its errors. Importing it does nothing."""

import asyncio

from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Route

from assistant.keeping.register import Register
from corpus.readers.kind import LARGEST
from web.edge.body import BodyGuard, BodyLimits
from web.edge.head import HeadAsGet
from web.edge.headers import SecurityHeaders
from web.edge.hosts import TrustedHosts
from web.edge.observation import Observation
from web.edge.origin import SameOriginWrites
from web.edge.problems import ProblemBoundary
from web.edge.rate import RateLimit, Shedding
from web.edge.reading import ReadGuard
from web.finished import FinishedAnswers
from web.mcp import ProtocolEndpoint
from web.metrics import Metrics
from web.openapi import DESCRIPTION, describe
from web.pages import router
from web.problem import install_problem_handlers
from web.routes import (
    answers,
    ask,
    check,
    description,
    exports,
    health,
    ingest,
    passages,
    procedures,
    records,
    tables,
    verification,
    votes,
)
from web.server_settings import ServerSettings
from web.serving import Serving
from web.static_files import static_files

VERSION = "1.0.0"
_MOST_IN_FLIGHT = 256
ROUTERS = (
    ask.router,
    answers.router,
    passages.router,
    records.router,
    procedures.router,
    votes.router,
    tables.router,
    verification.router,
    check.router,
    ingest.router,
    exports.router,
    health.router,
    description.router,
    *router.ROUTERS,
)


def create_app(register: Register, settings: ServerSettings) -> FastAPI:
    """An application that answers from this register under these settings."""
    metrics, protocol = Metrics(), ProtocolEndpoint(register)
    app = FastAPI(
        title="Rollcall",
        version=VERSION,
        description=DESCRIPTION,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        middleware=_layers(settings, metrics),
        lifespan=protocol.life,
    )
    app.state.serving = Serving(register, settings, metrics, FinishedAnswers(), asyncio.Lock())
    for each in ROUTERS:
        app.include_router(each)
    app.mount("/static", static_files())
    app.router.routes.append(Route("/mcp", protocol))
    install_problem_handlers(app)
    describe(app)
    return app


def _layers(settings: ServerSettings, metrics: Metrics) -> list[Middleware]:
    """What a request passes, outermost first."""
    return [
        Middleware(Observation, metrics=metrics),
        Middleware(SecurityHeaders),
        Middleware(GZipMiddleware, minimum_size=1024, compresslevel=5),
        Middleware(ProblemBoundary),
        Middleware(TrustedHosts, allowed=tuple(settings.allowed_hosts.split())),
        Middleware(RateLimit, rate=settings.rate),
        Middleware(Shedding, most=_MOST_IN_FLIGHT),
        Middleware(
            ReadGuard,
            read_tokens=settings.read_tokens,
            write_tokens=settings.write_tokens,
            metrics=metrics,
        ),
        Middleware(BodyGuard, limits=BodyLimits(record=LARGEST)),
        Middleware(SameOriginWrites),
        Middleware(HeadAsGet),
    ]
