"""Whether the server lives, whether it can answer, and what it counted."""

from time import time

from fastapi import APIRouter, Response
from starlette.requests import Request

from web.schemas.health import Live, Ready
from web.serving import Here

router = APIRouter(tags=["operation"])


@router.get("/healthz", response_model=Live)
async def healthz() -> Live:
    """The process answers; nothing else is looked at."""
    return Live(status="live")


@router.get("/readyz", response_model=Ready)
async def readyz(here: Here) -> Ready:
    """A verified snapshot is loaded: which one, and of how many records."""
    assistant = here.register.assistant()
    return Ready(
        status="ready",
        snapshot=assistant.snapshot_id,
        records=len(assistant.library.records),
        faults=list(here.register.faults()),
    )


@router.get("/metrics", response_class=Response)
async def metrics(here: Here) -> Response:
    """Counters in Prometheus' text format."""
    assistant = here.register.assistant()
    published = (here.settings.data / "CURRENT").stat().st_mtime
    here.metrics.snapshot.note(assistant.snapshot_id, len(assistant.library.records), time() - published)
    return Response(here.metrics.exposition(), media_type="text/plain; version=0.0.4; charset=utf-8")


@router.post("/api/v1/csp-reports", status_code=204, include_in_schema=False)
async def csp_report(request: Request, here: Here) -> Response:
    """Count a browser's report of a blocked script or style; its content is not kept."""
    async for _ in request.stream():
        pass
    here.metrics.csp_reports.inc()
    return Response(status_code=204)
