"""The newest records and procedures, for pages that cannot list them all."""

from datetime import date

from assistant.procedure import Procedure
from assistant.procedures.library import Library
from corpus.model import Record

MOST_PROCEDURES = 40
MOST_RECORDS = 6


def latest_records(library: Library, most: int = MOST_RECORDS) -> tuple[Record, ...]:
    """The records with the newest dates, newest first; undated ones last."""
    return tuple(sorted(library.records, key=_age_of)[:most])


def latest_procedures(library: Library, most: int = MOST_PROCEDURES) -> tuple[Procedure, ...]:
    """The procedures with the newest notices, newest first."""
    return tuple(sorted(library.procedures, key=lambda procedure: _age_of(procedure.record))[:most])


def _age_of(record: Record) -> tuple[int, str]:
    dated = record.notice.date_of_document
    return (-(dated.value if dated else date.min).toordinal(), record.id)
