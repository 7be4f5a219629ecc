"""Searching: the passages of the records that speak of something, or all of them in order."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field

from assistant.filters import Filters
from web.answer_document import json_bytes
from web.page_document import Paging
from web.passage_document import found_passages
from web.routes.problem_responses import problems
from web.schemas.listing import Passages
from web.serving import Fresh, Pinned

router = APIRouter(prefix="/api/v1", tags=["passages"])
Name = Annotated[str | None, Field(max_length=120)]


class PassageQuery(BaseModel):
    """What passages should speak of, and which may be found."""

    q: Annotated[str, Field(max_length=2000, description="What they should speak of, in any language")] = ""
    language: Annotated[str | None, Field(pattern="^[a-z]{2}$", description="Only in this language")] = None
    speaker: Annotated[Name, Field(description="ES, Commission or Council")] = None
    part: Annotated[Name, Field(description="notice, statement, or one such as statement:ES")] = None
    record: Annotated[Name, Field(description="A record's id")] = None
    procedure: Annotated[Name, Field(description="A procedure's id")] = None
    dated_from: Annotated[date | None, Field(alias="from", description="First day")] = None
    dated_to: Annotated[date | None, Field(alias="to", description="Last day")] = None
    limit: Annotated[int, Field(ge=1, le=500, description="How many at most")] = 10
    offset: Annotated[int, Field(ge=0, le=10**6, description="How many to leave out first")] = 0

    def filters(self) -> Filters:
        """Which passages may be found."""
        return Filters(
            speaker=self.speaker,
            part=self.part,
            record=self.record,
            language=self.language,
            procedure=self.procedure,
            dated_from=self.dated_from.isoformat() if self.dated_from else None,
            dated_to=self.dated_to.isoformat() if self.dated_to else None,
        )


@router.get("/passages", response_model=Passages, responses=problems(304, 401, 422))
async def passages(
    request: Request, _library: Fresh, assistant: Pinned, query: Annotated[PassageQuery, Query()]
) -> Response:
    """Passages with their citations, best first; without a query, all in the order of the records."""
    page = Paging(query.limit, query.offset)
    found = found_passages(
        assistant, query.q, filters=query.filters(), limit=page.limit + 1, offset=page.offset
    )
    return Response(json_bytes(page.open_page(request, found)), media_type="application/json")
