"""The ZIP package a DOCX is: parts by name, unfolded within limits.

Refuses packages that unfold into too much, lie about their sizes, hide one part behind another
or name parts outside themselves. Source: ECMA-376 Part 2 (OPC); sizes are counted while reading.
"""

import io
import zipfile
import zlib
from dataclasses import dataclass
from typing import Self

from lxml import etree

from corpus.errors import UnreadableDocument

MOST_PARTS = 2_000
LARGEST_TOTAL = 64 * 1024 * 1024
LARGEST_RATIO = 100
_SMALL = 1024 * 1024
_ENTRY = b"PK\x01\x02"
_CORRUPT = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class Package:
    """An opened package; ``name`` is the file's, for refusals."""

    archive: zipfile.ZipFile
    name: str

    @classmethod
    def opened(cls, data: bytes, name: str) -> Self:
        """The package of these bytes.

        Raises: UnreadableDocument when it is corrupt or past a limit.
        """
        if data.count(_ENTRY) > MOST_PARTS:
            raise _refusal(name, "the package has too many parts", "its directory", f"at most {MOST_PARTS}")
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except _CORRUPT as error:
            raise _refusal(name, "the package is truncated or corrupt", "its directory", "a DOCX") from error
        _check_names(archive, name)
        _check_sizes(archive, name)
        return cls(archive, name)

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of all parts."""
        return tuple(self.archive.namelist())

    def has(self, part: str) -> bool:
        """Whether the package holds this part."""
        return part in self.archive.NameToInfo

    def xml(self, part: str) -> etree._Element:
        """The root element of a part; entities and outside references are never followed.

        Raises: UnreadableDocument when the part is missing, corrupt, or declares a document type.
        """
        content = self._content(part)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise _refusal(self.name, "the XML is corrupt", part, "well-formed XML") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise _refusal(self.name, "the XML declares a document type", part, "a DOCX as Word writes it")
        return root

    def _content(self, part: str) -> bytes:
        """The bytes of a part, never more than the directory says."""
        try:
            info = self.archive.getinfo(part)
            with self.archive.open(info) as stream:
                content = stream.read(info.file_size + 1)
        except KeyError as error:
            raise _refusal(self.name, "the package lacks a part", part, "a whole DOCX") from error
        except _CORRUPT as error:
            raise _refusal(self.name, "the part is truncated or corrupt", part, "a whole DOCX") from error
        if len(content) != info.file_size:
            raise _refusal(self.name, "the part has another size than it says", part, "a DOCX")
        return content


def _check_names(archive: zipfile.ZipFile, name: str) -> None:
    names = archive.namelist()
    if len(set(names)) < len(names):
        raise _refusal(name, "the package holds one part twice", "its directory", "each part once")
    for part in names:
        if part.startswith(("/", "\\")) or ".." in part.replace("\\", "/").split("/") or ":" in part:
            raise _refusal(name, "a part is named as a path out of the package", ascii(part), "plain names")


def _check_sizes(archive: zipfile.ZipFile, name: str) -> None:
    total = sum(info.file_size for info in archive.infolist())
    if total > LARGEST_TOTAL:
        raise _refusal(name, "the package unfolds into too much", f"{total} bytes", "at most 64 MiB")
    for info in archive.infolist():
        if info.file_size > max(_SMALL, LARGEST_RATIO * info.compress_size):
            place = ascii(info.filename)
            raise _refusal(name, "a part unfolds into too much", place, f"at most {LARGEST_RATIO} to 1")
        if info.flag_bits & 1:
            raise _refusal(name, "the package is encrypted", ascii(info.filename), "a DOCX without password")


def _refusal(name: str, problem: str, place: str, expected: str) -> UnreadableDocument:
    return UnreadableDocument(name, problem, place=place, expected=expected)
