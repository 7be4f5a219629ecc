"""The description of the CSV files: which columns they have and what those mean."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from web.answer_document import json_bytes
from web.csv_metadata import MEDIA_TYPE, Table, metadata_document
from web.routes.problem_responses import problems
from web.serving import FreshAssistant

router = APIRouter(prefix="/api/v1", tags=["tables"])
Address = Annotated[
    str,
    Query(
        max_length=4000,
        pattern=r"^/[A-Za-z0-9._~/?=&%:,+-]*$",
        description="The address of the CSV file that is described",
        examples=["/api/v1/votes.csv"],
    ),
]


@router.get("/tables/{table}", response_class=Response, responses=problems(304, 401, 422))
async def table_description(
    table: Table, _assistant: FreshAssistant, of: Address = "/api/v1/votes.csv"
) -> Response:
    """The columns of a table as CSVW metadata; every CSV file links to its own."""
    return Response(json_bytes(metadata_document(table, of)), media_type=MEDIA_TYPE)
