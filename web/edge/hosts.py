"""Which host names the server answers to: links and origin checks never rest on a forged one."""

from http import HTTPStatus

from starlette.types import ASGIApp, Receive, Scope, Send

from web.edge.identity import header_of
from web.errors import RequestProblem


class TrustedHosts:
    """Refuses a request whose ``Host`` is none of the configured names; ``*`` allows any."""

    def __init__(self, app: ASGIApp, allowed: tuple[str, ...]) -> None:
        self.app = app
        self.allowed = frozenset(name.lower() for name in allowed)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on if it was sent to one of our names."""
        if scope["type"] == "http" and "*" not in self.allowed:
            name = host_name(header_of(scope, b"host"))
            if name not in self.allowed:
                raise RequestProblem(HTTPStatus.BAD_REQUEST, "this server does not answer to that host name")
        await self.app(scope, receive, send)


def host_name(host: bytes) -> str:
    """The name in a ``Host`` header, without its port.

    >>> host_name(b"[::1]:8000")
    '[::1]'
    """
    text = host.decode("latin-1").lower()
    if text.startswith("["):
        return text.partition("]")[0] + "]"
    return text.partition(":")[0]
