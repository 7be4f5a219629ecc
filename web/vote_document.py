"""The vote object narrowed to one reading, and as rows."""

from collections.abc import Iterator, Mapping

from assistant.verify_answer import objects
from web.errors import not_found

Document = Mapping[str, object]
POSITION_COLUMNS = (
    "procedure", "reading", "hypothetical", "state", "position", "evidence", "published_percent",
    "record", "start", "end", "quote", "quote_sha256", "population_note",
)  # fmt: skip


def under_reading(document: Document, reading: str | None) -> dict[str, object]:
    """The vote under one reading only; under all of them where none is named.

    Raises: RequestProblem (404) when the vote has no such reading.
    """
    if reading is None:
        return dict(document)
    known = [str(found["id"]) for found in objects(document["readings"])]
    if reading not in known:
        raise not_found("reading", reading)
    narrowed = {
        key: [r for r in objects(document[key]) if r["id"] == reading] or None for key in ("readings", "real")
    }
    return {**document, **narrowed}


def position_rows(document: Document) -> Iterator[tuple[object, ...]]:
    """Each member of each reading as a row of ``POSITION_COLUMNS``."""
    citation_by_n = {citation["n"]: citation for citation in objects(document["citations"])}
    for reading in objects(document["readings"]):
        majority = reading["majority"]
        note = majority["population_note"] if isinstance(majority, Mapping) else None
        for member in objects(reading["positions"]):
            numbers = member["citations"]
            first = citation_by_n.get(numbers[0], {}) if isinstance(numbers, list) and numbers else {}
            yield (
                document["procedure"],
                reading["id"],
                document["hypothetical"],
                *(member[name] for name in ("state", "position", "evidence", "published_percent")),
                *(first.get(name) for name in ("record", "start", "end", "quote", "quote_sha256")),
                note,
            )
