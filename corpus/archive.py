"""The archive: received files exactly as they came, kept by their hashes, each with its provenance.

Knows bytes and where they came from. Refuses to know what they say, and never makes a path of a
name a user gave. The shipped records belong to every archive. Nothing is ever deleted: a record
that was removed bears a tombstone, and adding its bytes again lifts it.

    originals/ab/abcdef…   the bytes; the name is their SHA-256
    provenance/abcdef….json   where they came from, with a checksum of its own
    removed/abcdef…        tombstones
    released/abcdef…       that somebody let a marked one out of quarantine
    staging/               files being written; whatever is left here by a crash means nothing
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from corpus.durable import create_file, make_folder, remove_file, replace_file
from corpus.errors import DamagedOriginal, RecordNotFound
from corpus.model import Provenance
from corpus.readers.filename import bare_name
from corpus.readers.kind import kind_of

SHIPPED = Path(__file__).parent / "records"
_SHIPPED_KINDS = (".txt", ".pdf", ".docx", ".html")


@dataclass(frozen=True, slots=True)
class ArchiveEntry:
    """A received file: where it came from, and where its bytes are."""

    provenance: Provenance
    file: Path
    is_shipped: bool

    def read(self) -> bytes:
        """The bytes as received.

        Raises: DamagedOriginal when they are no longer what they were.
        """
        try:
            data = self.file.read_bytes()
        except OSError as error:
            raise DamagedOriginal(f"{self.provenance.filename}: cannot be read: {error.strerror}") from error
        if sha256(data).hexdigest() != self.provenance.sha256:
            raise DamagedOriginal(
                f"{self.provenance.filename}: the stored bytes have changed ({self.file.name})"
            )
        return data


@dataclass(frozen=True, slots=True)
class Archive:
    """A folder of received files, and the shipped ones."""

    folder: Path
    shipped: Path = SHIPPED

    def add(self, data: bytes, filename: str) -> ArchiveEntry:
        """Keep a received file; when this returns, it is on the disk. The same bytes twice are one entry.

        Raises: UnreadableDocument when the bytes are of no kind that is read; OSError when the
        disk fails or is full, and then nothing has changed.
        """
        provenance = provenance_of(data, filename)
        self._make_folders(provenance.sha256)
        if entry := self._shipped_entries().get(provenance.sha256):
            remove_file(self._tombstone(provenance.sha256))
            return entry
        self._keep_original(data, provenance.sha256)
        self._keep_provenance(provenance)
        remove_file(self._tombstone(provenance.sha256))
        return ArchiveEntry(
            self._kept_provenance(provenance.sha256), self._original(provenance.sha256), False
        )

    def remove(self, digest: str) -> None:
        """Take the entry with this hash out of the corpus; its bytes stay.

        Raises: RecordNotFound when there is none.
        """
        if digest not in {entry.provenance.sha256 for entry in self.entries()}:
            raise RecordNotFound(f"no record has the hash {digest}")
        self._make_folders(digest)
        create_file(self._tombstone(digest), b"", staging=self.folder / "staging")

    def entries(self) -> tuple[ArchiveEntry, ...]:
        """What the corpus consists of: the shipped files, then the added ones by their hashes.

        A damaged one is left out here and named by ``damage``.
        """
        kept = [entry for entry in self._kept_entries() if isinstance(entry, ArchiveEntry)]
        return tuple(entry for entry in (*self._shipped_entries().values(), *kept) if self._is_present(entry))

    def shipped_digests(self) -> frozenset[str]:
        """The hashes of the shipped files."""
        return frozenset(self._shipped_entries())

    def digests(self) -> frozenset[str]:
        """The hashes of everything that was ever received, removed or not, and of the shipped files."""
        kept = (file.stem for file in (self.folder / "provenance").glob("*.json"))
        return self.shipped_digests().union(kept)

    def release(self, digest: str) -> None:
        """Let the entry with this hash out of quarantine: somebody has decided that it may be shown."""
        self._make_folders(digest)
        create_file(self._release(digest), b"", staging=self.folder / "staging")

    def hold(self, digest: str) -> None:
        """Put the entry with this hash into quarantine again."""
        self._make_folders(digest)
        remove_file(self._release(digest))

    def is_released(self, digest: str) -> bool:
        """Whether somebody let the entry with this hash out of quarantine."""
        return self._release(digest).exists()

    def is_removed(self, digest: str) -> bool:
        """Whether the entry with this hash was taken out of the corpus."""
        return self._tombstone(digest).exists()

    def damage(self) -> tuple[DamagedOriginal, ...]:
        """Every stored file that is no longer what was received."""
        entries = (*self._shipped_entries().values(), *self._kept_entries())
        return tuple(damage for damage in map(self._damage_of, entries) if damage)

    def _damage_of(self, entry: ArchiveEntry | DamagedOriginal) -> DamagedOriginal | None:
        if isinstance(entry, DamagedOriginal):
            return entry
        try:
            if self._is_present(entry):
                entry.read()
        except DamagedOriginal as damage:
            return damage
        return None

    def _is_present(self, entry: ArchiveEntry) -> bool:
        return not self._tombstone(entry.provenance.sha256).exists()

    def _shipped_entries(self) -> dict[str, ArchiveEntry]:
        files = sorted(file for file in self.shipped.iterdir() if file.suffix in _SHIPPED_KINDS)
        entries = (ArchiveEntry(provenance_of(file.read_bytes(), file.name), file, True) for file in files)
        return {entry.provenance.sha256: entry for entry in entries}

    def _kept_entries(self) -> Iterator[ArchiveEntry | DamagedOriginal]:
        for file in sorted((self.folder / "provenance").glob("*.json")):
            try:
                yield ArchiveEntry(self._kept_provenance(file.stem), self._original(file.stem), False)
            except DamagedOriginal as damage:
                yield damage

    def _kept_provenance(self, digest: str) -> Provenance:
        file = self._provenance(digest)
        try:
            content = file.read_bytes()
            provenance = Provenance(**json.loads(content)["provenance"])
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise DamagedOriginal(f"{file.name}: the stored provenance cannot be read") from error
        if content != _written(provenance) or provenance.sha256 != digest:
            raise DamagedOriginal(f"{file.name}: the stored provenance has changed")
        return provenance

    def _keep_original(self, data: bytes, digest: str) -> None:
        """First the bytes: a record exists once its provenance does."""
        file, staging = self._original(digest), self.folder / "staging"
        create_file(file, data, staging=staging)
        if file.read_bytes() != data:
            replace_file(file, data, staging=staging)

    def _keep_provenance(self, provenance: Provenance) -> None:
        file, staging = self._provenance(provenance.sha256), self.folder / "staging"
        create_file(file, _written(provenance), staging=staging)
        try:
            self._kept_provenance(provenance.sha256)
        except DamagedOriginal:
            replace_file(file, _written(provenance), staging=staging)

    def _make_folders(self, digest: str) -> None:
        for folder in (".", "provenance", "removed", "released", "staging", f"originals/{digest[:2]}"):
            make_folder(self.folder / folder)

    def _original(self, digest: str) -> Path:
        return self.folder / "originals" / digest[:2] / digest

    def _provenance(self, digest: str) -> Path:
        return self.folder / "provenance" / f"{digest}.json"

    def _tombstone(self, digest: str) -> Path:
        return self.folder / "removed" / digest

    def _release(self, digest: str) -> Path:
        return self.folder / "released" / digest


def provenance_of(data: bytes, filename: str) -> Provenance:
    """Where bytes came from: the bare name they came under, their kind and their hash.

    Raises: UnreadableDocument when they are of no kind that is read.
    """
    return Provenance(bare_name(filename), kind_of(data, filename).value, sha256(data).hexdigest())


def _written(provenance: Provenance) -> bytes:
    said = json.dumps(asdict(provenance), sort_keys=True)
    checksum = sha256(said.encode()).hexdigest()
    return json.dumps({"provenance": json.loads(said), "sha256": checksum}, indent=1).encode() + b"\n"
