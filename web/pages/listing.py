"""Votes across procedures, and what the records hold of one state."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Response

from assistant.procedures.counted_votes import VoteRow
from corpus.member_state import MEMBERS, is_member
from corpus.model import Position
from web.errors import not_found
from web.pages.days import read_day
from web.pages.visit import FreshVisiting
from web.procedure_document import state_document

router = APIRouter(include_in_schema=False)
_SHOWN = 100
_LATEST = 3  # votes of a member in the list of all members


class Filter:
    """What the form on the page of votes asks for; an empty field asks for everything."""

    def __init__(
        self,
        state: Annotated[str, Query(max_length=2)] = "",
        position: Annotated[str, Query(max_length=20)] = "",
        dated_from: Annotated[str, Query(alias="from", max_length=10)] = "",
        dated_to: Annotated[str, Query(alias="to", max_length=10)] = "",
    ) -> None:
        self.state = state.upper() if len(state) == 2 and state.isalpha() else ""
        self.position = position if position in set(Position) else ""
        self.dated_from, self.dated_to = read_day(dated_from), read_day(dated_to)

    @property
    def query(self) -> str:
        """The filter as it stands in addresses."""
        found = {"state": self.state, "position": self.position, "from": self.dated_from, "to": self.dated_to}
        return urlencode({name: str(value) for name, value in found.items() if value})


Filtering = Annotated[Filter, Depends()]


@router.get("/votes")
async def votes(visit: FreshVisiting, chosen: Filtering) -> Response:
    """One row a state and procedure."""
    rows = visit.library.votes(
        chosen.state or None,
        Position(chosen.position) if chosen.position else None,
        dated_from=chosen.dated_from,
        dated_to=chosen.dated_to,
    )
    by_procedure: dict[str, list[VoteRow]] = {}
    for row in rows[:_SHOWN]:
        by_procedure.setdefault(row.procedure.id, []).append(row)
    return visit.page(
        "votes.html",
        by_procedure=tuple(by_procedure.values()),
        shown=_SHOWN,
        total=len(rows),
        chosen=chosen,
        members=MEMBERS,
        positions=tuple(Position),
    )


@router.get("/states")
async def states(visit: FreshVisiting) -> Response:
    """All members, with what the records hold of each."""
    rows_by_state = {code: tuple(visit.library.votes(code)[-_LATEST:]) for code in MEMBERS}
    return visit.page("states.html", members=MEMBERS, rows_by_state=rows_by_state)


@router.get("/states/{iso2}")
async def state(iso2: str, visit: FreshVisiting) -> Response:
    """How a state voted and what it stated."""
    code = iso2.upper() if len(iso2) == 2 and iso2.isascii() and iso2.isalpha() else ""
    view = visit.library.state(code)
    if not code or not (view.memberships or view.statements):
        raise not_found("Member State", iso2)
    return visit.page(
        "state.html",
        view=view,
        votes=tuple(view.votes[:_SHOWN]),
        statements=view.statements[:_SHOWN],
        document=state_document(view),
        is_member=is_member(code),
        members=MEMBERS,
    )
