"""Several files received together: what becomes of each, and of the corpus."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.keeping.intake import Corpus, Outcome, Verdict, receive
from corpus.archive import Archive
from corpus.errors import RecordNotFound
from corpus.model import Record
from corpus.naming import name_records

log = logging.getLogger(__name__)

_KEPT = {Verdict.ADDED, Verdict.QUARANTINED}


@dataclass(frozen=True, slots=True)
class Reception:
    """What became of the files, in their order; those to keep; and the corpus with them."""

    outcomes: tuple[Outcome, ...]
    kept: tuple[tuple[str, bytes], ...]
    corpus: Corpus


def receive_all(files: Iterable[tuple[str, bytes]], corpus: Corpus, archive: Archive) -> Reception:
    """What becomes of files beside the records there are; one that came before in the row is known.

    Keeps nothing.
    """
    present = {record.provenance.sha256: record for record in corpus.records}
    held = list(corpus.held)
    outcomes: list[Outcome] = []
    kept: list[tuple[str, bytes]] = []
    for filename, data in files:
        outcome = receive(filename, data, present, archive.is_released)
        outcomes.append(outcome)
        if outcome.record is None or outcome.verdict not in _KEPT:
            continue
        kept.append((filename, data))
        if outcome.verdict is Verdict.ADDED:
            present[outcome.record.provenance.sha256] = outcome.record
        else:
            held.append(outcome.record)
    after = Corpus(name_records(present.values(), archive.shipped_digests()), name_records(held), ())
    return Reception(_as_named(outcomes, (*after.records, *after.held)), tuple(kept), after)


def withdraw(archive: Archive, digests: Iterable[str]) -> None:
    """Take out again what was archived for a change that did not come about."""
    for digest in digests:
        try:
            archive.remove(digest)
        except (OSError, RecordNotFound) as problem:
            log.error("%s stays in the archive, unpublished: %s", digest, problem)


def _as_named(outcomes: Iterable[Outcome], records: Iterable[Record]) -> tuple[Outcome, ...]:
    by_hash = {record.provenance.sha256: record for record in records}
    return tuple(
        replace(each, record=by_hash[each.record.provenance.sha256]) if each.record else each
        for each in outcomes
    )
