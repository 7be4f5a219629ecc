"""The procedures: their documents, their votes under each reading, and their pools."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from assistant.counting.power_document import power_document
from assistant.counting.tally_document import tally_document
from web.answer_document import json_bytes
from web.csv_document import csv_response
from web.csv_metadata import Table
from web.page_document import Page
from web.pool_document import pool_document, pool_rows
from web.procedure_document import procedure_document, procedure_summary
from web.routes.address import ProcedureId
from web.routes.problem_responses import problems
from web.schemas.listing import Procedures
from web.schemas.pool import Pool
from web.schemas.power import PowerDocument
from web.schemas.procedure import ProcedureDetail
from web.schemas.vote import VoteDocument
from web.serving import Fresh
from web.switch import PATTERN, read_switches
from web.vote_document import position_rows, under_reading

router = APIRouter(prefix="/api/v1/procedures", tags=["procedures"])

Reading = Annotated[
    str | None, Query(max_length=80, description="One reading of who may vote", examples=["all-members"])
]
Switches = Annotated[
    str | None,
    Query(
        max_length=400,
        pattern=PATTERN,
        description="A what-if: members at other positions; of two for one member the later counts",
        examples=["HU:for,SK:abstention"],
    ),
]


@router.get("", response_model=Procedures, responses=problems(304, 401, 422))
async def procedures(request: Request, library: Fresh, page: Page) -> Response:
    """All procedures, by id."""
    document = page.page_of(request, library.procedures, procedure_summary)
    return Response(json_bytes(document), media_type="application/json")


@router.get("/{id}", response_model=ProcedureDetail, responses=problems(304, 401, 404))
async def procedure(id_: ProcedureId, library: Fresh) -> Response:
    """One procedure: its documents, those missing, its dates, its vote as stated."""
    document = procedure_document(library.procedure(id_), library.records)
    return Response(json_bytes(document), media_type="application/json")


@router.get("/{id}/vote", response_model=VoteDocument, responses=problems(304, 401, 404, 422))
async def vote(
    id_: ProcedureId, library: Fresh, reading: Reading = None, switch: Switches = None
) -> Response:
    """The vote under each reading, every position with its evidence; with switches, a what-if."""
    document = tally_document(library.readings(id_, read_switches(switch)))
    return Response(json_bytes(under_reading(document, reading)), media_type="application/json")


@router.get("/{id}/vote.csv", response_class=Response, responses=problems(304, 401, 404, 422))
async def vote_csv(
    request: Request, id_: ProcedureId, library: Fresh, reading: Reading = None, switch: Switches = None
) -> Response:
    """The vote as CSV, one row a member and reading."""
    document = under_reading(tally_document(library.readings(id_, read_switches(switch))), reading)
    return csv_response(request, f"vote-{id_}", Table.POSITIONS, position_rows(document))


@router.get("/{id}/power", response_model=PowerDocument, responses=problems(304, 401, 404))
async def power(id_: ProcedureId, library: Fresh) -> Response:
    """How the vote could have turned, who could block, and every member's voting power."""
    document = power_document(library.readings(id_))
    return Response(json_bytes(document), media_type="application/json")


@router.get("/{id}/pool", response_model=Pool, responses=problems(304, 401, 404))
async def pool(id_: ProcedureId, library: Fresh) -> Response:
    """The figures of a procedure: claimed, with who claims them; computed, with their working."""
    return Response(json_bytes(pool_document(library.pool(id_))), media_type="application/json")


@router.get("/{id}/pool.csv", response_class=Response, responses=problems(304, 401, 404))
async def pool_csv(request: Request, id_: ProcedureId, library: Fresh) -> Response:
    """The figures as CSV, one row a figure."""
    return csv_response(request, f"pool-{id_}", Table.FIGURES, pool_rows(library.pool(id_)))
