"""What the index is told of records by the layer above it: their concepts and their procedures."""

from collections.abc import Mapping, Sequence

from assistant.procedures.library import Library
from assistant.scoping.topic import concepts_in
from corpus.model import Record


def concepts_of(text: str, language: str) -> tuple[str, ...]:
    """The concepts a text names, in a stated order."""
    return tuple(sorted(concepts_in(text, language)))


def procedures_by_record(records: Sequence[Record]) -> Mapping[str, tuple[str, ...]]:
    """The ids of the procedures each record tells of."""
    library = Library(records)
    return {record.id: tuple(p.id for p in library.procedures_in(record.id)) for record in library.records}
