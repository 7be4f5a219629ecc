"""What the probes say."""

from typing import Literal

from pydantic import BaseModel


class Live(BaseModel):
    """The process answers."""

    status: Literal["live"]


class Ready(BaseModel):
    """A verified snapshot is loaded."""

    status: Literal["ready"]
    snapshot: str
    records: int
