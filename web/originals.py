"""The bytes of a record exactly as they were received."""

from corpus.archive import Archive
from corpus.model import Record
from web.errors import not_found
from web.server_settings import ServerSettings


def original_of(record: Record, settings: ServerSettings) -> bytes:
    """The bytes a record was read from.

    Raises: RequestProblem (404) when the archive does not hold them any more; DamagedOriginal.
    """
    for entry in Archive(settings.data / "archive").entries():
        if entry.provenance.sha256 == record.provenance.sha256:
            return entry.read()
    raise not_found("original", record.id)
