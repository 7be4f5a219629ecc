"""Who a request comes from: looked at before the first byte of its body is."""

from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, Request

from web.errors import RequestProblem
from web.serving import Here, Serving
from web.tokens import Tokens


async def writer_of(request: Request, here: Here) -> str:
    """The bearer of a token that may change the records.

    Raises: RequestProblem (401) where the request bears none.
    """
    return _bearer(request, here, here.settings.write_tokens)


async def check_reader(request: Request, here: Here) -> None:
    """Let a request read: anybody's, unless the settings say who may.

    Raises: RequestProblem (401) where only bearers of tokens may read, and this is none.
    """
    if here.settings.read_tokens:
        _bearer(request, here, f"{here.settings.read_tokens} {here.settings.write_tokens}")


def _bearer(request: Request, here: Serving, entries: str) -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    bearer = Tokens.parse(entries).bearer_of(token.strip()) if scheme.lower() == "bearer" else None
    if bearer is None:
        here.metrics.auth_failures.inc()
        raise RequestProblem(
            HTTPStatus.UNAUTHORIZED,
            "a valid bearer token is needed for this",
            headers={"WWW-Authenticate": 'Bearer realm="rollcall"'},
        )
    return bearer


Writer = Annotated[str, Depends(writer_of)]
Reader = Depends(check_reader)
