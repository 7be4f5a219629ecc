"""Who may change the records: looked at before the first byte of a request's body is.

Who may read is asked at the edge (``web/edge/reading.py``), of every address at once.
"""

from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from web.errors import RequestProblem
from web.serving import Here, Serving
from web.tokens import Tokens

_BEARER = HTTPBearer(scheme_name="write", description="A token of write_tokens", auto_error=False)
Credentials = Annotated[HTTPAuthorizationCredentials | None, Security(_BEARER)]


async def writer_of(here: Here, given: Credentials) -> str:
    """The bearer of a token that may change the records.

    Raises: RequestProblem (401) where the request bears none.
    """
    return writer_with(here, given.credentials if given else "")


def writer_with(here: Serving, token: str) -> str:
    """Whose token this is.

    Raises: RequestProblem (401) where it is nobody's who may change the records.
    """
    bearer = Tokens.parse(here.settings.write_tokens).bearer_of(token.strip())
    if bearer is None:
        here.metrics.auth_failures.inc()
        raise RequestProblem(
            HTTPStatus.UNAUTHORIZED,
            "a valid bearer token is needed for this",
            headers={"WWW-Authenticate": 'Bearer realm="rollcall"'},
        )
    return bearer


Writer = Annotated[str, Depends(writer_of)]
