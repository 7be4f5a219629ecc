"""What a generation says of itself: its files with their hashes, and how it was made.

The id of a snapshot is the hash of its manifest, so that equal content has an equal id, wherever
and whenever it was built.
"""

from dataclasses import dataclass
from hashlib import sha256

from pydantic import TypeAdapter, ValidationError

from index.errors import DamagedSnapshot

FORMAT = 3
"""The layout of a generation; another one is not read."""


@dataclass(frozen=True, slots=True, order=True)
class FileEntry:
    """A file of a generation.

    Units: ``size`` in bytes.
    """

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Made:
    """From what a generation was made: the encoder, and the state of the code that read and cut."""

    encoder: str
    dimensions: int
    reader: str
    cutter: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each thing a generation holds."""

    records: int
    passages: int
    units: int
    rows: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """A generation's own description.

    ``segments`` are the files that hold the records, in the records' order; ``files`` all there are,
    in the order of their names.
    """

    format: int
    made: Made
    counts: Counts
    segments: tuple[str, ...]
    files: tuple[FileEntry, ...]

    @property
    def id(self) -> str:
        """The hash of the manifest: the name of the content."""
        return sha256(self.encoded()).hexdigest()

    def encoded(self) -> bytes:
        """The manifest as it stands on disk."""
        return _ADAPTER.dump_json(self, indent=1) + b"\n"


_ADAPTER = TypeAdapter(Manifest)


def manifest_from(content: bytes, expected_id: str) -> Manifest:
    """The manifest of some bytes, which must be the ones its id names.

    Raises: DamagedSnapshot when they are not, or are of another format.
    """
    found = sha256(content).hexdigest()
    if found != expected_id:
        raise DamagedSnapshot(f"manifest.json: hash {found[:16]}…, expected {expected_id[:16]}…")
    try:
        manifest = _ADAPTER.validate_json(content)
    except ValidationError as problem:
        raise DamagedSnapshot(
            f"manifest.json: {problem.error_count()} fields are not as they must be"
        ) from problem
    if manifest.format != FORMAT:
        raise DamagedSnapshot(f"manifest.json: format {manifest.format}, expected {FORMAT}")
    return manifest
