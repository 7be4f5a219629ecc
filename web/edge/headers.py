"""The headers of every response: what a browser may do with it, and that nothing may be guessed.

One table a kind of response; the kind is decided by the media type, originals by being attachments.
"""

from http import HTTPStatus

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
_REPORTING = "; report-to csp"
_UPGRADE = "; upgrade-insecure-requests"
_DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox"
_DRAWING_POLICY = "default-src 'none'; style-src 'self'; frame-ancestors *; base-uri 'none'; sandbox"
_ORIGINAL_POLICY = "sandbox; default-src 'none'"

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
PAGE = {
    "Reporting-Endpoints": 'csp="/api/v1/csp-reports"',
    "Permissions-Policy": "accelerometer=(), browsing-topics=(), camera=(), clipboard-read=(), "
    "display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "X-Frame-Options": "DENY",
    "X-XSS-Protection": "0",
}
DATA = {"Content-Security-Policy": _DATA_POLICY}
DRAWING = {"Content-Security-Policy": _DRAWING_POLICY, "Cross-Origin-Resource-Policy": "cross-origin"}
ORIGINAL = {"Content-Security-Policy": _ORIGINAL_POLICY}
TRANSPORT = {"Strict-Transport-Security": "max-age=63072000; includeSubDomains"}


class SecurityHeaders:
    """Sets the headers of the kind of response it is; what a route has set itself stays."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; add the headers to its response."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_headers(MutableHeaders(scope=message), scope, message["status"])
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _add_headers(headers: MutableHeaders, scope: Scope, status: int) -> None:
    state = scope.get("state", {})
    headers["X-Request-Id"] = str(state.get("request_id", ""))
    if status in {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED} and "etag" in state:
        headers.setdefault("ETag", state["etag"])
    headers.setdefault("Cache-Control", "no-cache")
    if status == HTTPStatus.NOT_MODIFIED:  # its headers would replace those of the copy the client holds
        return
    for name, value in {**ALWAYS, **_of_kind(headers, is_encrypted=scope["scheme"] == "https")}.items():
        headers[name] = value


def _of_kind(headers: MutableHeaders, *, is_encrypted: bool) -> dict[str, str]:
    transport = TRANSPORT if is_encrypted else {}
    media_type = headers.get("Content-Type", "")
    if headers.get("Content-Disposition", "").startswith("attachment"):
        return {**ORIGINAL, **transport}
    if media_type.startswith("text/html"):
        policy = _PAGE_POLICY + (_UPGRADE if is_encrypted else "") + _REPORTING
        return {**PAGE, "Content-Security-Policy": policy, **transport}
    if media_type.startswith("image/svg+xml"):
        return {**DRAWING, **transport}
    return {**DATA, **transport}
