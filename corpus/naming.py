"""What records are called when several bear one document number.

Knows numbers, languages and contents. A pure function of the set: the order in which records
came plays no part, and a name never passes silently from one content to another.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from corpus.model import ReaderWarning, Record
from corpus.text import Span

SHOWN = 60
DUPLICATE = "duplicate_document"


def name_records(records: Iterable[Record], shipped: Collection[str] = ()) -> tuple[Record, ...]:
    """The records, each with an id of its own, in the order of the ids.

    A number borne once is the id. Of several, a shipped one (``shipped`` holds the hashes of
    their bytes) keeps it; the others get their language after it, and where that does not tell
    them apart the first eight figures of their hash. Those with the same number and language
    carry a ``duplicate_document`` warning that shows where they differ. Records that were named
    before, in another set, are named anew.
    """
    by_number: dict[str, list[Record]] = defaultdict(list)
    for record in map(_without_duplicates, _once_each(records)):
        by_number[record.notice.document.value.slug].append(record)
    named = [one for number, same in by_number.items() for one in _named(number, same, shipped)]
    return tuple(sorted(named, key=lambda record: record.id))


def _once_each(records: Iterable[Record]) -> list[Record]:
    by_hash: Mapping[str, Record] = {record.provenance.sha256: record for record in records}
    return [by_hash[digest] for digest in sorted(by_hash)]


def _without_duplicates(record: Record) -> Record:
    left = tuple(w for w in record.warnings if w.code != DUPLICATE)
    return record if left == record.warnings else replace(record, warnings=left)


def _named(number: str, same: list[Record], shipped: Collection[str]) -> list[Record]:
    if len(same) == 1:
        return [same[0] if same[0].id == number else replace(same[0], id=number)]
    keeper = _keeper(same, shipped)
    by_language: dict[str, list[Record]] = defaultdict(list)
    for record in same:
        by_language[record.notice.language].append(record)
    keeps_language = (
        keeper.notice.language if keeper else (same[0].notice.language if len(by_language) == 1 else None)
    )
    named = []
    for language, alike in by_language.items():
        stem = number if language == keeps_language else f"{number}-{language}"
        tells_apart = len(alike) == 1 and stem != number
        for record in alike:
            is_plain = tells_apart or record is keeper
            name = stem if is_plain else f"{stem}-{record.provenance.sha256[:8]}"
            named.append(_warned(replace(record, id=name), [other for other in alike if other is not record]))
    return named


def _keeper(same: list[Record], shipped: Collection[str]) -> Record | None:
    """The one that keeps the plain number: a shipped one, the first by language and hash."""
    candidates = [record for record in same if record.provenance.sha256 in shipped]
    return min(candidates, key=lambda r: (r.notice.language, r.provenance.sha256), default=None)


def _warned(record: Record, others: list[Record]) -> Record:
    return replace(record, warnings=record.warnings + tuple(_duplicate(record, other) for other in others))


def _duplicate(record: Record, other: Record) -> ReaderWarning:
    here, there = record.source.text, other.source.text
    at = _first_difference(here, there)
    number = record.notice.document.value
    told = f"{number} is also borne by {other.provenance.filename} ({other.provenance.sha256[:8]})"
    if here.split() == there.split():
        return ReaderWarning(DUPLICATE, f"{told}, with the same words", Span(0, 0))
    message = f"{told}: here {here[at : at + SHOWN]!r}, there {there[at : at + SHOWN]!r}"
    return ReaderWarning(DUPLICATE, message, Span(at, min(at + SHOWN, len(here))))


def _first_difference(here: str, there: str) -> int:
    """Where the word stands in which two texts first differ."""
    differing = (at for at, (one, other) in enumerate(zip(here, there, strict=False)) if one != other)
    alike = here[: next(differing, min(len(here), len(there)))]
    return max(alike.rfind(" "), alike.rfind("\n")) + 1
