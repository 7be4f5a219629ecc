"""What became of a change."""

from web.schemas.answer import Document
from web.schemas.record import RecordSummary


class Added(Document):
    """The record that is in now, and the snapshot that holds it."""

    record: RecordSummary
    snapshot: str


class Removed(Document):
    """The record that is out now, and the snapshot without it."""

    removed: str
    snapshot: str


class Held(Document):
    """The record that is kept in quarantine because it is marked; the snapshot is as it was."""

    held: str
    problem: str
    snapshot: str


class Released(Document):
    """The record that is out of quarantine, and the snapshot that holds it."""

    released: str
    snapshot: str
