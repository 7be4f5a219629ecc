"""``HEAD`` is answered as ``GET``, without the body: link previews and monitors ask so.

Source: RFC 9110, section 9.3.2.
"""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_STREAMS = "/mcp"  # its GET opens a stream that does not end


class HeadAsGet:
    """Gives what answers GET a request for its headers only."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on as a GET; leave out what it is answered with."""
        if scope["type"] != "http" or scope["method"] != "HEAD" or scope["path"].startswith(_STREAMS):
            await self.app(scope, receive, send)
            return

        async def send_headers(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        await self.app({**scope, "method": "GET"}, receive, send_headers)
