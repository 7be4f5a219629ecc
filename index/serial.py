"""Records and passages as lines of JSON, and back to equal values. Nothing is pickled."""

from collections.abc import Iterable
from functools import cache

from pydantic import TypeAdapter

from corpus.model import Record
from index.passage import Passage


def record_lines(records: Iterable[Record]) -> bytes:
    """The records, one a line."""
    return b"".join(_records().dump_json(record) + b"\n" for record in records)


def records_from(lines: bytes) -> tuple[Record, ...]:
    """The records of some lines.

    Raises: ValueError when a line is no record.
    """
    return tuple(_records().validate_json(line) for line in lines.splitlines())


def passage_lines(passages: Iterable[Passage]) -> bytes:
    """The passages, one a line."""
    return b"".join(_passages().dump_json(passage) + b"\n" for passage in passages)


def passages_from(lines: bytes) -> tuple[Passage, ...]:
    """The passages of some lines.

    Raises: ValueError when a line is no passage.
    """
    return tuple(_passages().validate_json(line) for line in lines.splitlines())


@cache
def _records() -> TypeAdapter[Record]:
    return TypeAdapter(Record)


@cache
def _passages() -> TypeAdapter[Passage]:
    return TypeAdapter(Passage)
