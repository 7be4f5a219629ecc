"""Who may read, where the settings say so: one door for the pages, the API and the protocol alike.

Programs send a bearer token. A browser is asked for a name and a password: the token is the password.
"""

import base64
import binascii
from http import HTTPStatus

from starlette.types import ASGIApp, Receive, Scope, Send

from web.edge.identity import header_of
from web.errors import RequestProblem
from web.metrics import Metrics
from web.tokens import Tokens

OPEN = ("/healthz", "/readyz", "/metrics", "/api/openapi.json", "/api/v1/csp-reports")
_OPEN_FOLDER = "/static/"
_CHALLENGE = 'Bearer realm="rollcall", Basic realm="rollcall", charset="UTF-8"'


class ReadGuard:
    """Refuses with 401 whoever bears no token that may read; open to all where none are given out.

    What tells nothing of the records (probes, the API's description, style and script) stays open.
    """

    def __init__(self, app: ASGIApp, *, read_tokens: str, write_tokens: str, metrics: Metrics) -> None:
        self.app = app
        self.tokens = Tokens.parse(f"{read_tokens} {write_tokens}") if read_tokens else None
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on if it may read."""
        if scope["type"] == "http" and not self._may_read(scope):
            self.metrics.auth_failures.inc()
            raise RequestProblem(
                HTTPStatus.UNAUTHORIZED,
                "a token that may read is needed here",
                headers={"WWW-Authenticate": _CHALLENGE},
            )
        await self.app(scope, receive, send)

    def _may_read(self, scope: Scope) -> bool:
        if self.tokens is None or _is_open(scope["path"]):
            return True
        return self.tokens.bearer_of(token_in(header_of(scope, b"authorization"))) is not None


def token_in(header: bytes) -> str:
    """The token of an ``Authorization`` header, empty where it bears none.

    >>> token_in(b"Bearer rollcall_x"), token_in(b"Basic YW5uYTpyb2xsY2FsbF94"), token_in(b"Basic ?")
    ('rollcall_x', 'rollcall_x', '')
    """
    scheme, _, credentials = header.decode("latin-1").partition(" ")
    if scheme.lower() == "bearer":
        return credentials.strip()
    if scheme.lower() != "basic":
        return ""
    try:
        pair = base64.b64decode(credentials.strip(), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return ""
    return pair.partition(":")[2]


def _is_open(path: str) -> bool:
    return path in OPEN or path.startswith(_OPEN_FOLDER)
