"""Problem documents (RFC 9457): every error of the API has this one shape.

The table at the end is the only place where errors become statuses.
"""

import json
from collections.abc import Mapping
from errno import EDQUOT, ENOSPC
from http import HTTPStatus

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ExceptionHandler

from assistant.errors import IndexFault, StoreFull, WriterBusy
from corpus.errors import RecordNotFound, Refusal
from web.edge.identity import request_id_of
from web.errors import NotModified, RequestProblem, printable
from web.pages.rendering import rendered
from web.pages.speech import chosen_language

MEDIA_TYPE = "application/problem+json"
TYPE_BY_STATUS = {
    400: "bad-request",
    401: "unauthorized",
    403: "cross-site",
    404: "not-found",
    405: "method-not-allowed",
    406: "not-acceptable",
    409: "conflict",
    413: "too-large",
    415: "unsupported-media-type",
    422: "invalid",
    429: "too-many-requests",
    431: "headers-too-large",
    500: "internal",
    503: "unavailable",
    507: "storage-full",
}


def problem_body(status: int, detail: str, request_id: str, members: Mapping[str, object]) -> bytes:
    """One problem as JSON: its type, title, status, detail, the request it answers, and further members."""
    document = {
        "type": f"/about/problems#{TYPE_BY_STATUS.get(status, 'other')}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "request_id": request_id,
        **members,
    }
    return json.dumps(document, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def problem_response(request: Request, problem: RequestProblem) -> Response:
    """The response that tells a client of a problem: a page where a browser asked for one."""
    if _is_page_wanted(request):
        return _page(request, problem)
    body = problem_body(problem.status, problem.detail, request_id_of(request.scope), problem.members)
    return Response(body, status_code=problem.status, headers=problem.headers, media_type=MEDIA_TYPE)


def _is_page_wanted(request: Request) -> bool:
    is_for_programs = request.url.path.startswith(("/api/", "/mcp"))
    return not is_for_programs and "text/html" in request.headers.get("Accept", "")


def _page(request: Request, problem: RequestProblem) -> Response:
    asked = request.query_params.get("lang", "")
    language = chosen_language(asked, request.headers.get("Accept-Language", ""))
    values = {
        "status": int(problem.status),
        "detail": problem.detail,
        "path": request.url.path,
        "lang_chosen": asked == language,
    }
    response = rendered("problem.html", values, language=language)
    response.status_code = problem.status
    response.headers.update(problem.headers)
    return response


def _from_problem(request: Request, error: RequestProblem) -> Response:
    return problem_response(request, error)


def _from_not_modified(_request: Request, error: NotModified) -> Response:
    return Response(status_code=HTTPStatus.NOT_MODIFIED, headers={"ETag": error.etag})


def _from_http(request: Request, error: HTTPException) -> Response:
    if isinstance(error.__cause__, RequestProblem):  # FastAPI makes a 400 of whatever stops a body
        return problem_response(request, error.__cause__)
    problem = RequestProblem(HTTPStatus(error.status_code), str(error.detail), headers=error.headers)
    return problem_response(request, problem)


def _from_validation(request: Request, error: RequestValidationError) -> Response:
    errors = [
        {"at": ".".join(str(step) for step in found["loc"]), "problem": printable(str(found["msg"]))}
        for found in error.errors()
    ]
    detail = "; ".join(f"{e['at']}: {e['problem']}" for e in errors[:3])
    problem = RequestProblem(
        HTTPStatus.UNPROCESSABLE_ENTITY, printable(detail, 500), members={"errors": errors[:20]}
    )
    return problem_response(request, problem)


def _from_refusal(request: Request, error: Refusal) -> Response:
    members = {"place": printable(error.place), "expected": printable(error.expected)}
    problem = RequestProblem(HTTPStatus.UNPROCESSABLE_ENTITY, printable(str(error), 500), members=members)
    return problem_response(request, problem)


def _from_missing_record(request: Request, error: RecordNotFound) -> Response:
    return problem_response(request, RequestProblem(HTTPStatus.NOT_FOUND, printable(str(error), 300)))


def _from_busy(request: Request, error: WriterBusy) -> Response:
    headers = {"Retry-After": "5"}
    return problem_response(request, RequestProblem(HTTPStatus.CONFLICT, str(error), headers=headers))


def _from_no_snapshot(request: Request, error: IndexFault) -> Response:
    headers = {"Retry-After": "5"}
    return problem_response(
        request, RequestProblem(HTTPStatus.SERVICE_UNAVAILABLE, str(error), headers=headers)
    )


def _from_full_store(request: Request, _error: StoreFull) -> Response:
    detail = "the disk is full: nothing was changed; questions are still answered"
    return problem_response(request, RequestProblem(HTTPStatus.INSUFFICIENT_STORAGE, detail))


def _from_system(request: Request, error: OSError) -> Response:
    if error.errno in {ENOSPC, EDQUOT}:
        return _from_full_store(request, StoreFull(str(error)))
    raise error


HANDLER_BY_ERROR: Mapping[type[Exception], ExceptionHandler] = {
    RequestProblem: _from_problem,  # type: ignore[dict-item]  # Starlette types the error as Exception
    NotModified: _from_not_modified,  # type: ignore[dict-item]
    HTTPException: _from_http,  # type: ignore[dict-item]
    RequestValidationError: _from_validation,  # type: ignore[dict-item]
    Refusal: _from_refusal,  # type: ignore[dict-item]
    RecordNotFound: _from_missing_record,  # type: ignore[dict-item]
    WriterBusy: _from_busy,  # type: ignore[dict-item]
    StoreFull: _from_full_store,  # type: ignore[dict-item]
    IndexFault: _from_no_snapshot,  # type: ignore[dict-item]
    OSError: _from_system,  # type: ignore[dict-item]
}


def install_problem_handlers(app: FastAPI) -> None:
    """Let every error of the table become its problem document."""
    for error, handler in HANDLER_BY_ERROR.items():
        app.add_exception_handler(error, handler)
