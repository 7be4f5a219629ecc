"""What the probes say."""

from typing import Literal

from pydantic import BaseModel


class Live(BaseModel):
    """The process answers."""

    status: Literal["live"]


class Ready(BaseModel):
    """A verified snapshot is loaded; ``faults`` say why it is not the newest one, if it is not."""

    status: Literal["ready"]
    snapshot: str
    records: int
    faults: list[str]
