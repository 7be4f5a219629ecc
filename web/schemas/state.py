"""What the records hold of one state."""

from typing import Annotated

from pydantic import ConfigDict, Field

from web.schemas.answer import Document
from web.schemas.procedure import StatementPlace
from web.schemas.vote import VoteRow


class Membership(Document):
    """From which day to which (null: to this day) a state is or was a member."""

    model_config = ConfigDict(populate_by_name=True)

    start: Annotated[str, Field(alias="from")]
    end: Annotated[str | None, Field(alias="to")]


class StateStatement(StatementPlace):
    """A statement of the state in a procedure."""

    procedure: str


class StateDetail(Document):
    """How a state voted and what it stated: the totals, and the latest hundred of each.

    All votes are at ``/api/v1/votes?state=``.
    """

    state: Annotated[str, Field(examples=["ES"])]
    is_or_was_member: bool
    memberships: list[Membership]
    votes_total: int
    votes: list[VoteRow]
    statements_total: int
    statements: list[StateStatement]
