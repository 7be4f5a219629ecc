"""Votes across procedures: one row a state and procedure; and what the records hold of one state."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from assistant.procedures.counted_votes import VoteRow
from assistant.procedures.library import Library
from assistant.procedures.votebook import Rows
from corpus.model import Position
from web.answer_document import json_bytes
from web.csv_document import csv_response
from web.csv_metadata import Table
from web.errors import not_found
from web.page_document import Page
from web.procedure_document import state_document, vote_row_cells, vote_row_document
from web.routes.address import StateCode
from web.routes.problem_responses import problems
from web.schemas.listing import Votes
from web.schemas.state import StateDetail
from web.serving import Fresh

router = APIRouter(prefix="/api/v1", tags=["votes"])


class Choice:
    """Which votes a client wants."""

    def __init__(
        self,
        state: Annotated[str | None, Query(pattern="^[A-Za-z]{2}$", description="ISO 3166 alpha-2")] = None,
        position: Annotated[Position | None, Query()] = None,
        dated_from: Annotated[date | None, Query(alias="from", description="First day of a vote")] = None,
        dated_to: Annotated[date | None, Query(alias="to", description="Last day of a vote")] = None,
    ) -> None:
        self.state = state.upper() if state else None
        self.position = position
        self.dated_from = dated_from
        self.dated_to = dated_to

    def rows_of(self, library: Library) -> Rows[VoteRow]:
        """The rows chosen."""
        return library.votes(self.state, self.position, dated_from=self.dated_from, dated_to=self.dated_to)


Chosen = Annotated[Choice, Depends()]


@router.get("/votes", response_model=Votes, responses=problems(304, 401, 422))
async def votes(request: Request, library: Fresh, page: Page, choice: Chosen) -> Response:
    """One row a state and procedure, each position with its evidence."""
    document = page.page_of(request, choice.rows_of(library), vote_row_document)
    return Response(json_bytes(document), media_type="application/json")


@router.get("/votes.csv", response_class=Response, responses=problems(304, 401, 422))
async def votes_csv(request: Request, library: Fresh, choice: Chosen) -> Response:
    """All rows as CSV."""
    return csv_response(request, "votes", Table.VOTES, map(vote_row_cells, choice.rows_of(library)))


@router.get("/states/{iso2}", response_model=StateDetail, responses=problems(304, 401, 404, 422))
async def state(iso2: StateCode, library: Fresh) -> Response:
    """How a state voted and what it stated."""
    view = library.state(iso2.upper())
    if not view.memberships and not view.statements:
        raise not_found("Member State", iso2)
    return Response(json_bytes(state_document(view)), media_type="application/json")
