"""How a vote could have turned, and who has what power in it."""

from corpus.model import Position
from web.schemas.answer import Document


class Share(Document):
    """A share as an exact fraction and as a percentage."""

    exact: str
    percent: str


class Turning(Document):
    """The smallest sets of members whose other vote would have turned the result."""

    to: Position
    size: int | None
    sets: list[list[str]]
    listed: bool


class Blocking(Document):
    """How few members can block, which are the most populous of that number, how many always can."""

    fewest: int | None
    largest: list[str]
    always: int | None


class MemberPower(Document):
    """How often a member's vote decides, over all ways the others may vote."""

    state: str
    swings: int
    banzhaf: Share
    banzhaf_share: Share
    shapley: Share


class PowerReading(Document):
    """Turning, blocking and power under one reading; no power where there is no population table."""

    id: str
    reached: bool | None
    turning: Turning | None
    pivotal: list[str]
    blocking: Blocking
    power: list[MemberPower]


class PowerDocument(Document):
    """Always hypothetical: it speaks of the rule and of votes that were not cast."""

    procedure: str
    date: str | None
    hypothetical: bool
    recommended: str
    readings: list[PowerReading]
