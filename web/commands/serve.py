"""`rollcall serve`: the pages and the API; builds the snapshot first where there is none."""

import socket
from threading import Event, Thread
from typing import Annotated

import typer
import uvicorn
from starlette.types import ASGIApp

from assistant.assembly import open_register
from assistant.keeping.inspection import keep_inspecting
from web import log, workers
from web.app import create_app
from web.commands import configuration, terminal
from web.edge.deadline import DeadlineProtocol
from web.edge.drain import GRACE_SECONDS, DrainingApplication, GracefulServer, leave
from web.metrics import fresh_folder
from web.permanence import warm_for_good
from web.server_settings import ServerSettings

_KEEP_ALIVE_SECONDS = 5
_BACKLOG = 1024


def command(
    host: Annotated[str | None, typer.Option(help="Address to listen on")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on")] = None,
    listener: Annotated[int | None, typer.Option(hidden=True, help="A socket that listens already")] = None,
) -> None:
    """Serve the chat, the pages and the API."""
    given = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    settings = configuration.settings(**given)
    log.configure_log()
    register = open_register(settings, terminal.progress)
    register.assistant()
    if settings.workers > 1 and listener is None:
        _serve_many(settings)
        return
    Thread(target=warm_for_good, args=(register,), daemon=True).start()  # ready at once; this follows
    Thread(target=keep_inspecting, args=(register, Event()), daemon=True).start()
    application = DrainingApplication(create_app(register, settings))
    taken_over = [socket.socket(fileno=listener)] if listener is not None else None
    if taken_over is None:
        _announce(settings)
    GracefulServer(uvicorn_config(application, settings), application).run(taken_over)
    leave()


def _serve_many(settings: ServerSettings) -> None:
    with workers.listening(settings.host, settings.port, _BACKLOG) as listener:
        _announce(settings)
        counts = fresh_folder(settings.data, listener.getsockname()[1])
        workers.Workers(listener, workers.starting(counts)).run(settings.workers)


def _announce(settings: ServerSettings) -> None:
    terminal.complain(f"Rollcall on http://{settings.host}:{settings.port}/")


def uvicorn_config(app: ASGIApp, settings: ServerSettings) -> uvicorn.Config:
    """How the server listens: bounded headers, a deadline for them, a grace for what was accepted."""
    return uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        http=DeadlineProtocol,
        loop="asyncio",  # accepts all who wait at once; uvloop one a turn, and excess would queue unseen
        ws="none",
        timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=GRACE_SECONDS,
        backlog=_BACKLOG,
        server_header=False,
        access_log=False,
        log_config=None,
        log_level="warning",
        proxy_headers=bool(settings.proxies),
        forwarded_allow_ips=settings.proxies.split(),
    )
