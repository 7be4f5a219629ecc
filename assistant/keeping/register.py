"""The register: the one place where records come in, go out, and become the snapshot that is served.

Knows the archive (what was received), the store of generations (what is served) and the order in
which they change: a record is acknowledged when it is in the archive *and* in a published snapshot.
Readers hold the assistant they asked for; a change gives later ones a new one.
"""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Lock

from assistant.assistant import Assistant
from assistant.keeping.audit import Act, AuditLog, Change
from assistant.keeping.intake import Corpus, Outcome, read_archive
from assistant.keeping.opening import inspected, opened, served_from
from assistant.keeping.reception import receive_all, withdraw
from assistant.keeping.served import Built, Served, held, known_records
from assistant.keeping.soundness import problems_of
from assistant.keeping.workshop import workshop_of
from assistant.settings import Settings
from corpus.archive import Archive
from corpus.errors import RecordNotFound
from corpus.model import Record
from corpus.naming import name_records
from index.build import build, no_progress
from index.durable import room_on_disk
from index.embedder import Embedder
from index.errors import IndexFault, NoSnapshot
from index.lock import writing
from index.shelf import Progress
from index.snapshot import Snapshot

log = logging.getLogger(__name__)

TERMINAL = "terminal"
"""Who makes a change, when nobody else is named."""

PATIENCE_SECONDS = 60.0
"""How long a change waits for another one before it is refused."""

_WORDLESS = "?"  # asks nothing, in a language that has to be found out among all of them


class Register:
    """The records of one data folder, changed by one writer at a time, read by any number."""

    def __init__(
        self,
        settings: Settings,
        progress: Progress = no_progress,
        embedder: Embedder | None = None,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._settings = settings
        self._patience = patience
        self._archive = Archive(settings.data / "archive")
        self._audit = AuditLog(settings.data)
        self._workshop = workshop_of(settings, progress, embedder)
        self._store = self._workshop.store
        self._opening = Lock()
        self._served: Served | None = None

    def assistant(self) -> Assistant:
        """The assistant over the current snapshot; whoever holds it keeps that snapshot.

        Raises: NoSnapshot when there is none and none can be built.
        """
        return self._current().assistant

    def warm(self) -> None:
        """Open the encoder, count the votes, read the words of all languages: no question waits for it."""
        self._workshop.embedder.embed_query("")
        self.assistant().library.counted.count()
        self.assistant().ask(_WORDLESS)

    def faults(self) -> tuple[str, ...]:
        """Why what is served is not the snapshot that was to be, and what of the archive is damaged."""
        served = self._current()
        return tuple(dict.fromkeys((*served.snapshot.faults, *served.damage)))

    def inspect(self) -> None:
        """Look at the disk again: what was damaged while it was served is told by ``faults`` and the log."""
        before = self._current()
        after = inspected(before, self._workshop, self._archive)
        with self._opening:
            if self._served is before:
                self._served = after

    def add(self, files: Iterable[tuple[str, bytes]], *, by: str = TERMINAL) -> tuple[Outcome, ...]:
        """Take files in and publish one new snapshot; when this returns, they are there to stay.

        ``by`` is who does it, for the audit log.

        Raises: WriterBusy; StoreFull when the disk is full, and then none of them is in.
        """
        with self._changing():
            received = receive_all(files, self._read(), self._archive)
            records = received.corpus.records
            kept: list[str] = []
            try:
                for filename, data in received.kept:
                    kept.append(self._archive.add(data, filename).provenance.sha256)
                if self._is_behind(records):
                    added = tuple(record.id for record in records if record.provenance.sha256 in kept)
                    self._publish(records, Change.ADDED, by, added)
            except (OSError, IndexFault):
                withdraw(self._archive, kept)
                raise
            return received.outcomes

    def held(self) -> tuple[Record, ...]:
        """The records in quarantine: marked, kept, and shown to nobody before they are released."""
        return self._read().held

    def release(self, record_id: str, *, by: str = TERMINAL) -> Assistant:
        """Publish a record that was held in quarantine.

        Raises: RecordNotFound when none of that id is; WriterBusy; StoreFull, and then it stays there.
        """
        with self._changing():
            corpus = self._read()
            record = next((r for r in corpus.held if r.id == record_id), None)
            if record is None:
                raise RecordNotFound(f"no record {record_id!r} is in quarantine")
            digest = record.provenance.sha256
            self._archive.release(digest)
            try:
                records = self._named((*corpus.records, record))
                return self._publish(records, Change.RELEASED, by, (record_id,)).assistant
            except (OSError, IndexFault):
                self._archive.hold(digest)
                raise

    def remove(self, record_id: str, *, by: str = TERMINAL) -> Assistant:
        """Publish a snapshot without this record; its bytes stay in the archive.

        Raises: RecordNotFound; WriterBusy; StoreFull, and then the record is still in.
        """
        with self._changing():
            present = {record.id: record for record in self._read().records}
            if record_id not in present:
                raise RecordNotFound(f"no record {record_id!r}")
            digest = present.pop(record_id).provenance.sha256
            entry = next(e for e in self._archive.entries() if e.provenance.sha256 == digest)
            data = entry.read()
            self._archive.remove(digest)
            try:
                records = self._named(present.values())
                return self._publish(records, Change.REMOVED, by, (record_id,)).assistant
            except (OSError, IndexFault):
                self._archive.add(data, entry.provenance.filename)
                raise

    def rollback(self, steps: int = 1, *, by: str = TERMINAL) -> Assistant:
        """Serve an earlier snapshot again; the archive stays, and the next change publishes all of it.

        Raises: NoSnapshot when so many are not kept; WriterBusy.
        """
        with self._changing():
            earlier = self._store.earlier(steps)
            self._store.read(earlier)
            before = self._audit.catch_up(self._store.pointed())
            self._store.point_to(earlier)
            self._audit.note(Act(Change.ROLLED_BACK, by, (), before, earlier.id))
            return self._open().assistant

    def build(self, *, by: str = TERMINAL) -> Built:
        """Read the whole archive and publish its snapshot, if it is not the one that is served.

        Raises: WriterBusy; StoreFull.
        """
        with self._changing():
            served = self._publish((corpus := self._read()).records, Change.BUILT, by, ())
        return Built(served.assistant, tuple(dict.fromkeys((*corpus.problems, *served.damage))))

    def verify(self) -> tuple[str, ...]:
        """Check every hash, span and manifest there is; what is wrong, one line each."""
        return problems_of(self._archive, self._store, self._audit)

    @contextmanager
    def _changing(self) -> Iterator[None]:
        with writing(self._settings.data, self._patience), room_on_disk():
            yield

    def _current(self) -> Served:
        served = self._served
        if served is not None and served.pointer == self._store.pointer_state():
            return served
        with self._opening:
            if self._served is served:
                self._renew(served)
            renewed = self._served
        if renewed is not None:
            return renewed
        self.build()
        return self._current()

    def _renew(self, served: Served | None) -> None:
        """Open what is pointed to now; where that fails, what was served stays."""
        pointer = self._store.pointer_state()
        try:
            self._open()
        except NoSnapshot as problem:
            if pointer is not None or served is not None:
                log.warning("no snapshot can be opened: %s", problem)
            if served is not None:
                self._served = replace(served, pointer=pointer)

    def _open(self) -> Served:
        return self._serve(self._store.pointer_state(), opened(self._workshop, self._archive))

    def _publish(
        self, records: tuple[Record, ...], change: Change, by: str, concerned: tuple[str, ...]
    ) -> Served:
        before = self._audit.catch_up(self._store.pointed())
        snapshot = build(records, self._workshop, held(self._served, self._store))
        if snapshot.id != before:
            self._audit.note(Act(change, by, concerned, before, snapshot.id))
        return self._serve(self._store.pointer_state(), snapshot)

    def _serve(self, pointer: tuple[int, int] | None, snapshot: Snapshot) -> Served:
        self._served = now = served_from(snapshot, pointer, self._archive, self._served, self._workshop)
        return now

    def _read(self) -> Corpus:
        corpus = read_archive(self._archive, self._known())
        for problem in corpus.problems:
            log.error("left out: %s", problem)
        return corpus

    def _named(self, records: Iterable[Record]) -> tuple[Record, ...]:
        return name_records(records, self._archive.shipped_digests())

    def _known(self) -> tuple[Record, ...]:
        return known_records(self._served, self._store, self._workshop.reader)

    def _is_behind(self, records: Iterable[Record]) -> bool:
        """Whether what is served lacks some of these: a writer died between archiving and publishing."""
        served = {record.provenance.sha256 for record in self._known()}
        return not served.issuperset(record.provenance.sha256 for record in records)
