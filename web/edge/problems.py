"""The last catch: what the layers within refuse, or never foresaw, becomes a problem document."""

from http import HTTPStatus

import structlog
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.errors import RequestProblem
from web.problem import problem_response

_log = structlog.get_logger()


class ProblemBoundary:
    """Answers with a problem document where the application raised before it answered."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; answer for it where it fails."""
        has_started = False

        async def send_noting_start(message: Message) -> None:
            nonlocal has_started
            has_started = has_started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, send_noting_start)
        except RequestProblem as problem:
            if has_started:
                raise
            await problem_response(Request(scope), problem)(scope, receive, send)
        except Exception as error:
            if scope["type"] != "http" or has_started:
                raise
            _log.error("request.failed", error_type=type(error).__name__, exc_info=True)
            unforeseen = RequestProblem(
                HTTPStatus.INTERNAL_SERVER_ERROR,
                "the server failed to answer; the request id names its log entry",
            )
            await problem_response(Request(scope), unforeseen)(scope, receive, send)
