"""Taking files in: from received bytes to records, each file reported, none stopping the others."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from corpus.archive import Archive, ArchiveEntry
from corpus.errors import DamagedOriginal, Refusal
from corpus.gloss_file import glosses_of
from corpus.marking import marking_of
from corpus.model import Record
from corpus.naming import name_records
from corpus.parse import parse_record
from corpus.readers.reader import read_source


class Verdict(StrEnum):
    """What became of a file that was to be taken in."""

    ADDED = "added"
    KNOWN = "known"  # these very bytes are in already
    QUARANTINED = "quarantined"  # kept, and shown to nobody before somebody releases it
    REFUSED = "refused"  # not understood; nothing of it is kept


@dataclass(frozen=True, slots=True)
class Outcome:
    """A file and what became of it: its record, or the one line that says why there is none.

    ``refusal`` is set where the file was refused; its class says whether it could not be read, is
    no notice, or contradicts itself.
    """

    filename: str
    verdict: Verdict
    record: Record | None = None
    problem: str | None = None
    refusal: Refusal | None = None


def nothing_released(_digest: str) -> bool:
    """That nobody has let anything out of quarantine."""
    return False


def receive(
    filename: str,
    data: bytes,
    present: Mapping[str, Record],
    is_released: Callable[[str], bool] = nothing_released,
) -> Outcome:
    """What becomes of one file, given the records that are in by their hash. Keeps nothing.

    Another text under a number that is taken is another record; ``name_records`` tells them apart.
    """
    before = present.get(sha256(data).hexdigest())
    if before:
        return Outcome(filename, Verdict.KNOWN, before)
    try:
        record = _record(data, filename)
    except Refusal as refusal:
        return Outcome(filename, Verdict.REFUSED, problem=str(refusal), refusal=refusal)
    if is_held(record, is_released):
        return Outcome(filename, Verdict.QUARANTINED, record, problem=_why_held(filename, record))
    return Outcome(filename, Verdict.ADDED, record)


def is_held(record: Record, is_released: Callable[[str], bool]) -> bool:
    """Whether a record bears a restriction marking and nobody has released it."""
    return marking_of(record) is not None and not is_released(record.provenance.sha256)


def _why_held(filename: str, record: Record) -> str:
    return f"{filename}: it is marked {marking_of(record)}: kept in quarantine, published once it is released"


@dataclass(frozen=True, slots=True)
class Corpus:
    """The records of an archive, those held in quarantine, and what of it could not become one."""

    records: tuple[Record, ...]
    held: tuple[Record, ...]
    problems: tuple[str, ...]


def read_archive(archive: Archive, known: Iterable[Record]) -> Corpus:
    """Every record of the archive; those already read by the same code are not read again.

    Texts with one number are records of their own. A known record whose stored file is damaged
    or gone, though nobody removed it, stays in and is named.
    """
    known_by_hash = {record.provenance.sha256: record for record in known}
    records: list[Record] = []
    held: list[Record] = []
    problems: list[str] = []
    for entry in archive.entries():
        found = known_by_hash.pop(entry.provenance.sha256, None) or _read(entry)
        if isinstance(found, str):
            problems.append(found)
        else:
            (held if is_held(found, archive.is_released) else records).append(found)
    for digest, record in known_by_hash.items():
        if not archive.is_removed(digest) and not is_held(record, archive.is_released):
            records.append(record)
            problems.append(
                f"{record.provenance.filename}: the stored file is damaged or gone; {record.id} is kept"
            )
    named = name_records(records, archive.shipped_digests())
    return Corpus(named, name_records(held), tuple(problems))


def _read(entry: ArchiveEntry) -> Record | str:
    try:
        return _record(entry.read(), entry.provenance.filename)
    except (Refusal, DamagedOriginal) as problem:
        return str(problem)


def _record(data: bytes, filename: str) -> Record:
    read = read_source(data, filename)
    return parse_record(read, glosses=glosses_of(read.provenance.sha256))
